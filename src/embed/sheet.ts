import styles from "virtual:hopwise/flow-styles";

const host = `
:host { display: block; height: var(--hopwise-height, 480px); color-scheme: normal; contain: content; }
@media (max-width: 600px) { :host { height: var(--hopwise-height, 600px); } }
:host([hidden]) { display: none; }
`;

let sheet: CSSStyleSheet | undefined;

/** One style sheet for all flows of a page. */
export function flowSheet(): CSSStyleSheet {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(host + styles);
  }
  return sheet;
}
