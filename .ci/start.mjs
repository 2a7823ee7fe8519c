// `npm start`: sets up, builds the app and serves it. Prints its address and opens nothing.
import { ensureDependencies, requireNode, root } from "./setup.mjs";

requireNode();
ensureDependencies();

const { build, preview } = await import("vite");
const wanted = readPort(process.argv.slice(2)) ?? 4173;

await build({ root, logLevel: "warn" });
// Vite moves on to the next free port when this one is taken.
const server = await preview({ root, preview: { port: wanted, strictPort: false, open: false } });
const address = server.resolvedUrls?.local[0] ?? `http://localhost:${wanted}/`;
console.log(`\nHopwise is at ${address}\nPress Ctrl+C to stop.`);

for (const signal of ["SIGINT", "SIGTERM"]) {
  process.once(signal, () => {
    server.close().finally(() => process.exit(0));
  });
}

function readPort(args) {
  const at = args.indexOf("--port");
  const text = at >= 0 ? args[at + 1] : process.env.PORT;
  const port = Number(text);
  return text && Number.isInteger(port) && port > 0 && port < 65_536 ? port : undefined;
}
