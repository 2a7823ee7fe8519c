import type { Interval } from "../../lib/interval.ts";
import type { Often, Seen, Sight } from "./seen.ts";
import { stemsOf } from "./stems.ts";

// Read in this order, since “500 after a time-out” is a 500 and “fails to resolve” a name that is not found.
const sights: readonly (readonly [Exclude<Sight["kind"], "status" | "words">, RegExp])[] = [
  ["works", /\b(?:no|without) (?:errors?|failures?|problems?)\b/],
  ["unresolved", /\bresolv|\bnxdomain\b|\bservfail\b|\bunknown host\b|\bno such host\b|\benotfound\b|\bname not\b/],
  [
    "timesOut",
    /\btim(?:e|es|ed|ing) ?outs?\b|\btimeouts?\b|\bno (?:answer|response|reply)\b|\bhangs?\b|\bhanging\b|\bnever (?:answers?|loads?|comes?|returns?)\b|\bunreachable\b|\betimedout\b/,
  ],
  ["fails", /\b(?:do(?:es)?|did|is|are|was|were)(?:n't| not)\b|\bnot (?:work|load|answer|respond)/],
  ["slow", /\bslow|\blater?\b|\blag(?:s|gy)?\b|\btakes (?:long|ages|forever)\b/],
  [
    "fails",
    /\bfail|\berrors?\b|\bbroken?\b|\bdown\b|\brefused?\b|\bdenied\b|\bcrash|\bcan't\b|\bcannot\b|\bunavailable\b|\bdies\b|\bdead\b/,
  ],
  [
    "incomplete",
    /\bdegraded\b|\bincomplete\b|\bmissing\b|\bwithout\b|\bstale\b|\boutdated\b|\bnot (?:sent|whole)\b|\blost\b/,
  ],
  [
    "works",
    /\bworks?\b|\bworking\b|^(?:is |it's )?(?:ok|okay|fine|good|healthy|up|normal|succeeds?|answers?|loads?)\b/,
  ],
];

/** Words that are the sight itself, or how often: they do not tell one failure from another. */
const common = new Set(
  stemsOf(
    "fails failing failed failure error errors broken down refused denied crash unavailable dies dead slow slower late later takes long ages forever times out timeout hang hangs never answer answers response reply work works working ok okay fine good healthy up normal resolve dns nxdomain host name degraded incomplete missing without lost sent whole load loads now then sometimes some intermittent intermittently occasionally once random randomly always every each time all now again after about briefly one second seconds minute minutes ms status code http",
  ),
);

const sometimes =
  /\bnow and then\b|\bsometimes\b|\bsome\b|\bintermittent|\boccasional|\bonce in a while\b|\bflak|\brandom|\bpartly\b|\b(?:one|\d+) (?:in|of|out of) (?:\w+)\b|\d ?%|\bevery (?:other|second|third)\b/;
const always = /\balways\b|\b(?:every|each) (?:time|request)\b|\ball requests\b|\bconstantly\b/;
const wait =
  /(\d+(?:[.,]\d+)?)(?: ?(?:-|–|to) ?(\d+(?:[.,]\d+)?))? ?(ms|milliseconds?|s|secs?|seconds?|min|minutes?)\b/;

/** Reads what somebody says they saw: a status, `works`, `fails`, `slow`, `times out`, or any words. Total. */
export function readSeen(text: string): Seen {
  const plain = text.normalize("NFKC").toLowerCase().replaceAll("’", "'").replace(/[-_]+/g, " ").trim();
  const waited = readWait(text.normalize("NFKC").toLowerCase());
  const rest = plain.replace(new RegExp(wait, "g"), " ");
  const often: Often = always.test(plain) ? "always" : sometimes.test(plain) ? "sometimes" : "once";
  const stems = stemsOf(rest);
  return {
    text: text.trim(),
    sight: readSight(rest, waited),
    often,
    ...(waited === undefined ? {} : { waited }),
    stems,
    detail: stems.filter((one) => !common.has(one) && !/^\d|^[45]xx$/.test(one)),
  };
}

function readSight(text: string, waited: Interval | undefined): Sight {
  const status = /(?<![\d.])([1-5])(\d\d|xx)\b(?!\.\d| ?%)/.exec(text);
  if (status) {
    const hundreds = Number(status[1]) * 100;
    const [low, high] =
      status[2] === "xx" ? [hundreds, hundreds + 99] : [hundreds + Number(status[2]), hundreds + Number(status[2])];
    return low < 400 ? { kind: "works" } : { kind: "status", low, high };
  }
  const found = sights.find(([, words]) => words.test(text.trim()));
  if (found) return { kind: found[0] };
  // “takes 5 s” says no more than how long.
  return { kind: waited === undefined ? "words" : "slow" };
}

function readWait(text: string): Interval | undefined {
  const found = wait.exec(text);
  if (!found) return undefined;
  const unit = found[3] ?? "ms";
  const factor = unit.startsWith("mil") || unit === "ms" ? 1 : unit.startsWith("s") ? 1000 : 60_000;
  const [min, max] = [found[1], found[2] ?? found[1]].map((digits) => Number(digits?.replace(",", ".")) * factor);
  return min === undefined || max === undefined ? undefined : { min: Math.min(min, max), max: Math.max(min, max) };
}
