import { describe, expect, it } from "vitest";
import { readLatencyText } from "../../../src/chapter/latency/read-cases.ts";
import { parseLatency } from "../../../src/chapter/parse-latency.ts";

function range(text: string): string {
  const latency = parseLatency(text);
  if (!latency) return "unreadable";
  const percentiles =
    latency.p50 === undefined ? "" : ` p50 ${latency.p50}${latency.p99 === undefined ? "" : ` p99 ${latency.p99}`}`;
  return `${latency.min}..${latency.max}${percentiles}`;
}

describe("a latency", () => {
  it.each([
    ["~5–15 ms", "5..15"],
    ["5-15ms", "5..15"],
    ["90 to 120 ms", "90..120"],
    ["90 ms – 1.2 s", "90..1200"],
    ["<1 ms", "0..1"],
    ["<= 12 ms", "0..12"],
    ["≤ 3 ms", "0..3"],
    ["≈50 ms", "50..50"],
    ["up to 80 ms", "0..80"],
    ["1.5 s", "1500..1500"],
    ["1,5 s", "1500..1500"],
    ["1,200 ms", "1200..1200"],
    ["1 200 ms", "1200..1200"],
    ["1'200 à 2’500,5 ms", "1200..2500.5"],
    ["since 2024 120 ms", "120..120"],
    ["200 µs", "0.2..0.2"],
    ["50 ± 10 ms", "40..60"],
    ["between 10 and 20 ms", "10..20"],
    ["p50 12 ms, p99 80 ms", "12..80 p50 12 p99 80"],
    ["P50=12ms / P99=1.1s", "12..1100 p50 12 p99 1100"],
    ["20 bis 40 Millisekunden", "20..40"],
    ["höchstens 5 ms", "0..5"],
    ["de 10 à 25 ms", "10..25"],
    ["hasta 90 ms", "0..90"],
    ["3—4 ms", "3..4"],
    ["約10〜30ミリ秒", "10..30"],
    ["0.5秒", "500..500"],
    ["3−4 ms", "3..4"],
    ["~5–15 ms Austin → DFW", "5..15"],
    ["<3 ms even cross-node", "0..3"],
    ["0 ms", "0..0"],
  ])("%s is %s", (text, expected) => expect(range(text)).toBe(expected));

  it.each([
    "> 5 ms",
    "at least 2 s",
    "15–5 ms",
    "fast",
    "",
    "12",
    "ms",
    "10.43.0.10:8000",
    "port 8000ms4",
    "p50 80 ms, p99 12 ms",
    "10 / 50 / 90 ms",
    "2 secondary reads",
    "2 x 10 ms",
    "10 ms * 3 hops",
  ])("%s cannot be read, and is never taken for 0", (text) => expect(parseLatency(text)).toBeUndefined());
});

describe("a figure per condition", () => {
  function cases(text: string): string[] | string {
    const read = readLatencyText(text);
    return read.kind === "unreadable"
      ? "unreadable"
      : read.cases.map((each) => `${each.latency.min}..${each.latency.max} ${each.condition ?? "-"}`);
  }

  it.each([
    ["often <10 ms on a warm connection, ~80 ms cold", ["0..10 warm connection", "80..80 cold"]],
    ["20–60 ms as budgeted, <10 ms warm, ~80 ms cold", ["20..60 as budgeted", "0..10 warm", "80..80 cold"]],
    ["<10 ms (warm), ~80 ms (cold)", ["0..10 warm", "80..80 cold"]],
    ["5 ms for hits; 80 ms for misses", ["5..5 hits", "80..80 misses"]],
    ["5 ms, 90 ms when cold", ["5..5 -", "90..90 cold"]],
    ["12 ms (was 40 ms)", ["12..12 -"]],
    ["20–40 ms (cold: 2 s)", ["20..40 -", "2000..2000 cold"]],
    ["cold 2 s / warm 20 ms", ["2000..2000 cold", "20..20 warm"]],
    ["EU 20 ms, US 120 ms", ["20..20 EU", "120..120 US"]],
    ["avg 10 ms, max 50 ms", ["10..50 -"]],
    ["80 ms (worst 250 ms)", ["80..250 -"]],
    ["5–15 ms (p99: 80 ms)", ["5..80 -"]],
    ["10 ms typical, up to 90 ms", ["10..90 -"]],
    ["5–15 ms typical; up to 2 s under load", ["5..15 typical", "0..2000 load"]],
  ])("%s", (text, expected) => expect(cases(text)).toEqual(expected));

  it("is not made of parts or of figures nobody tells apart", () => {
    expect(cases("5 ms to the edge, 90 ms to the origin")).toBe("unreadable");
    expect(cases("5 ms + 90 ms")).toBe("unreadable");
    expect(cases("5 ms, 10 ms")).toBe("unreadable");
  });

  it("knows a borrowed figure by the word behind it", () => {
    expect(readLatencyText("5–15 ms inferred")).toMatchObject({ kind: "read", inferred: true });
    expect(readLatencyText("5–15 ms")).toMatchObject({ kind: "read", inferred: false });
  });
});
