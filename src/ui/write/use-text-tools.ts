import { useRef } from "react";
import type { Tool, Tools } from "../../session/ports/text-tools.ts";
import type { Working } from "../../session/ports/working.ts";
import { useSession } from "../app/session-context.ts";

export const textGoneOn = "The text has changed meanwhile. Try once more.";

/** Asks for what is to change in the text; a long one is worked at apart from the page, so the answer takes its time. */
export function useTextTools(textNow: () => string) {
  const { ports } = useSession();
  const last = useRef<Working<unknown> | undefined>(undefined);
  return {
    /**
     * What a tool says of the text as it stands. Undefined when something else was asked for meanwhile, or nothing any
     * more. Rejects, with words for the reader, when the text has gone on or the work was given up.
     */
    async ask<T extends Tool>(tool: T, ...how: Parameters<Tools[T]>): Promise<ReturnType<Tools[T]> | undefined> {
      last.current?.cancel();
      const text = textNow();
      const working = ports.textTools.run(text.length, tool, ...how);
      last.current = working;
      const answer = await working.done;
      if (answer === undefined || last.current !== working) return undefined;
      if (textNow() !== text) throw new Error(textGoneOn);
      return answer;
    },
    drop(): void {
      last.current?.cancel();
      last.current = undefined;
    },
  };
}
