import { runMarkdown } from "../export/markdown/run-markdown.ts";
import { runMermaid } from "../export/mermaid/run-mermaid.ts";
import { traceCsv } from "../export/trace-csv.ts";
import type { Trace } from "../model/trace.ts";
import type { Playable } from "./results.ts";

export interface SharedFile {
  readonly name: string;
  readonly type: string;
  readonly content: string;
}

export const textForms = ["markdown", "mermaid", "csv"] as const;
export type TextForm = (typeof textForms)[number];

/** The run as text, with the name and type of its file. */
export function shareText(form: TextForm, { scenario, system }: Playable, trace: Trace, address?: string): SharedFile {
  switch (form) {
    case "markdown":
      return {
        name: `${scenario.id}.md`,
        type: "text/markdown",
        content: runMarkdown(scenario, system, trace, address),
      };
    case "mermaid":
      return { name: `${scenario.id}.mmd`, type: "text/plain", content: runMermaid(scenario, system, trace) };
    case "csv":
      return { name: `${scenario.id}.csv`, type: "text/csv", content: traceCsv(scenario, system, trace) };
  }
}
