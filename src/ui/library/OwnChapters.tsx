import { X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { encodeLink } from "../../session/link/encode-link.ts";
import { emptyLink, type Link } from "../../session/link/link.ts";
import { forgetOwn, forgetUrl, keepOwn, listOwn, listUrls, readOwn, rememberUrl } from "../../session/own-chapters.ts";
import { titleOf } from "../../session/own-place.ts";
import type { StoreBox } from "../../session/ports/store-box.ts";
import { useSession } from "../app/session-context.ts";
import { onPlainClick } from "../shared/on-plain-click.ts";

interface Recent {
  readonly key: string;
  readonly title: string;
  readonly link: Link;
  /** Takes it off the list and gives a way to put it back. */
  readonly forget: () => () => void;
}

/** Chapters opened before, remembered in this browser only. */
export function OwnChapters() {
  const { ports, actions } = useSession();
  const [recents, setRecents] = useState(() => listRecents(ports.storage));
  const [gone, setGone] = useState<{ readonly title: string; readonly back: () => void } | undefined>();
  const heading = useRef<HTMLHeadingElement>(null);
  const undo = useRef<HTMLButtonElement>(null);
  // The button that was pressed went away with what it forgot.
  useEffect(() => {
    if (gone) undo.current?.focus();
  }, [gone]);
  if (recents.length === 0 && !gone) return null;
  const refresh = () => setRecents(listRecents(ports.storage));
  return (
    <section className="own">
      <h2 className="library-heading" ref={heading} tabIndex={-1}>
        Opened before
      </h2>
      <ul className="own-list">
        {recents.map(({ key, title, link, forget }) => (
          <li key={key}>
            <a href={encodeLink(link)} onClick={onPlainClick(() => actions.openLink(link))}>
              {title}
            </a>
            <button
              type="button"
              className="icon-button"
              aria-label={`Forget ${title}`}
              onClick={() => {
                setGone({ title, back: forget() });
                refresh();
              }}
            >
              <X size={14} aria-hidden />
            </button>
          </li>
        ))}
      </ul>
      <p role="status">
        {gone && (
          <>
            {gone.title} is forgotten.{" "}
            <button
              type="button"
              className="link-button"
              ref={undo}
              onClick={() => {
                heading.current?.focus();
                gone.back();
                setGone(undefined);
                refresh();
              }}
            >
              Undo
            </button>
          </>
        )}
      </p>
    </section>
  );
}

function listRecents(storage: StoreBox): readonly Recent[] {
  const named = new Set<string>();
  const own = listOwn(storage).map((id): Recent => {
    const name = id.replace(/^own\//, "");
    const title = titleOf(readOwn(storage, id) ?? []) ?? name;
    const again = named.has(title);
    named.add(title);
    return {
      key: id,
      title: again ? `${title} (${name})` : title,
      link: { ...emptyLink, chapter: id },
      forget: () => {
        const files = readOwn(storage, id);
        forgetOwn(storage, id);
        return () => void (files && keepOwn(storage, id, files));
      },
    };
  });
  const urls = listUrls(storage).map(({ url, title }): Recent => {
    return {
      key: url,
      title: title || url,
      link: { ...emptyLink, src: url },
      forget: () => {
        forgetUrl(storage, url);
        return () => rememberUrl(storage, url, title);
      },
    };
  });
  return [...own, ...urls];
}
