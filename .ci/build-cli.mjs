// Bundles the command into dist/cli.js (npm's `prepare`), so that `npx hopwise` works after `npm ci` alone.
// Everything is bundled: one file starts in a fraction of the time that hundreds of small modules take. What few commands
// need stays beside it (the letters' shapes), or in its own package (the rasterizer, which is native).
import { chmodSync, existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./setup.mjs";

const vite = await import("vite").catch(() => undefined);
if (!vite) {
  console.warn("hopwise: the build tools are not installed, so dist/cli.js was left as it is.");
  process.exit(0);
}

const glyphs = await vite.runnerImport(join(root, "src", "prebuilt-glyphs.ts"), {
  root,
  configFile: false,
  logLevel: "warn",
});

await vite.build({
  root,
  configFile: false,
  logLevel: "warn",
  publicDir: false,
  plugins: [glyphs.module.prebuiltGlyphs()],
  ssr: { noExternal: true, external: ["@resvg/resvg-js"] },
  build: {
    ssr: join(root, "src", "cli.ts"),
    outDir: join(root, "dist"),
    emptyOutDir: false,
    target: "node20",
    minify: true,
    sourcemap: false,
    rolldownOptions: { output: { entryFileNames: "cli.js", chunkFileNames: "cli-[name].js" } },
  },
});

const built = join(root, "dist", "cli.js");
chmodSync(built, 0o755);
linkIntoBin();

/** npm does not link a project's own command into its node_modules/.bin; scripts and editors look there. */
function linkIntoBin() {
  const bin = join(root, "node_modules", ".bin");
  if (!existsSync(join(root, "node_modules"))) return;
  mkdirSync(bin, { recursive: true });
  const link = join(bin, "hopwise");
  rmSync(link, { force: true });
  if (process.platform === "win32") {
    writeFileSync(`${link}.cmd`, '@node "%~dp0..\\..\\dist\\cli.js" %*\r\n');
  } else {
    symlinkSync(join("..", "..", "dist", "cli.js"), link);
  }
}
