import { markdownAddress, markdownFence, markdownInline } from "./markdown-text.ts";

/** A moment as it was recorded and told. */
export interface RecordedMoment {
  readonly title: string;
  /** The writer's own Markdown. */
  readonly text: string;
  /** Query and fragment of the link. */
  readonly link: string;
  /** What the stage showed, as Mermaid text. */
  readonly diagram: string;
}

/**
 * A walkthrough as a chapter (`type: walkthrough`): reads well where nothing plays, since each moment has its diagram.
 * `absolute` makes a link's query an address.
 */
export function walkthroughMarkdown(
  title: string,
  moments: readonly RecordedMoment[],
  absolute: (query: string) => string,
): string {
  const sections = moments.map(({ title: name, text, link, diagram }) => {
    const target = markdownAddress(absolute(link));
    return [
      `## ${oneLine(name) || "A moment"}\n`,
      text.trim() === "" ? "" : `${belowHeading(text)}\n`,
      target === undefined ? "" : `[Show this moment in Hopwise](${target})\n`,
      diagram === "" ? "" : markdownFence("mermaid", diagram),
    ]
      .filter((part) => part !== "")
      .join("\n");
  });
  return ["---\ntype: walkthrough\n---\n", `# ${oneLine(title) || "A walkthrough"}\n`, ...sections].join("\n");
}

function oneLine(text: string): string {
  return markdownInline(text.replace(/\s+/gu, " ").trim());
}

/** The writer's Markdown stays theirs, but a heading in it would begin another moment. */
function belowHeading(text: string): string {
  return text
    .trim()
    .replace(/\r\n?/g, "\n")
    .replace(/^( {0,3})(#{1,6}(?=\s|$))/gm, "$1\\$2")
    .replace(/^( {0,3})(=+|-+)[ \t]*$/gm, "$1\\$2");
}
