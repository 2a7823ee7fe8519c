import type { Fault } from "../../model/fault.ts";
import type { FrontMatterFault } from "../front-matter/front-matter.ts";
import type { ProblemList } from "../problem-list.ts";
import { slugOf } from "../slug.ts";
import { inferFault } from "../tables/infer-fault.ts";
import type { SaidFault } from "../tables/read-faults.ts";
import type { LayerBook } from "./layer-book.ts";

/** A fault whose own words are read; its layer may still have to be found in the scenarios. */
export interface PendingFault {
  readonly fault: Fault;
  /** What names the part that fails: the table's part column, else the title. */
  readonly part: string;
  /** `choice=branch`, as written. */
  readonly when?: string;
  readonly column: number;
}

type Concluded = "kind" | "then" | "share" | "status" | "added" | "factor";

function withConclusions(fault: Fault): Fault {
  const found = inferFault(fault.title, fault.userSees ?? "", fault.recovery ?? "");
  const kind = fault.kind ?? found.kind;
  const slows = kind === "slow" || kind === "rerouted";
  const fields = (Object.keys(found) as Concluded[]).filter((field) => {
    if (fault[field] !== undefined) return false;
    if (field === "added" || field === "factor")
      return slows && fault.added === undefined && fault.factor === undefined;
    if (field === "then") return !slows && kind !== "lost";
    return true;
  });
  // A row that names a failure and no way of failing is still a failure: what passes the part comes to nothing.
  const silent = kind === undefined && (fault.status ?? found.status ?? fault.then ?? found.then) === undefined;
  const concluded = {
    ...Object.fromEntries(fields.map((field) => [field, found[field]])),
    ...(silent && { then: "fail" as const }),
  };
  return { ...fault, ...concluded, inferred: [...fault.inferred, ...fields, ...(silent ? ["then"] : [])] };
}

/** Table rows and front-matter faults, joined by id; what the front matter says wins over what is concluded. */
export function gatherFaults(
  rows: readonly SaidFault[],
  said: readonly FrontMatterFault[],
  layers: LayerBook,
  problems: ProblemList,
): PendingFault[] {
  const rest = new Map(said.map((each) => [each.id, each]));
  const pending: PendingFault[] = [];
  const join = (base: Fault, part: string, column: number, from: FrontMatterFault | undefined) => {
    const layer = from?.layer === undefined ? undefined : layers.named(from.layer, from.at.line);
    const fault: Fault = { ...base, ...from?.said, ...(layer === undefined ? {} : { layer }) };
    pending.push({ fault: withConclusions(fault), part, column, ...(from?.when ? { when: from.when } : {}) });
  };
  for (const { part, column, ...row } of rows) {
    const title = slugOf(row.title);
    const from = rest.get(row.id) ?? said.find((each) => each.title !== undefined && slugOf(each.title) === title);
    if (from) rest.delete(from.id);
    join(row, part ?? row.title, column, from);
  }
  for (const from of rest.values()) {
    const title = from.title ?? from.id.replaceAll("-", " ").replace(/^./, (letter) => letter.toUpperCase());
    const base: Fault = { id: from.id, title, inferred: [], file: problems.file, line: from.at.line };
    join(base, title, from.at.column, from);
  }
  return pending;
}
