import { type ReactNode, useMemo } from "react";
import { followLead } from "../../session/follow-lead.ts";
import { findLead, type NotesPlace } from "../../session/note-lead.ts";
import { useSession, useSessionState } from "../app/session-context.ts";
import { NoteLinks } from "./note-links.ts";

interface NotesOfProps {
  /** Where the text inside stands: a file of what is open, or a place of its own. */
  readonly at: string | NotesPlace;
  readonly children: ReactNode;
}

/** Leads the links of a text to what stands beside its file: to chapters in the app, where there are some. */
export function NotesOf({ at, children }: NotesOfProps) {
  const session = useSession();
  const { shelf } = session.ports;
  const opened = useSessionState((state) => (state.opened.kind === "open" ? state.opened : undefined));
  const scenario = useSessionState((state) => state.scenario);
  const follow = useMemo(() => {
    const place = typeof at !== "string" ? at : opened && { ...opened, file: at, scenario };
    return (url: string) => {
      const lead = place ? findLead(url, place, shelf) : { href: url };
      if (!lead?.link) return lead;
      const { href, link, beside, heading } = lead;
      // What lies beside it was opened with it, and may be nowhere else.
      const isHere = place?.library !== undefined && place.library === opened?.library;
      const open = () => void followLead(session, { link, heading, beside: isHere ? beside : undefined });
      return { href, open };
    };
  }, [at, opened, scenario, shelf, session]);
  return <NoteLinks value={follow}>{children}</NoteLinks>;
}
