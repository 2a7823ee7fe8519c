import styles from "virtual:hopwise/flow-styles";

/** How the page sets its own text (spacing, capitals, direction) ends at the frame; whether it hides the flow does not. */
const host = `
:host { display: block; height: var(--hopwise-height, 480px); color-scheme: normal; contain: content; }
@media (max-width: 600px) { :host { height: var(--hopwise-height, 600px); } }
:host([hidden]) { display: none; }
:where(.flow-frame) { all: initial; direction: ltr; visibility: inherit; pointer-events: inherit; -webkit-text-size-adjust: 100% }
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
