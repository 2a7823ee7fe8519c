import fc from "fast-check";
import { arrowTokens } from "../../src/chapter/sequence/arrows.ts";

const id = fc.constantFrom(
  ...[
    "A",
    "B",
    "C",
    "Alice",
    "Bob Smith",
    "api.local",
    "x-y",
    "ünï",
    "東京",
    "f(x)",
    "a/b",
    "p|q",
    "N#35;1",
    "7",
    '"Q"',
    "endpoint",
    "a_b",
  ],
);
const blank = fc.constantFrom("", "", " ", "  ", "\t");
const word = fc.constantFrom(
  ..."hello end loop alt note over wrap: nowrap: <br/> <br> </br> <BR /> #35; #quot; #9829; #nosuch; : , -> ->> x -x + - () ( ) { } [ ] @ % %% \" ' & = / \\ * . 1 2.5 as AS — 🎉 é style title <b> \t".split(
    " ",
  ),
);
const text = fc
  .array(fc.tuple(word, blank), { maxLength: 6 })
  .map((parts) => parts.map(([head, tail]) => head + tail).join(""));
const line = (head: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(blank, head, fc.constantFrom("\n", "\n", "\n", "\n\n", ";\n", " # gone\n", "; "))
    .map((parts) => parts.join(""));

const message = fc
  .tuple(
    id,
    blank,
    fc.constantFrom(...arrowTokens),
    blank,
    fc.constantFrom("", "", "", "+", "()"),
    blank,
    id,
    blank,
    text,
  )
  .filter(([from, gap, , , , , , ,]) => !(from === "7" && gap !== ""))
  .map(
    ([from, a, token, b, sign, c, to, d, said]) =>
      `${from}${a}${token}${b}${sign}${c}${to}${to === "7" ? "" : d}:${said}`,
  );
const note = fc
  .tuple(fc.constantFrom("left of", "right of", "over", "Over"), id, fc.option(id), blank, text)
  .map(([place, one, two, gap, said]) => {
    const pair = two !== null && /over/i.test(place) ? `${gap},${gap}${two}` : "";
    return `Note ${place} ${one === "7" && pair !== "" ? "A" : one}${pair}:${said}`;
  });
const declaration = fc
  .tuple(
    fc.constantFrom("participant", "actor", "PARTICIPANT"),
    id,
    fc.constantFrom("", "", "alias", "type", "both"),
    text,
  )
  .map(([head, name, what, said]) => {
    const key = name.replaceAll(" ", "_");
    const type = what === "type" || what === "both" ? `@{ "type": "database" }` : "";
    const alias = what === "alias" || what === "both" ? ` as ${said}` : "";
    return `${head} ${what === "" ? name : key}${type}${alias}`;
  });
const small = fc.oneof(
  fc.constantFrom("autonumber", "autonumber 3", "autonumber 3 4", "autonumber off", "title A title", "accTitle: T; #x"),
  id.map((name) => `activate ${name}`),
  id.map((name) => `link ${name}: Docs @ https://d`),
);
const comment = fc.constantFrom("%% a comment\n", "  %% another\n\n", "%%{init: {}}%%\n", "\n", "   \n", "# hash\n");

const statement = fc.oneof(
  { weight: 6, arbitrary: line(message) },
  { weight: 2, arbitrary: line(note) },
  { weight: 2, arbitrary: line(declaration) },
  { weight: 1, arbitrary: small.map((head) => `${head}\n`) },
  { weight: 1, arbitrary: comment },
);
const blocks = fc.letrec<{ body: string; block: string }>((tie) => ({
  body: fc
    .array(
      fc.oneof({ depthSize: "small" }, { weight: 5, arbitrary: statement }, { weight: 1, arbitrary: tie("block") }),
      {
        maxLength: 5,
      },
    )
    .map((parts) => parts.join("")),
  block: fc
    .tuple(
      fc.constantFrom(
        ["loop", ""],
        ["opt", ""],
        ["break", ""],
        ["rect", ""],
        ["alt", "else"],
        ["par", "and"],
        ["par_over", "and"],
        ["critical", "option"],
        ["LOOP", ""],
      ),
      text,
      tie("body"),
      fc.option(fc.tuple(text, tie("body"))),
    )
    .map(([[open, separator], said, first, second]) => {
      const branch = second !== null && separator !== "" ? `${separator} ${second[0]}\n${second[1]}\n` : "";
      return `${open} ${said}\n${first}\n${branch}end\n`;
    }),
}));
// Mermaid runs box titles through an HTML sanitizer; to us they are text, so tags other than <br> are left out.
const boxTitle = text.map((said) => said.replaceAll(/<[^>]*>?/g, "<br>").replaceAll("&", ""));
const box = fc
  .tuple(fc.constantFrom("Aqua", "", "rgb(1,2,3)", "Team", "transparent"), boxTitle, fc.integer({ min: 0, max: 1e6 }))
  .map(([color, said, n]) => `box ${color} ${said}\nparticipant boxed${n}\nend\n`);

/** Diagrams that Mermaid nearly always accepts, with much variety in blanks, names and texts. */
export const diagramText: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom("sequenceDiagram\n", "\n  sequenceDiagram\n", "%% c\nsequenceDiagram\n", "sequenceDiagram;"),
    fc.option(box),
    fc.array(fc.oneof({ weight: 4, arbitrary: statement }, { weight: 1, arbitrary: blocks.block }), { maxLength: 10 }),
    fc.boolean(),
  )
  .map(([header, boxed, parts, windows]) => {
    const whole = `${header}${boxed ?? ""}${parts.join("")}`;
    return windows ? whole.replaceAll("\n", "\r\n") : whole;
  });

const piece = fc.oneof(
  id,
  word,
  blank,
  fc.constantFrom(...arrowTokens),
  fc.constantFrom(
    ..."participant |actor |create |destroy |activate |deactivate |note |left of |right of |over |loop |alt |else |end|opt |par |and |critical |option |break |rect |box |title |accTitle: |accDescr: |accDescr {|}|autonumber |off|links |link |@{|: x|\n|\n|;|%%|%%{|#|--|()|<|>|+|-|,| as |wrap:|sequenceDiagram|\u00a0|\r".split(
      "|",
    ),
  ),
);

/** A heap of pieces: rejected as often as not. */
export const soupText: fc.Arbitrary<string> = fc
  .array(
    fc.array(piece, { minLength: 1, maxLength: 6 }).map((parts) => parts.join("")),
    { maxLength: 3 },
  )
  .map((lines) => `sequenceDiagram\n${lines.join("\n")}`);
