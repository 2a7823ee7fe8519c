/** Latin-1 from code 160 on, in order. */
const latin =
  "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml";
const greek =
  "Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho - Sigma Tau Upsilon Phi Chi Psi Omega";

const others: Readonly<Record<string, string>> = {
  quot: '"',
  amp: "&",
  lt: "<",
  gt: ">",
  apos: "'",
  num: "#",
  semi: ";",
  colon: ":",
  comma: ",",
  period: ".",
  excl: "!",
  quest: "?",
  percnt: "%",
  dollar: "$",
  sol: "/",
  bsol: "\\",
  lpar: "(",
  rpar: ")",
  lsqb: "[",
  lbrack: "[",
  rsqb: "]",
  rbrack: "]",
  lcub: "{",
  lbrace: "{",
  rcub: "}",
  rbrace: "}",
  verbar: "|",
  vert: "|",
  equals: "=",
  plus: "+",
  ast: "*",
  commat: "@",
  lowbar: "_",
  grave: "`",
  Hat: "^",
  Tab: "\t",
  NewLine: "\n",
  hyphen: "‐",
  ndash: "–",
  mdash: "—",
  lsquo: "‘",
  rsquo: "’",
  sbquo: "‚",
  ldquo: "“",
  rdquo: "”",
  bdquo: "„",
  dagger: "†",
  Dagger: "‡",
  bull: "•",
  hellip: "…",
  permil: "‰",
  prime: "′",
  Prime: "″",
  lsaquo: "‹",
  rsaquo: "›",
  oline: "‾",
  frasl: "⁄",
  euro: "€",
  image: "ℑ",
  weierp: "℘",
  real: "ℜ",
  trade: "™",
  alefsym: "ℵ",
  larr: "←",
  uarr: "↑",
  rarr: "→",
  darr: "↓",
  harr: "↔",
  crarr: "↵",
  lArr: "⇐",
  uArr: "⇑",
  rArr: "⇒",
  dArr: "⇓",
  hArr: "⇔",
  forall: "∀",
  part: "∂",
  exist: "∃",
  empty: "∅",
  nabla: "∇",
  isin: "∈",
  notin: "∉",
  ni: "∋",
  prod: "∏",
  sum: "∑",
  minus: "−",
  lowast: "∗",
  radic: "√",
  prop: "∝",
  infin: "∞",
  ang: "∠",
  and: "∧",
  or: "∨",
  cap: "∩",
  cup: "∪",
  int: "∫",
  there4: "∴",
  sim: "∼",
  cong: "≅",
  asymp: "≈",
  ne: "≠",
  equiv: "≡",
  le: "≤",
  ge: "≥",
  sub: "⊂",
  sup: "⊃",
  nsub: "⊄",
  sube: "⊆",
  supe: "⊇",
  oplus: "⊕",
  otimes: "⊗",
  perp: "⊥",
  sdot: "⋅",
  lceil: "⌈",
  rceil: "⌉",
  lfloor: "⌊",
  rfloor: "⌋",
  loz: "◊",
  spades: "♠",
  clubs: "♣",
  hearts: "♥",
  diams: "♦",
  check: "✓",
  cross: "✗",
  star: "☆",
  starf: "★",
  phone: "☎",
  OElig: "Œ",
  oelig: "œ",
  Scaron: "Š",
  scaron: "š",
  Yuml: "Ÿ",
  fnof: "ƒ",
  circ: "ˆ",
  tilde: "˜",
  ensp: "\u2002",
  emsp: "\u2003",
  thinsp: "\u2009",
  zwnj: "\u200c",
  zwj: "\u200d",
  lrm: "\u200e",
  rlm: "\u200f",
  thetasym: "ϑ",
  upsih: "ϒ",
  piv: "ϖ",
  sigmaf: "ς",
  AMP: "&",
  LT: "<",
  GT: ">",
  QUOT: '"',
  COPY: "©",
  REG: "®",
};

const named = new Map<string, string>(Object.entries(others));
latin.split(" ").forEach((name, index) => {
  named.set(name, String.fromCodePoint(160 + index));
});
greek.split(" ").forEach((name, index) => {
  named.set(name, String.fromCodePoint(913 + index));
  named.set(name.charAt(0).toLowerCase() + name.slice(1), String.fromCodePoint(945 + index));
});
// In HTML, the names Epsilon and Phi have their capitals' shapes, while the small ones are these.
named.set("epsilon", "ε").set("phi", "φ");

/** Windows-1252's characters at 128–159, which HTML puts in the place of control characters. */
const windows = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/**
 * Mermaid's entities: `#35;` is the character of that decimal code, `#quot;` the one HTML calls so. A name that HTML
 * does not know is shown as Mermaid shows it, `&name;`.
 */
export function decodeEntities(text: string): string {
  if (!text.includes("#")) return text;
  return text.replace(/#(\w+);/g, (_, body: string) => {
    if (/^\d+$/.test(body)) return fromCode(Number(body));
    return named.get(body) ?? `&${body};`;
  });
}

function fromCode(code: number): string {
  if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return "\ufffd";
  if (code >= 128 && code < 160) return windows.charAt(code - 128);
  return String.fromCodePoint(code);
}

/** The length of the entity at `at` (where a `#` stands), 0 if it is none: then the `#` begins a comment. */
export function entityLength(text: string, at: number): number {
  let end = at + 1;
  while (isWord(text.charCodeAt(end))) end++;
  return end > at + 1 && text.charCodeAt(end) === 59 ? end + 1 - at : 0;
}

/** `\w` of a pattern without the unicode flag. */
export function isWord(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 95;
}
