/** Shows which message is the current one. Mermaid marks each message's line; its words are drawn just before it. */
export function mark(drawn: SVGSVGElement, message: number): void {
  for (const old of drawn.querySelectorAll("[data-current]")) old.removeAttribute("data-current");
  const line = drawn.querySelectorAll('[data-et="message"]')[message];
  if (!line) return;
  line.setAttribute("data-current", "line");
  let first: Element = line;
  for (let before = line.previousElementSibling; before; before = before.previousElementSibling) {
    if (!before.classList.contains("messageText")) break;
    before.setAttribute("data-current", "text");
    first = before;
  }
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  first.scrollIntoView({ block: "center", inline: "center", behavior: calm ? "auto" : "smooth" });
}
