import type { DiagramBox, DiagramParticipant, Directive } from "../../model/diagram.ts";
import type { ParticipantShape } from "../../model/participant.ts";
import type { Span } from "../../model/place.ts";
import { decodeEntities } from "./entities.ts";

interface Entry {
  label: string;
  shape: ParticipantShape;
  declared: boolean;
  box?: number;
  readonly directives: Directive[];
  span: Span;
}

/** What a declaration says beyond the id. */
export interface Declared {
  readonly label?: string;
  readonly shape: ParticipantShape;
}

/** The lifelines in Mermaid's order, by the rules by which Mermaid keeps, renames and boxes them. */
export class Participants {
  private readonly entries = new Map<string, Entry>();
  private readonly active = new Map<string, number>();
  readonly boxes: DiagramBox[] = [];
  /** Index of the box whose lines are being read. */
  openBox: number | undefined;

  has(id: string): boolean {
    return this.entries.has(id);
  }

  /** A message, note or link names it: it stands behind those there are. */
  mention(id: string, span: Span): void {
    if (this.entries.has(id)) return;
    this.entries.set(id, {
      label: decodeEntities(id),
      shape: "participant",
      declared: false,
      directives: [],
      span,
    });
  }

  /**
   * A declaration. The first one sets the place in the row; a later one without a label of its own changes nothing
   * but the box. Returns the box it already stands in, where that is another one.
   */
  declare(id: string, declared: Declared, directives: readonly Directive[], span: Span): number | undefined {
    const old = this.entries.get(id);
    const open = this.openBox;
    if (old === undefined) {
      this.entries.set(id, {
        label: declared.label ?? decodeEntities(id),
        shape: declared.shape,
        declared: true,
        ...(open !== undefined && { box: open }),
        directives: [...directives],
        span,
      });
      return undefined;
    }
    const conflict = open !== undefined && old.box !== undefined && old.box !== open ? old.box : undefined;
    if (old.box === undefined && open !== undefined) old.box = open;
    if (!old.declared) old.span = span;
    old.declared = true;
    old.directives.push(...directives);
    if (declared.label !== undefined) {
      old.label = declared.label;
      old.shape = declared.shape;
    }
    return conflict;
  }

  activate(id: string): void {
    this.active.set(id, (this.active.get(id) ?? 0) + 1);
  }

  /** False when it was not active. */
  deactivate(id: string): boolean {
    const count = this.active.get(id) ?? 0;
    if (count > 0) this.active.set(id, count - 1);
    return count > 0;
  }

  list(): DiagramParticipant[] {
    return [...this.entries].map(([id, entry]) => ({ id, ...entry }));
  }
}
