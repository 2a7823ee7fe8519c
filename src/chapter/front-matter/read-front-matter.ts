import * as v from "valibot";
import type { Share } from "../../model/fault.ts";
import { faultKinds } from "../../model/fault.ts";
import type { Latency } from "../../model/latency.ts";
import { layerKinds } from "../../model/layer.ts";
import { parseLatency } from "../parse-latency.ts";
import type { ProblemList } from "../problem-list.ts";
import { slugOf } from "../slug.ts";
import type { SharedChoice } from "../steps/choice-book.ts";
import type { SaidLayer } from "../system/layer-book.ts";
import type { FrontMatter, FrontMatterBudget, FrontMatterFault } from "./front-matter.ts";
import type { Fields } from "./read-fields.ts";
import { isRecord, isWord, readFields } from "./read-fields.ts";
import { budgetSchema, choiceSchema, faultSchema, frontMatterSchema, layerSchema } from "./schema.ts";
import type { YamlSource } from "./yaml-source.ts";
import { readYaml } from "./yaml-source.ts";

/** `1/3`, `30%`, `0.5` or `some`. */
export function readShare(value: string | number): Share | undefined {
  const text = String(value).trim();
  if (/^some$/i.test(text)) return "some";
  const ratio = /^(\d{1,6})\s*(?:\/|in|of)\s*(\d{1,6})$/.exec(text);
  const percent = /^(\d{1,3}(?:\.\d+)?)\s*%$/.exec(text);
  const share = ratio ? Number(ratio[1]) / Number(ratio[2]) : percent ? Number(percent[1]) / 100 : Number(text);
  return share > 0 && share <= 1 ? share : undefined;
}

function entriesOf(value: unknown): [string, unknown][] {
  return isRecord(value) ? Object.entries(value) : [];
}

function pickOne<T extends string>(list: readonly T[], text: string | undefined): T | undefined {
  return list.find((each) => each === text);
}

class Reader {
  readonly source: YamlSource;
  readonly problems: ProblemList;

  constructor(source: YamlSource, problems: ProblemList) {
    this.source = source;
    this.problems = problems;
  }

  bad(fields: Fields, key: string, expected: string): void {
    this.problems.add("error", "front-matter/invalid", `\`${key}\` is left out: expected ${expected}.`, fields.at(key));
  }

  latency(fields: Fields, key: string): Latency | undefined {
    const text = fields.text(key);
    const latency = text === undefined ? undefined : parseLatency(text);
    if (text !== undefined && !latency) this.bad(fields, key, "a time such as 220–310 ms");
    return latency;
  }

  layer(id: string, value: unknown): SaidLayer {
    const path = ["layers", id];
    const at = this.source.placeOf(path);
    const place = { file: this.problems.file, line: at.line };
    if (isWord(value)) return { id: slugOf(id), name: String(value), participants: [], ...place };
    const fields = readFields(layerSchema.entries, value, path, this.source, this.problems, true);
    const kind = pickOne(layerKinds, fields.text("kind"));
    const covers = fields.raw("participants");
    const participants = (Array.isArray(covers) ? covers : [covers]).filter(isWord).map(String);
    return { id: slugOf(id), name: fields.text("name") ?? id, ...(kind ? { kind } : {}), participants, ...place };
  }

  fault(id: string, value: unknown): FrontMatterFault {
    const path = ["faults", id];
    const fields = readFields(faultSchema.entries, value, path, this.source, this.problems, true);
    const kind = pickOne(faultKinds, fields.text("kind"));
    const next = pickOne(["fail", "continue"] as const, fields.text("then"));
    const shareSaid = fields.raw("share");
    const share = typeof shareSaid === "string" || typeof shareSaid === "number" ? readShare(shareSaid) : undefined;
    if (shareSaid !== undefined && share === undefined) this.bad(fields, "share", "1/3, 30%, 0.5 or some");
    const added = this.latency(fields, "added");
    const status = fields.number("status");
    const factor = fields.number("factor");
    const userSees = fields.text("user sees");
    const recovery = fields.text("recovery");
    const check = fields.text("check");
    const title = fields.text("title");
    const layer = fields.text("layer");
    const when = fields.text("when");
    return {
      id: slugOf(id),
      ...(title ? { title } : {}),
      ...(layer ? { layer } : {}),
      ...(when ? { when } : {}),
      said: {
        ...(kind ? { kind } : {}),
        ...(next ? { then: next } : {}),
        ...(share === undefined ? {} : { share }),
        ...(status === undefined ? {} : { status }),
        ...(added ? { added: { min: added.min, max: added.max } } : {}),
        ...(factor === undefined ? {} : { factor }),
        ...(userSees ? { userSees } : {}),
        ...(recovery ? { recovery } : {}),
        ...(check ? { check } : {}),
      },
      at: this.source.placeOf(path),
    };
  }

  choice(id: string, value: unknown): SharedChoice | undefined {
    const path = ["choices", id];
    const at = this.source.placeOf(path);
    const fields = readFields(choiceSchema.entries, value, path, this.source, this.problems, true);
    const said = fields.raw("branches");
    const branches = Array.isArray(said)
      ? said.filter(isWord).map((text) => ({ id: slugOf(String(text)), texts: [String(text)] }))
      : entriesOf(said).map(([branch, texts]) => {
          const all = (Array.isArray(texts) ? texts : [texts]).filter(isWord).map(String);
          return { id: slugOf(branch), texts: all.length > 0 ? all : [branch] };
        });
    const first = branches[0];
    if (!first) {
      this.problems.add(
        "error",
        "front-matter/invalid",
        `The choice \`${id}\` has no branches, so it is left out.`,
        at,
      );
      return undefined;
    }
    const wish = fields.text("default");
    const byDefault = wish === undefined ? first : branches.find((branch) => branch.id === slugOf(wish));
    if (!byDefault) this.bad(fields, "default", `one of ${branches.map((branch) => branch.id).join(", ")}`);
    return {
      id: slugOf(id),
      title: fields.text("title") ?? id,
      branches,
      default: (byDefault ?? first).id,
      line: at.line,
    };
  }

  budget(value: unknown, path: readonly string[], scenario?: string): FrontMatterBudget {
    const fields = readFields(budgetSchema.entries, value, path, this.source, this.problems, true);
    const total = this.latency(fields, "total");
    const timeout = this.latency(fields, "client timeout");
    return {
      ...(scenario === undefined ? {} : { scenario }),
      ...(total ? { total } : {}),
      ...(timeout ? { clientTimeout: timeout.max } : {}),
      at: this.source.placeOf(path),
    };
  }
}

/** The front matter's own words, each entry checked by itself. `text` is the YAML between the dashes. */
export function readFrontMatter(text: string, offset: number, line: number, problems: ProblemList): FrontMatter {
  const source = readYaml(text, offset, line, problems);
  const reader = new Reader(source, problems);
  const { layers, faults, choices, budget, ...plainKeys } = source.data;
  const top = readFields(frontMatterSchema.pipe[0].entries, plainKeys, [], source, problems, false);
  for (const [name, section] of Object.entries({ layers, faults, choices, budget })) {
    if (section === undefined || section === null || isRecord(section)) continue;
    problems.add(
      "error",
      "front-matter/invalid",
      `\`${name}\` must be a list of \`key: value\` lines.`,
      source.placeOf([name]),
    );
  }
  const order = top.raw("order");
  const title = top.text("title");
  const summary = top.text("summary");
  const type = pickOne(["chapter", "walkthrough"] as const, top.text("type"));
  const isOneBudget = isRecord(budget) && v.is(budgetSchema, budget);
  const budgets = isOneBudget
    ? [reader.budget(budget, ["budget"])]
    : entriesOf(budget).some(([, value]) => !isRecord(value))
      ? [reader.budget(budget, ["budget"])]
      : entriesOf(budget).map(([scenario, value]) => reader.budget(value, ["budget", scenario], scenario));
  return {
    ...(title ? { title } : {}),
    ...(summary ? { summary } : {}),
    ...(type ? { type } : {}),
    order: Array.isArray(order) ? order.filter(isWord).map(String) : [],
    layers: entriesOf(layers).map(([id, value]) => reader.layer(id, value)),
    faults: entriesOf(faults).map(([id, value]) => reader.fault(id, value)),
    choices: entriesOf(choices).flatMap(([id, value]) => reader.choice(id, value) ?? []),
    budgets,
  };
}
