import { createElement, useEffect, useState } from "react";
import { componentAttributes, type EmbedForm, type EmbedWish, frameOf } from "../../session/embed-snippet.ts";
import { frameAddress, frameHeight } from "../../session/link/embed-code.ts";
import { encodeLink } from "../../session/link/encode-link.ts";

/** The flow as another page will have it: the very tag, frame or link. */
export function Preview({ form, wish }: { readonly form: EmbedForm; readonly wish: EmbedWish }) {
  if (form === "link") return <a href={encodeLink(wish.link)}>{wish.title}</a>;
  if (form === "frame")
    return (
      <iframe
        src={frameAddress(frameOf(wish))}
        title={wish.title}
        height={frameHeight}
        sandbox="allow-scripts allow-same-origin allow-popups"
      />
    );
  return <Component wish={wish} />;
}

function Component({ wish }: { readonly wish: EmbedWish }) {
  const { site, link, chapter } = wish;
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    // The script that the markup names, as it stands in this site.
    import(/* @vite-ignore */ `${site}scripts/hopwise-flow.js`).catch(() => setFailed(true));
  }, [site]);
  if (failed) return <p>The component's script could not be loaded from this site, so there is no preview.</p>;
  const attributes = componentAttributes(link, wish);
  // Another tag for other attributes: what the reader did in the preview does not stay.
  return createElement(
    "hopwise-flow",
    { key: JSON.stringify(attributes), ...attributes },
    chapter.kind === "text" ? chapter.text : wish.title,
  );
}
