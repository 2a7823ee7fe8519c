import { createContext } from "react";

export interface Followed {
  readonly href: string;
  /** Opens what is at its end within the page. */
  readonly open?: () => void;
}

/** Where a text's links lead, by where it stands; undefined: nowhere. A text that stands nowhere leaves them as they are. */
export const NoteLinks = createContext<(url: string) => Followed | undefined>((href) => ({ href }));
