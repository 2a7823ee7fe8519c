import { common, createLowlight } from "lowlight";
import "./highlight.css";

const lowlight = createLowlight(common);

/** Longer code, in characters, stays plain: colouring it would be felt. */
const longest = 20_000;

/** A run of code of one kind, or plain text. */
export type Colored = string | { readonly kinds: string; readonly inside: readonly Colored[] };

type Hast = ReturnType<typeof lowlight.highlight>["children"];

/** Code in its parts; undefined in a language that is not known. */
export function highlight(text: string, lang: string): readonly Colored[] | undefined {
  if (text.length > longest || !lowlight.registered(lang)) return undefined;
  return read(lowlight.highlight(lang, text).children);
}

function read(nodes: Hast): readonly Colored[] {
  return nodes.flatMap((node): Colored[] => {
    if (node.type === "text") return [node.value];
    if (node.type !== "element") return [];
    const { className } = node.properties;
    return [{ kinds: Array.isArray(className) ? className.join(" ") : "", inside: read(node.children) }];
  });
}
