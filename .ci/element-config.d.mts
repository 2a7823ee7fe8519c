import type { InlineConfig } from "vite";

/** Vite's configuration for an entry of the component's kind; its name is the file's that comes out. */
export function elementConfig(input: string, outDir: string, name: string): InlineConfig;
