import { StreamLanguage, type StringStream } from "@codemirror/language";

interface LineState {
  /** What the rest of the line is. */
  part: "begin" | "ids" | "text" | "words" | "directive";
}

const blocks = /^(?:alt|else|opt|loop|par_over|par|and|critical|option|break|rect|box|end)\b/;
const lifelines = /^(?:participant|actor|create|destroy|activate|deactivate|links?|properties|details)\b/;
const settings = /^(?:sequenceDiagram|autonumber|title|accTitle|accDescr)\b/;
const arrow = /^(?:<<)?(?:--?|\/\/?|\\\\?|\|)[-/\\|]*(?:>>|>|\)|x|\||\\|\/)[+-]?(?:\(\))?/;

function nextToken(stream: StringStream, state: LineState): string | null {
  if (stream.sol()) state.part = "begin";
  if (stream.eatSpace()) return null;
  if (state.part === "begin" && stream.match("%%")) {
    if (stream.match(/^\s*(?=@)/)) state.part = "directive";
    else stream.skipToEnd();
    return "comment";
  }
  if (state.part === "directive") {
    if (stream.match(/^@[\w-]+/)) return "annotation";
    stream.skipToEnd();
    return "attributeValue";
  }
  if (state.part === "text") {
    stream.skipToEnd();
    return "string";
  }
  if (state.part === "words") {
    stream.skipToEnd();
    return "labelName";
  }
  if (state.part === "begin") {
    state.part = "ids";
    if (stream.match(settings) || stream.match(blocks)) {
      state.part = "words";
      return "keyword";
    }
    if (stream.match(lifelines) || stream.match(/^note\s+(?:left of|right of|over)\b/i)) return "keyword";
  }
  if (stream.match(/^(?:participant|actor)\b/)) return "keyword";
  if (stream.match(/^as\b/)) {
    state.part = "text";
    return "keyword";
  }
  if (stream.eat(":")) {
    state.part = "text";
    return "punctuation";
  }
  if (stream.match(arrow)) return "operator";
  if (stream.match(/^[\p{L}\p{N}_.]+/u)) return "variableName";
  stream.next();
  return null;
}

/** Mermaid's sequence diagrams with our directives, a line at a time. */
export const sequenceLanguage = StreamLanguage.define<LineState>({
  name: "sequence",
  startState: () => ({ part: "begin" }),
  token: nextToken,
  languageData: { commentTokens: { line: "%%" } },
});

interface YamlState {
  value: boolean;
}

/** The front matter: keys, values and comments are all that needs to be told apart. */
export const frontMatterLanguage = StreamLanguage.define<YamlState>({
  name: "front-matter",
  startState: () => ({ value: false }),
  token(stream, state) {
    if (stream.sol()) state.value = false;
    if (stream.eatSpace()) return null;
    if (stream.match(/^#.*/)) return "comment";
    if (stream.match(/^---\s*$/)) return "meta";
    if (stream.match(/^[\w][\w .-]*(?=:(?:\s|$))/)) {
      state.value = true;
      return "propertyName";
    }
    if (stream.match(/^[{}[\],:]/)) return "punctuation";
    if (stream.match(/^(?:"[^"]*"|'[^']*')/)) return "string";
    if (stream.match(/^\d[\d.]*(?=[\s,}\]]|$)/)) return "number";
    if (stream.match(/^[^\s{}[\],:#][^{}[\],:#]*/)) return "string";
    stream.next();
    return null;
  },
});
