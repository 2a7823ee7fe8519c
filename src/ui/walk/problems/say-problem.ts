/** What a kind of problem is called; the rest go by the room and the name of their code. */
const titles: Readonly<Record<string, string>> = {
  "finding/faster-than-light": "Faster than light in fibre",
  "finding/hop-and-budget-differ": "The hop and its budget row disagree",
  "finding/idle-layer": "A layer that no message passes",
  "finding/lifeline-without-layer": "A participant that no layer covers",
  "finding/total-and-sum-differ": "The stated total is not the rows’ sum",
  "finding/nothing-sent": "A diagram in which nothing is sent",
  "finding/toothless-fault": "A failure that strikes nowhere",
  "latency/unreadable": "A figure that cannot be read",
  "lifeline/ambiguous": "A name that fits several participants",
  "lifeline/kept-apart": "One name for two things",
  "lifeline/unified": "Two names for one thing",
};

/** `sequence/missing-arrow` → "Missing arrow". */
export function titleOf(code: string): string {
  const words = (code.split("/")[1] ?? code).replace(/-/g, " ");
  return titles[code] ?? words.charAt(0).toUpperCase() + words.slice(1);
}

/** "2 problems and 6 things to know". */
export function sayHowMany(toMend: number, toKnow: number): string {
  const mend = toMend === 0 ? [] : [toMend === 1 ? "1 problem" : `${toMend} problems`];
  const know = toKnow === 0 ? [] : [toKnow === 1 ? "1 thing to know" : `${toKnow} things to know`];
  return [...mend, ...know].join(" and ") || "No problems";
}
