import { type ReactNode, use } from "react";
import { onPlainClick } from "../shared/on-plain-click.ts";
import { NoteLinks } from "./note-links.ts";
import { safeLink } from "./safe-address.ts";

interface ProseLinkProps {
  readonly url: string | undefined;
  readonly title?: string | null | undefined;
  readonly text: ReactNode;
}

/** A link of a chapter: it leads to where a link may lead, or is the text it is. */
export function ProseLink({ url, title, text }: ProseLinkProps) {
  const { follow } = use(NoteLinks);
  const safe = safeLink(url);
  const lead = safe === undefined ? undefined : follow(safe);
  if (!lead) return <>{text}</>;
  const { href, open } = lead;
  const away = /^https?:/i.test(href);
  return (
    <a
      href={href}
      title={title ?? undefined}
      {...(away ? { target: "_blank", rel: "noopener noreferrer" } : {})}
      onClick={open && onPlainClick(open)}
    >
      {text}
    </a>
  );
}
