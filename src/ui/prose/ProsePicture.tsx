import { ImageOff } from "lucide-react";
import { use, useState } from "react";
import { NoteLinks } from "./note-links.ts";
import { ProseLink } from "./ProseLink.tsx";

interface ProsePictureProps {
  readonly url: string | undefined;
  readonly alt?: string | null | undefined;
}

/** A picture of the chapter's own origin; any other is a link. One that is not there is said in its place. */
export function ProsePicture({ url, alt }: ProsePictureProps) {
  const { picture } = use(NoteLinks);
  const [failed, setFailed] = useState<string | undefined>();
  const found = picture(url);
  const said = alt || "without a description";
  if (found.kind === "link") return <ProseLink url={url} text={`Image: ${said}`} />;
  if (found.kind === "nowhere") return <Missing said={said} why="is not in the chapter" />;
  const { src, away } = found;
  // A server may show a picture to its own pages alone.
  if (failed === src && away) return <ProseLink url={src} text={`Image: ${said}`} />;
  if (failed === src) return <Missing said={said} why="could not be loaded from this site" />;
  return (
    <img
      src={src}
      alt={alt ?? ""}
      loading="lazy"
      // As the chapter was fetched: nobody is told who reads it.
      {...(away ? ({ crossOrigin: "anonymous", referrerPolicy: "no-referrer" } as const) : {})}
      onError={() => setFailed(src)}
    />
  );
}

function Missing({ said, why }: { readonly said: string; readonly why: string }) {
  return (
    <span className="prose-missing">
      <ImageOff size={14} aria-hidden /> Image: {said} <small>(it {why})</small>
    </span>
  );
}
