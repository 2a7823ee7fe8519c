import { zero } from "../../../src/lib/interval.ts";
import type { Arrow } from "../../../src/model/arrow.ts";
import { healthyRun } from "../../../src/model/run.ts";
import type { Trace, TracedMessage } from "../../../src/model/trace.ts";

const solid: Arrow = {
  token: "->>",
  line: "solid",
  head: "filled",
  tail: "none",
  centralFrom: false,
  centralTo: false,
};

/**
 * A trace typed as text, a message a line: `hop.inHop start–end outcome`, with `back` for the failure's way back and
 * `wait` for one that waits out a timeout: `2.1 5-15005 failed wait`.
 */
export function typeTrace(text: string): Trace {
  const messages = text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map((line, index): TracedMessage => {
      const [place = "1.1", times = "0-0", outcome = "ok", ...marks] = line.split(/\s+/);
      const [hop = 1, inHop = 1] = place.split(".").map(Number);
      const [start = 0, end = 0] = times.split("-").map(Number);
      const back = marks.includes("back");
      return {
        index,
        hop,
        ...(back ? { backOver: [hop] } : { n: index + 1, inHop }),
        from: "a",
        to: "b",
        text: `message ${place}`,
        arrow: solid,
        role: marks.includes("async") ? "async" : "call",
        outcome: readOutcome(outcome),
        layers: [],
        bites: [],
        start: { min: start, max: start },
        end: { min: end, max: end },
        drawn: { start, end },
        ...(marks.includes("wait") ? { wait: { min: end - start, max: end - start } } : {}),
        aside: marks.includes("async"),
        blocks: [],
        line: index + 1,
      };
    });
  const drawnEnd = Math.max(0, ...messages.map((message) => message.drawn.end));
  return {
    run: healthyRun,
    messages,
    hops: [],
    decisions: [],
    total: { ...zero, min: drawnEnd, max: drawnEnd },
    drawnTotal: drawnEnd,
    drawnEnd,
    lost: [],
    notReached: [],
    notHere: [],
  };
}

function readOutcome(word: string): TracedMessage["outcome"] {
  switch (word) {
    case "slow":
    case "failed":
    case "lost":
    case "skipped":
    case "neverReached":
    case "added":
      return word;
    default:
      return "ok";
  }
}
