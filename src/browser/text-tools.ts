import type { TextTools, Tool, Tools } from "../session/ports/text-tools.ts";
import { workApart, workerFrom } from "./work-apart.ts";

/** Short texts are worked at where they stand, at once; what takes long is done apart from the page. */
export function createTextTools(): TextTools {
  return {
    run(size, tool, ...how) {
      if (size > workerFrom) return workApart(tool, ...how);
      return { done: runHere(tool, how), cancel: () => {} };
    },
  };
}

async function runHere<T extends Tool>(tool: T, how: Parameters<Tools[T]>): Promise<ReturnType<Tools[T]>> {
  const tools: Tools = await import("../chapter/edit/text-tools.ts");
  return tools[tool](...how);
}
