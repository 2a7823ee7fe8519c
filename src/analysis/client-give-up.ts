import type { Interval } from "../lib/interval.ts";
import type { Scenario } from "../model/scenario.ts";
import type { Duration } from "../model/time.ts";
import { isPassed, type Trace, type TracedMessage } from "../model/trace.ts";

/** The client's own stated timeout against a run. */
export interface ClientGiveUp {
  readonly after: Duration;
  /** `certain`: in the run as it is drawn · `possible`: its slowest requests, or behind a wait that nobody states. */
  readonly sure: "certain" | "possible";
  /** How long the client then waits at most, ms. */
  readonly waited: Interval;
  /** What was still going on when it gave up. */
  readonly during?: TracedMessage;
}

/**
 * Whether the client gives up before its answer comes, by the `client timeout` of the scenario's budget. The trace stays
 * as it is: what is behind the client goes on working after the client has gone.
 */
export function findClientGiveUp(scenario: Scenario, trace: Trace): ClientGiveUp | undefined {
  const after = scenario.budget?.clientTimeout;
  if (after === undefined || after <= 0) return undefined;
  const { min, max } = trace.total;
  if (max !== null && max <= after) return undefined;
  const broke = trace.brokeAt === undefined ? undefined : trace.messages[trace.brokeAt];
  const client = trace.messages[0]?.from;
  // Nothing comes back to the client, and it states no other wait for this call: it waits out its whole timeout.
  const silent = broke?.wait?.max === null && broke.from === client;
  const late = trace.drawnTotal > after;
  const waited = { min: silent ? after : Math.min(min, after), max: after };
  if (!silent && !late) return { after, sure: "possible", waited };
  const during = silent ? broke : trace.messages.findLast((each) => isUnderWay(each, after));
  return { after, sure: "certain", waited, ...(during === undefined ? {} : { during }) };
}

function isUnderWay(message: TracedMessage, at: Duration): boolean {
  return isPassed(message) && !message.aside && message.drawn.start <= at && message.drawn.end > at;
}
