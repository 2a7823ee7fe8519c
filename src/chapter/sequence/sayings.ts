/** What is wrong with a line and what to write instead. */
export interface Saying {
  readonly code: string;
  readonly message: string;
}

function saying(code: string, message: string): Saying {
  return { code: `sequence/${code}`, message };
}

export const unreadable = saying(
  "unreadable-line",
  "This is no line of a sequence diagram. Write a message such as `A->>B: text`, a participant, a note or a block.",
);
export const noHeader = saying("no-header", "A sequence diagram begins with a line `sequenceDiagram`. Write it first.");
export const openFrontMatter = saying(
  "front-matter",
  "The front matter does not end. Close it with a line `---` before `sequenceDiagram`.",
);
export const trailingBlank = saying(
  "trailing-blank",
  "Mermaid cannot read this line because of the blank at its end. Remove it.",
);
export const nothingInside = saying("stray-character", "Mermaid passes over this character. Remove it.");
export const noText = saying(
  "missing-text",
  "This message has no text. Put a colon behind the receiver: `A->>B: text`.",
);
export const noReceiver = saying("missing-receiver", "This arrow leads nowhere. Name its receiver: `A->>B: text`.");
export const noArrow = saying(
  "missing-arrow",
  "There is no arrow behind this name. Write a message such as `A->>B: text`.",
);
export const badNote = saying(
  "unreadable-note",
  "This note cannot be read. Write `Note right of A: text`, `Note left of A: text` or `Note over A,B: text`.",
);
export const badParticipant = saying(
  "unreadable-participant",
  "This participant cannot be read: an id may not hold `<`, `>`, `:`, `,`, `;` or `@`. Write `participant A as Label`.",
);
export const badConfig = saying(
  "unreadable-config",
  'What stands in the braces cannot be read. Write `participant A@{ "type": "database", "alias": "Store" }`.',
);
export const badLinks = saying(
  "unreadable-link",
  "This line needs a participant and a text, such as `link A: Docs @ https://…`.",
);
export const badAutonumber = saying(
  "unreadable-autonumber",
  "Write `autonumber`, `autonumber 10 5` (first number and step) or `autonumber off`.",
);
export const badAccessible = saying(
  "unreadable-accessibility",
  "Write `accTitle: text`, `accDescr: text` or `accDescr { text }`.",
);
export const openBraces = saying("open-description", "This description does not end. Close it with `}`.");
export const createNeeds = saying("unreadable-participant", "Write `create participant A` or `create actor A`.");
export const strayEnd = saying("stray-end", "This `end` closes nothing. Remove it, or open a block before it.");
export const twice = saying(
  "created-twice",
  "A participant of this id is there already. Give the new one an id of its own and the same label with `as`.",
);

export function unclosed(word: string): Saying {
  return saying(
    word === "box" ? "unclosed-box" : "unclosed-block",
    `This \`${word}\` is not closed. Write \`end\` behind its last line.`,
  );
}

export function keywordAsName(word: string): Saying {
  return saying(
    "keyword-as-name",
    `\`${word}\` is a word of Mermaid's own and cannot begin a participant's id. Choose another id and show this one with \`as\`.`,
  );
}

export function strayBranch(word: string, opener: string): Saying {
  return saying(
    "stray-branch",
    `\`${word}\` stands only inside \`${opener}\`. Remove it, or open the block before it.`,
  );
}

export function inBox(): Saying {
  return saying("box-content", "A box holds participants only. Close it with `end` before this line.");
}

export function twoBoxes(id: string): Saying {
  return saying("two-boxes", `\`${id}\` stands in another box already. Keep it in one of them.`);
}

export function notActive(id: string): Saying {
  return saying(
    "not-active",
    `\`${id}\` is not active here, so it cannot be deactivated. Activate it first, or drop the sign.`,
  );
}

export function noCreatingMessage(id: string): Saying {
  return saying(
    "create-without-message",
    `The message behind \`create\` must go to \`${id}\`. Put it before this one.`,
  );
}

export function noDestroyingMessage(id: string): Saying {
  return saying(
    "destroy-without-message",
    `The message behind \`destroy\` must come from or go to \`${id}\`. Put it before this one.`,
  );
}

export function nothingBehind(name: string): Saying {
  return saying(
    "directive-without-target",
    `\`@${name}\` has nothing behind it. Put it before the participant, message, note or block that it is about.`,
  );
}

export function unknownShape(type: string): Saying {
  return saying("unknown-shape", `Mermaid has no shape called \`${type}\`. It is read as a plain participant.`);
}
