import type { Choice } from "../../model/choice.ts";
import type { BranchId, ChoiceId } from "../../model/ids.ts";
import { makeSlugger, slugOf } from "../slug.ts";
import { sameWords, withoutFillers, wordsOf } from "../words.ts";

/** A choice that several hops or scenarios share, as the front matter names it. */
export interface SharedChoice {
  readonly id: ChoiceId;
  readonly title: string;
  readonly branches: readonly { readonly id: BranchId; readonly texts: readonly string[] }[];
  readonly default: BranchId;
  readonly line: number;
}

/** A fork's place in a choice: which of its branches each of the fork's conditions is. */
export interface ChoiceUse {
  readonly choice: ChoiceId;
  readonly branches: readonly BranchId[];
}

/** The choices of one scenario while it is read. */
export interface ChoiceBook {
  forAlt(conditions: readonly string[], line: number): ChoiceUse;
  /** One condition that holds or not; `normally` says which when nobody chooses. */
  forSwitch(condition: string, line: number, normally: boolean): ChoiceUse;
  forCases(conditions: readonly (string | undefined)[], line: number): ChoiceUse;
  setDefault(choice: ChoiceId, branch: BranchId): void;
  setChance(choice: ChoiceId, branch: BranchId, chance: number): void;
  /** `connection=warm`, by id, title or text. */
  find(choice: string, branch: string): { readonly choice: ChoiceId; readonly branch: BranchId } | undefined;
  all(): readonly Choice[];
}

interface OpenChoice {
  readonly id: ChoiceId;
  readonly title: string;
  readonly branches: { readonly id: BranchId; readonly text: string; chance?: number }[];
  default: BranchId;
  readonly line: number;
  readonly texts: ReadonlyMap<BranchId, readonly string[]>;
}

function fits(condition: string, text: string): boolean {
  if (condition.toLowerCase().trim() === text.toLowerCase().trim()) return true;
  return sameWords(withoutFillers(wordsOf(condition)), withoutFillers(wordsOf(text)));
}

/** What a text that fits this one has, too: the beginning of each of its words. */
function stemsOf(text: string): readonly string[] {
  const words = withoutFillers(wordsOf(text));
  return words.length === 0 ? [""] : words.map((word) => word.slice(0, 3));
}

/** "Cache hit" and "Cache miss" share "Cache"; "fast" and "slow" share nothing: "fast / slow". */
export function titleOfConditions(conditions: readonly string[]): string {
  const words = conditions.map((each) => each.trim().split(/\s+/u));
  const first = words[0] ?? [];
  const share = (at: (list: readonly string[], index: number) => string | undefined): string[] => {
    const found: string[] = [];
    for (let index = 0; index < first.length; index++) {
      const word = at(first, index);
      if (
        word === undefined ||
        !words.every((list) => list.length > index && at(list, index)?.toLowerCase() === word.toLowerCase())
      )
        break;
      found.push(word);
    }
    return found;
  };
  const front = share((list, index) => list[index]);
  const back = share((list, index) => list.at(-1 - index)).reverse();
  const common = front.length >= back.length ? front : back;
  const title = common.join(" ").replace(/[\s:,;–—-]+$/u, "");
  const isAll = words.some((list) => list.length === common.length);
  if (title !== "" && !isAll && withoutFillers(wordsOf(title)).length > 0) return title;
  return conditions.slice(0, 3).join(" / ") + (conditions.length > 3 ? " / …" : "");
}

export function makeChoiceBook(shared: readonly SharedChoice[]): ChoiceBook {
  const choices = new Map<ChoiceId, OpenChoice>();
  // With thousands of choices, not every condition is held against every branch.
  const byStem = new Map<string, Set<ChoiceId>>();

  function file(id: ChoiceId, texts: readonly string[]): void {
    for (const stem of texts.flatMap(stemsOf)) byStem.set(stem, (byStem.get(stem) ?? new Set()).add(id));
  }
  for (const { id, branches } of shared) for (const branch of branches) file(id, [...branch.texts, branch.id]);

  function open(of: SharedChoice): OpenChoice {
    const known = choices.get(of.id);
    if (known) return known;
    const made: OpenChoice = {
      id: of.id,
      title: of.title,
      branches: of.branches.map((branch) => ({ id: branch.id, text: branch.texts[0] ?? branch.id })),
      default: of.default,
      line: of.line,
      texts: new Map(of.branches.map((branch) => [branch.id, branch.texts])),
    };
    choices.set(of.id, made);
    return made;
  }

  /** The shared or known choice whose branches all the conditions are; an empty condition is the one that is left. */
  function match(conditions: readonly string[]): ChoiceUse | undefined {
    const [near] = stemsOf(conditions.find((condition) => condition !== "") ?? "")
      .flatMap((stem) => byStem.get(stem) ?? [])
      .sort((a, b) => a.size - b.size);
    if (!near) return undefined;
    const known = [...choices.values()]
      .filter(({ id }) => near.has(id))
      .map((each) => ({
        id: each.id,
        branches: each.branches.map(({ id, text }) => ({ id, texts: each.texts.get(id) ?? [text] })),
        use: () => {},
      }));
    const offered = shared
      .filter((each) => near.has(each.id) && !choices.has(each.id))
      .map((each) => ({ ...each, use: () => open(each) }));
    for (const candidate of [...known, ...offered]) {
      const ids = conditions.map(
        (condition) =>
          candidate.branches.find(
            (branch) => condition !== "" && [...branch.texts, branch.id].some((text) => fits(condition, text)),
          )?.id,
      );
      const left = candidate.branches.filter((branch) => !ids.includes(branch.id));
      const whole = ids.map(
        (id, index) => id ?? (conditions[index] === "" && left.length === 1 ? left[0]?.id : undefined),
      );
      const all = whole.filter((id) => id !== undefined);
      if (all.length === conditions.length && new Set(all).size === all.length && ids.some((id) => id !== undefined)) {
        candidate.use();
        return { choice: candidate.id, branches: all };
      }
    }
    return undefined;
  }

  function make(
    title: string,
    texts: readonly string[],
    ids: readonly BranchId[],
    byDefault: BranchId,
    line: number,
  ): ChoiceUse {
    const base = slugOf(title);
    let id = base;
    for (let n = 2; choices.has(id) || shared.some((each) => each.id === id); n++) id = `${base}-${n}`;
    const branches = ids.map((branch, index) => ({ id: branch, text: texts[index] ?? branch }));
    choices.set(id, { id, title, branches, default: byDefault, line, texts: new Map() });
    file(id, [...texts, ...ids]);
    return { choice: id, branches: ids };
  }

  function fork(conditions: readonly string[], line: number): ChoiceUse {
    const found = match(conditions);
    if (found) return found;
    const texts = conditions.map((condition) => (condition === "" ? "otherwise" : condition));
    const slug = makeSlugger();
    const ids = texts.map(slug);
    const named = conditions.filter((condition) => condition !== "");
    return make(named.length === 0 ? "Alternative" : titleOfConditions(texts), texts, ids, ids[0] ?? "", line);
  }

  return {
    forAlt: (conditions, line) =>
      fork(
        conditions.map((each) => each.replace(/\s+/gu, " ").trim()),
        line,
      ),
    forSwitch(condition, line, normally) {
      const text = condition.replace(/\s+/gu, " ").trim() || "Optional part";
      const found = match([text]);
      if (found) return found;
      const id = slugOf(text);
      const known = choices.get(id);
      if (known?.branches.some((branch) => branch.id === "yes")) return { choice: id, branches: ["yes"] };
      const made = make(text, ["yes", "no"], ["yes", "no"], normally ? "yes" : "no", line);
      return { choice: made.choice, branches: ["yes"] };
    },
    forCases: (conditions, line) =>
      fork(
        conditions.map((each) => each ?? ""),
        line,
      ),
    setDefault(choice, branch) {
      const known = choices.get(choice);
      if (known?.branches.some((each) => each.id === branch)) known.default = branch;
    },
    setChance(choice, branch, chance) {
      const known = choices.get(choice)?.branches.find((each) => each.id === branch);
      if (known) known.chance = chance;
    },
    find(choice, branch) {
      const all = [...choices.values(), ...shared.filter((each) => !choices.has(each.id))];
      const found = all.find((each) => each.id === slugOf(choice) || fits(choice, each.title));
      if (!found) return undefined;
      const texts = (each: OpenChoice["branches"][number] | SharedChoice["branches"][number]) =>
        "texts" in each ? each.texts : [each.text];
      const hit = found.branches.find(
        (each) => each.id === slugOf(branch) || texts(each).some((text) => fits(branch, text)),
      );
      return hit && { choice: found.id, branch: hit.id };
    },
    all: () => [...choices.values()].map(({ texts: _texts, ...choice }) => choice),
  };
}
