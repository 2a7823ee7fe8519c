import { existsSync } from "node:fs";
import { join } from "node:path";

/** What the command needs of the world around it; tests bring a fake. */
export interface Terminal {
  /** To standard output. */
  write(content: string | Uint8Array): void;
  /** To standard error. */
  complain(text: string): void;
  readInput(): Promise<Uint8Array>;
  readonly folder: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly outputIsTerminal: boolean;
  /** Columns of standard output. */
  readonly width: number;
  /** The folder of the built app, which sites are made of. */
  readonly app: string;
  /** Resolves when the person wants what runs to end (Ctrl+C). */
  untilStopped(): Promise<void>;
}

/** The process's own streams. A reader that goes away (`| head`) ends the command quietly. */
export function processTerminal(): Terminal {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EPIPE") process.exit(process.exitCode ?? 0);
      throw error;
    });
  }
  return {
    write: (content) => void process.stdout.write(content),
    complain: (text) => void process.stderr.write(text),
    readInput: async () => {
      const parts: Uint8Array[] = [];
      for await (const part of process.stdin) parts.push(typeof part === "string" ? Buffer.from(part) : part);
      return Buffer.concat(parts);
    },
    folder: process.cwd(),
    env: process.env,
    outputIsTerminal: process.stdout.isTTY === true,
    width: process.stdout.columns ?? 100,
    app: findApp(),
    untilStopped: () =>
      new Promise((resolve) => {
        for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
      }),
  };
}

/** Beside the bundled command; from the sources, where the build puts it. */
function findApp(): string {
  const beside = join(import.meta.dirname, "app");
  return existsSync(beside) ? beside : join(import.meta.dirname, "..", "..", "dist", "app");
}
