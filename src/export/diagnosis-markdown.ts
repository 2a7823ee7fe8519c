/** A diagnosis, in words already. */
export interface DiagnosisText {
  readonly title: string;
  readonly summary: string;
  readonly seen: readonly string[];
  readonly suspects: readonly { readonly name: string; readonly score: number; readonly because: readonly string[] }[];
  readonly limits: readonly string[];
  /** What to look at next, the best first, each with the chapter's command where it has one. */
  readonly next: readonly { readonly look: string; readonly command?: string }[];
  readonly ruledOut: readonly string[];
}

/** A diagnosis as Markdown for a ticket or a post-mortem. */
export function diagnosisMarkdown(text: DiagnosisText): string {
  const { title, summary, seen, suspects, limits, next, ruledOut } = text;
  const list = (items: readonly string[]): string => items.map((item) => `- ${escapeText(item)}\n`).join("");
  const parts = [
    `## Diagnosis: ${escapeText(title)}\n\n${escapeText(summary)}\n`,
    `### Seen\n\n${list(seen)}`,
    suspects.length === 0
      ? ""
      : `### Suspects\n\n${suspects
          .map(
            ({ name, score, because }, at) =>
              `${at + 1}. **${escapeText(name)}** (${Math.round(score * 100)} %)\n${because.map((one) => `   - ${escapeText(one)}\n`).join("")}`,
          )
          .join("")}`,
    next.length === 0
      ? ""
      : `### Next best look\n\n${next
          .map(
            ({ look, command }, at) =>
              `${at > 0 ? "Or: " : ""}${escapeText(look)}\n${command === undefined ? "" : `\n${fence(command)}`}`,
          )
          .join("\n")}`,
    limits.length === 0 ? "" : `### What cannot be told\n\n${list(limits)}`,
    ruledOut.length === 0 ? "" : `Does not fit: ${ruledOut.map(escapeText).join(", ")}\n`,
    "Worked out from the chapters; no system was tested.\n",
  ];
  return parts.filter((part) => part !== "").join("\n");
}

/** Longer than any run of backticks inside. */
function fence(command: string): string {
  const longest = Math.max(2, ...[...command.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const ticks = "`".repeat(longest + 1);
  return `${ticks}sh\n${command}\n${ticks}\n`;
}

function escapeText(text: string): string {
  return text.replace(/\s+/g, " ").replace(/[\\|`*_[\]<>&~#]/g, "\\$&");
}
