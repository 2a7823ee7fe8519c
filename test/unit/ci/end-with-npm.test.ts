import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { expect, test } from "vitest";

const program = join(import.meta.dirname, "../../../.ci/end-with-npm.mjs");
const serving = `
  const { endWithNpm } = await import(${JSON.stringify(program)});
  endWithNpm(50);
  setTimeout(() => {}, 20_000);
  console.log("up");
`;

test.skipIf(process.platform === "win32")("npm start ends with the shell that npm ran it in", async () => {
  // As npm runs a script: a shell, and the program within it.
  const shell = spawn("sh", ["-c", '"$0" --input-type=module -e "$1"; :', process.execPath, serving], {
    env: { npm_lifecycle_event: "start" },
  });
  await once(shell.stdout, "data");
  shell.kill("SIGTERM");
  // The server writes to this stream, too: it closes when both are gone.
  await once(shell.stdout, "close");
  expect(shell.signalCode).toBe("SIGTERM");
});
