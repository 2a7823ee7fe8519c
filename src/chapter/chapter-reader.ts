import type { RootContent } from "mdast";
import type { Diagram, Directive } from "../model/diagram.ts";
import type { Prose } from "../model/prose.ts";
import type { BudgetSource } from "./attach-budget.ts";
import type { HopSource } from "./build-scenario.ts";
import { type DefinitionBook, withDefinitions } from "./markdown/definitions.ts";
import { findCommentDirectives } from "./markdown/find-comments.ts";
import type { Fence } from "./markdown/find-fences.ts";
import { proseOf } from "./markdown/prose.ts";
import type { Section } from "./markdown/sections.ts";
import { endOf, spanOf } from "./markdown/sections.ts";
import type { HopOutline, ScenarioOutline } from "./outline/outline-chapter.ts";
import type { ProblemList } from "./problem-list.ts";
import { readSequence } from "./read-sequence.ts";
import { classifyTable } from "./tables/classify-table.ts";
import { listColumns, readFaultLists } from "./tables/fault-list.ts";
import type { StatedLatency } from "./tables/find-totals.ts";
import { findStatedLatencies } from "./tables/find-totals.ts";
import { legColumns, readLegList } from "./tables/leg-list.ts";
import type { SaidFault } from "./tables/read-faults.ts";
import { readFaults } from "./tables/read-faults.ts";
import { readTable, tablesIn } from "./tables/read-table.ts";

/** What stands in one section besides prose. */
interface SectionFinds {
  readonly budgets: BudgetSource[];
  readonly stated: StatedLatency[];
  readonly directives: Directive[];
}

function headingAndNodes(section: Section, withHeading: boolean): RootContent[] {
  return withHeading && section.heading ? [section.heading, ...section.nodes] : section.nodes;
}

/** Reads a chapter's sections: their tables, their stated latencies, their comments and their diagrams. */
export class ChapterReader {
  readonly finds = new Map<Section, SectionFinds>();
  readonly dropped = new Set<RootContent>();
  readonly faultRows: SaidFault[] = [];
  readonly problems: ProblemList;
  private readonly definitions: DefinitionBook;

  constructor(problems: ProblemList, definitions: DefinitionBook) {
    this.problems = problems;
    this.definitions = definitions;
  }

  readSections(sections: readonly Section[]): void {
    for (const section of sections) {
      const budgets: BudgetSource[] = [];
      const rows = this.faultRows.length;
      for (const node of tablesIn(section.nodes)) {
        const table = readTable(node);
        const columns = classifyTable(table);
        if (!columns) continue;
        if (columns.kind === "budget") budgets.push({ table, columns });
        else this.faultRows.push(...readFaults(table, columns, this.problems));
      }
      const legs = budgets.length === 0 ? readLegList(section.nodes) : undefined;
      if (legs) budgets.push({ table: legs, columns: legColumns });
      const listed = rows === this.faultRows.length ? readFaultLists(section.title, section.nodes) : undefined;
      if (listed) this.faultRows.push(...readFaults(listed, listColumns, this.problems));
      const directives: Directive[] = [];
      for (const node of section.nodes) {
        const found = findCommentDirectives(node);
        if (found.length > 0 || (node.type === "html" && node.value.startsWith("<!--"))) this.dropped.add(node);
        directives.push(...found);
      }
      this.finds.set(section, { budgets, stated: findStatedLatencies(section.nodes), directives });
      this.readSections(section.children);
    }
  }

  of(section: Section): SectionFinds {
    return this.finds.get(section) ?? { budgets: [], stated: [], directives: [] };
  }

  diagrams(fences: readonly Fence[]): Diagram[] {
    return fences.map((fence) => {
      this.dropped.add(fence.node);
      if (!fence.closed) {
        this.problems.add(
          "warning",
          "markdown/unclosed-fence",
          "The file ends inside this diagram: its closing fence is missing.",
          spanOf(fence.node),
        );
      }
      return readSequence(fence.text, fence.at, this.problems);
    });
  }

  notes(sections: readonly Section[], headed: (section: Section) => boolean): Prose {
    const prose = sections.flatMap((section) => proseOf(headingAndNodes(section, headed(section)), this.dropped));
    return withDefinitions(prose, this.definitions);
  }

  hop(outline: HopOutline): HopSource {
    const { section, sections } = outline;
    const diagrams = this.diagrams(outline.fences);
    const finds = sections.map((each) => this.of(each));
    return {
      title: outline.title,
      diagrams,
      stated: finds.flatMap((each) =>
        each.stated.filter((line) => line.kind === "latency" || each.budgets.length === 0),
      ),
      directives: finds.flatMap((each) => each.directives),
      notes: this.notes(sections, (each) => each !== section),
      span: { ...section.start, end: endOf(section) },
    };
  }

  /** A section with diagrams and no hop headings. */
  loose(outline: ScenarioOutline): HopSource[] {
    const single = outline.fences.length === 1;
    const finds = outline.sections.map((each) => this.of(each));
    return outline.fences.map((fence) => ({
      diagrams: this.diagrams([fence]),
      stated: single ? finds.flatMap((each) => each.stated.filter((line) => line.kind === "latency")) : [],
      directives: single ? finds.flatMap((each) => each.directives) : [],
      notes: [],
      span: spanOf(fence.node),
    }));
  }
}
