import { createContext } from "react";
import { findPicture, type Picture } from "./find-picture.ts";

export interface Followed {
  readonly href: string;
  /** Opens what is at its end within the page. */
  readonly open?: () => void;
}

export interface NoteLinks {
  /** Where a text's link leads; undefined: nowhere. */
  readonly follow: (url: string) => Followed | undefined;
  readonly picture: (url: string | undefined) => Picture;
}

/** What a text's addresses mean where it stands. Of a text that stands nowhere they are the page's own. */
export const NoteLinks = createContext<NoteLinks>({
  follow: (href) => ({ href }),
  picture: (url) => findPicture(url, location.href, location.href),
});
