import DefaultTheme from "vitepress/theme";
import "./flow.css";

export default {
  extends: DefaultTheme,
  enhanceApp() {
    if (!import.meta.env.SSR) void import("hopwise/element");
  },
};
