// As Material does it: the palette that is chosen is written on the body, and the other one's button is shown.
const options = [...document.querySelectorAll(".md-option")];
for (const option of options) {
  option.addEventListener("change", () => {
    document.body.setAttribute("data-md-color-scheme", option.getAttribute("data-md-color-scheme"));
    for (const other of options) other.nextElementSibling.hidden = other !== option;
  });
}
