import { type ReactNode, useMemo } from "react";
import { followLead } from "../../session/follow-lead.ts";
import { findLead, type NotesPlace } from "../../session/note-lead.ts";
import { addressOfNotes } from "../../session/notes-address.ts";
import { useSession, useSessionState } from "../app/session-context.ts";
import { findPicture } from "./find-picture.ts";
import { NoteLinks } from "./note-links.ts";

interface NotesOfProps {
  /** Where the text inside stands: a file of what is open, or a place of its own. */
  readonly at: string | NotesPlace;
  readonly children: ReactNode;
}

/** Leads the links of a text to what stands beside its file: to chapters in the app, where there are some; and its pictures. */
export function NotesOf({ at, children }: NotesOfProps) {
  const session = useSession();
  const { shelf } = session.ports;
  const opened = useSessionState((state) => (state.opened.kind === "open" ? state.opened : undefined));
  const scenario = useSessionState((state) => state.scenario);
  const links = useMemo(() => {
    const place = typeof at !== "string" ? at : opened && { ...opened, file: at, scenario };
    const base = place && addressOfNotes(place, shelf);
    const picture = (url: string | undefined) => findPicture(url, base, location.href);
    const follow = (url: string) => {
      const lead = place ? findLead(url, place, shelf) : { href: url };
      if (!lead?.link) return lead;
      const { href, link, beside, heading } = lead;
      // What lies beside it was opened with it, and may be nowhere else.
      const isHere = place?.library !== undefined && place.library === opened?.library;
      const open = () => void followLead(session, { link, heading, beside: isHere ? beside : undefined });
      return { href, open };
    };
    return { follow, picture };
  }, [at, opened, scenario, shelf, session]);
  return <NoteLinks value={links}>{children}</NoteLinks>;
}
