#!/usr/bin/env node
import { runCommand } from "./cli/command.ts";
import { processTerminal } from "./cli/terminal.ts";

// Set, not `process.exit`: what was written to a pipe must be allowed to drain.
process.exitCode = await runCommand(process.argv.slice(2), processTerminal());
