// Builds the web component into dist/hopwise-flow.js.
import { join } from "node:path";
import { build } from "vite";
import { elementConfig } from "./element-config.mjs";
import { root } from "./setup.mjs";

await build(elementConfig(join(root, "src/element.ts"), join(root, "dist"), "hopwise-flow"));
