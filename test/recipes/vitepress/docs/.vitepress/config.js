import { defineConfig } from "vitepress";

export default defineConfig({
  title: "Docs",
  vue: { template: { compilerOptions: { isCustomElement: (tag) => tag === "hopwise-flow" } } },
});
