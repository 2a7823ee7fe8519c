import { join } from "node:path";
import { runCommand } from "../../../src/cli/command.ts";
import type { Terminal } from "../../../src/cli/terminal.ts";

export const root = join(import.meta.dirname, "../../..");

export interface Said {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command with a terminal of the test's own. */
export async function runHopwise(
  args: readonly string[],
  world: Partial<Terminal> & { input?: string } = {},
): Promise<Said> {
  const out: string[] = [];
  const err: string[] = [];
  const status = await runCommand(args, {
    write: (content) => void out.push(typeof content === "string" ? content : `${content.length} bytes`),
    complain: (text) => void err.push(text),
    readInput: async () => new TextEncoder().encode(world.input ?? ""),
    folder: root,
    env: {},
    outputIsTerminal: false,
    width: 100,
    app: join(root, "dist", "app"),
    untilStopped: async () => {},
    ...world,
  });
  return { status, out: out.join(""), err: err.join("") };
}
