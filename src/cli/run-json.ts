import type { Library } from "../model/chapter.ts";
import type { Distribution } from "../model/distribution.ts";
import type { ParticipantKey } from "../model/ids.ts";
import { messagesIn } from "../model/messages-in.ts";
import type { Scenario } from "../model/scenario.ts";
import type { Trace, TracedMessage } from "../model/trace.ts";
import type { Verdict } from "../model/verdict.ts";
import { given } from "./outline-json.ts";

/** What a run came to, before it is printed. */
export interface RunResult {
  readonly library: Library;
  readonly scenario: Scenario;
  readonly trace: Trace;
  readonly verdict: Verdict;
  readonly distribution: Distribution;
  /** What each choice came to stand at. */
  readonly choices: Readonly<Record<string, string>>;
}

/** What `run --json` prints (scenarios/FORMAT.md, "What the command prints"). */
export function runJson(result: RunResult, shown: (file: string) => string): object {
  const { scenario, trace, verdict, distribution } = result;
  const stated = scenario.budget?.stated;
  return {
    scenario: scenario.id,
    faults: trace.run.faults.map(({ id, onset }) => (onset ? `${id}@${onset.hop}.${onset.message}` : id)),
    choices: { ...result.choices, ...trace.run.sides },
    verdict: given({
      outcome: verdict.outcome,
      layer: verdict.layer,
      hop: verdict.hop,
      message: verdict.message,
      userSees: verdict.userSees,
      status: verdict.status,
      share: verdict.share === "some" ? null : verdict.share,
      waited: verdict.waited,
      lost: verdict.lost,
      check: verdict.check,
      recovery: verdict.recovery,
      notReached: verdict.notReached,
      notHere: verdict.notHere,
      because: verdict.because.map(({ rule, file, line }) => ({ rule, file: shown(file), line })),
    }),
    total: given({
      ...trace.total,
      p5: distribution.p5,
      p50: distribution.p50,
      p95: distribution.p95,
      stated: stated && { min: stated.min, max: stated.max },
    }),
    messages: messagesJson(scenario, trace),
  };
}

function messagesJson(scenario: Scenario, trace: Trace): object[] {
  const written = new Map(
    scenario.hops.flatMap(({ steps }) => messagesIn(steps)).map((message) => [message.n, message]),
  );
  const idOf = fenceIds(scenario);
  return trace.messages.map((message: TracedMessage) => {
    const source = message.n === undefined ? undefined : written.get(message.n);
    return given({
      // What was added has no place in the chapter's count.
      n: message.n ?? null,
      hop: message.hop,
      from: source?.fromId ?? idOf(message.from, message.hop),
      to: source?.toId ?? idOf(message.to, message.hop),
      text: message.text,
      outcome: message.outcome,
      start: message.start,
      end: message.end,
      drawn: message.drawn,
      status: message.status,
      via: source && source.via.length > 0 ? source.via : undefined,
      fault: message.fault,
      line: message.line,
    });
  });
}

/** The id a lifeline goes by: in this hop's fence, else in the first that has it. */
function fenceIds(scenario: Scenario): (key: ParticipantKey, hop: number) => string {
  const inHop = new Map<string, string>();
  for (const hop of scenario.hops) {
    for (const message of messagesIn(hop.steps)) {
      inHop.set(`${hop.n} ${message.from}`, message.fromId);
      inHop.set(`${hop.n} ${message.to}`, message.toId);
    }
  }
  const first = new Map(scenario.participants.map(({ key, ids }) => [key, ids[0] ?? key]));
  return (key, hop) => inHop.get(`${hop} ${key}`) ?? first.get(key) ?? key;
}
