(() => {
  let theme = null;
  try {
    const asked = /[?&]theme=(light|dark|auto)(&|$)/.exec(location.search);
    theme = asked ? asked[1] : localStorage.getItem("hopwise/theme");
  } catch {}
  const dark = theme === "dark" || (theme !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
  document.documentElement.dataset.theme = dark ? "dark" : "light";
})();
