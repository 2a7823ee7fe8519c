/** Farther than so many screens the drawing jumps: what flies by would explain nothing. */
const farthest = 1.5;

/** Shows which message is the current one. Mermaid marks each message's line; its words are drawn just before it. */
export function mark(drawn: SVGSVGElement, message: number): void {
  const first = drawn.querySelector("[data-current]") === null;
  for (const old of drawn.querySelectorAll("[data-current]")) old.removeAttribute("data-current");
  const line = drawn.querySelectorAll('[data-et="message"]')[message];
  if (!line) return;
  line.setAttribute("data-current", "line");
  let top: Element = line;
  for (let before = line.previousElementSibling; before; before = before.previousElementSibling) {
    if (!before.classList.contains("messageText")) break;
    before.setAttribute("data-current", "text");
    top = before;
  }
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const { top: y } = top.getBoundingClientRect();
  const far = Math.abs(y - innerHeight / 2) > innerHeight * farthest;
  top.scrollIntoView({ block: "center", inline: "center", behavior: calm || first || far ? "auto" : "smooth" });
}
