import { NotesOf } from "../prose/NotesOf.tsx";
import { Prose } from "../prose/Prose.tsx";
import type { About } from "./about.ts";

export function AboutText({ at, notes }: About) {
  return (
    <NotesOf at={at}>
      <Prose prose={notes} />
    </NotesOf>
  );
}
