import type { Coverage } from "../analysis/get-coverage.ts";
import { type Paint, printable } from "./paint.ts";

const rows: readonly (readonly [key: keyof Coverage, what: string])[] = [
  ["participants", "participants stand for a layer that has a failure"],
  ["layers", "layers have a failure"],
  ["messages", "messages pass a layer that has a failure"],
  ["faults", "failures say what the user sees, how to recover and how to check"],
];
const namesShown = 6;

/** What to write where no failure is named. */
export const howToNameFailures =
  "A table with a column for what fails and one for what\n  the user sees names some, as does `faults:` in the front matter.\n";
const noFailures = `  No failure is named, so there is nothing to switch off. ${howToNameFailures}`;

/** How much has an answer to "and when this fails?", and what has none. */
export function printCoverage(coverage: Coverage, paint: Paint): string {
  const width = Math.max(...rows.map(([key]) => `${coverage[key].covered}/${coverage[key].of}`.length));
  const named = rows
    .filter(([key]) => coverage[key].of > 0)
    .map(([key, what]) => {
      const { covered, of, missing } = coverage[key];
      const figure = paint(covered === of ? "good" : "warn", `${covered}/${of}`.padStart(width));
      // "and 1 more" takes the room of the name itself.
      const shown = missing.length === namesShown + 1 ? missing.length : namesShown;
      const names = missing.slice(0, shown).map(printable).join(" · ");
      const rest = missing.length > shown ? ` · and ${missing.length - shown} more` : "";
      return `  ${figure}  ${what}${missing.length > 0 ? `\n  ${" ".repeat(width)}  ${paint("muted", `not: ${names}${rest}`)}` : ""}\n`;
    })
    .join("");
  return coverage.faults.of > 0 ? named : `${named}${noFailures}`;
}
