import { readFileSync } from "node:fs";
import { resolve } from "node:path";

export interface Sample {
  readonly name: string;
  readonly text: string;
}

/**
 * Reads a corpus file: `@name` begins a sample. The header line is left out unless the name says `(whole)`;
 * `(line 3)` is where a problem belongs that Mermaid gives no line for.
 * What an editor would not show is written as a sign: `␠` a blank, `␉` a tab, `␍` a carriage return, `␛` a byte order mark.
 */
export function readCorpus(file: string): Sample[] {
  const content = readFileSync(resolve(import.meta.dirname, file), "utf8");
  return content
    .split(/^@/m)
    .slice(1)
    .map((entry) => {
      const end = entry.indexOf("\n");
      const name = entry.slice(0, end);
      const body = entry
        .slice(end + 1)
        .replace(/\n$/, "")
        .replaceAll("␠", " ")
        .replaceAll("␉", "\t")
        .replaceAll(/␍\n?/g, (sign) => (sign === "␍" ? "\r" : "\r\n"))
        .replaceAll("␛", "\ufeff");
      return { name, text: name.includes("(whole)") ? body : `sequenceDiagram\n${body}` };
    });
}
