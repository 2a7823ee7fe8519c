// `npm start`: sets up, builds the app and serves it. Prints its address and opens nothing.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { endWithNpm } from "./end-with-npm.mjs";
import { ensureDependencies, requireNode, root } from "./setup.mjs";

requireNode();
ensureDependencies();
endWithNpm();

const { build } = await import("vite");

await build({ root, logLevel: "warn" });
await import("./build-cli.mjs");
// The command serves the chapters we ship as it serves anyone's, and moves on to the next free port when this is taken.
const port = readPort(process.argv.slice(2)) ?? 4173;
process.argv.splice(2, Infinity, "serve", join(root, "scenarios"), "--port", String(port));
await import(pathToFileURL(join(root, "dist", "cli.js")).href);

function readPort(args) {
  const at = args.indexOf("--port");
  const text = at >= 0 ? args[at + 1] : process.env.PORT;
  const port = Number(text);
  return text && Number.isInteger(port) && port > 0 && port < 65_536 ? port : undefined;
}
