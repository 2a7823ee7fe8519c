import mermaid from "mermaid";
import { bareText } from "./bare-text.ts";
import type { FrameTheme } from "./protocol.ts";

/** Longer texts, in characters, would keep the page busy for seconds. */
const longest = 200_000;

let drawings = 0;

/** Draws a text by Mermaid's own hand. @throws With Mermaid's words when it does not read it. */
export async function draw(text: string, theme: FrameTheme): Promise<SVGSVGElement> {
  if (text.length > longest) throw new Error(`It is longer than ${longest.toLocaleString("en")} characters.`);
  mermaid.initialize({
    startOnLoad: false,
    securityLevel: "strict",
    theme: theme === "dark" ? "dark" : "default",
    htmlLabels: false,
    flowchart: { htmlLabels: false },
    suppressErrorRendering: true,
    maxTextSize: longest,
    maxEdges: 2_000,
  });
  drawings += 1;
  const { svg } = await mermaid.render(`drawing-${drawings}`, bareText(text));
  const drawn = new DOMParser().parseFromString(svg, "text/html").querySelector("svg");
  if (!drawn) throw new Error("Mermaid drew nothing.");
  // Nothing here leads anywhere: a link would take the frame itself away.
  for (const link of drawn.querySelectorAll("a")) {
    for (const name of link.getAttributeNames()) if (/href$/i.test(name)) link.removeAttribute(name);
  }
  return document.adoptNode(drawn);
}
