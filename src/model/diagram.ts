import type { Arrow } from "./arrow.ts";
import type { ParticipantShape } from "./participant.ts";
import type { Span } from "./place.ts";
import type { Severity } from "./problem.ts";
import type { BlockType } from "./step.ts";

/**
 * A Mermaid sequence diagram as it stands in the text, before any meaning is read into it.
 * Every node keeps its span, in offsets of the whole file.
 */
export interface Diagram {
  /** In the order in which Mermaid lines them up, the implicit ones included. */
  readonly participants: readonly DiagramParticipant[];
  readonly statements: readonly Statement[];
  readonly title?: string;
  readonly accTitle?: string;
  readonly accDescr?: string;
  readonly boxes: readonly DiagramBox[];
  readonly problems: readonly DiagramProblem[];
  readonly span: Span;
}

export interface DiagramParticipant {
  readonly id: string;
  readonly label: string;
  readonly shape: ParticipantShape;
  /** False when it was only ever mentioned in a message or note. */
  readonly declared: boolean;
  readonly box?: number;
  readonly directives: readonly Directive[];
  readonly span: Span;
}

export interface DiagramBox {
  readonly title: string;
  readonly color?: string;
  readonly span: Span;
}

/** `%% @name text`: applies to the next participant, message or block line. */
export interface Directive {
  readonly name: string;
  readonly text: string;
  readonly span: Span;
}

export type Statement =
  | DiagramMessage
  | DiagramNote
  | DiagramBlock
  | DiagramDeclaration
  | DiagramActivation
  | DiagramDestroy
  | DiagramAutonumber
  | DiagramOther;

export interface DiagramMessage {
  readonly kind: "message";
  readonly from: string;
  readonly to: string;
  readonly arrow: Arrow;
  readonly activates: boolean;
  readonly deactivates: boolean;
  /** Entities decoded, `<br>` as a newline, wrap markers dropped. */
  readonly text: string;
  readonly wrap?: boolean;
  readonly directives: readonly Directive[];
  readonly span: Span;
}

export interface DiagramNote {
  readonly kind: "note";
  readonly position: "left" | "right" | "over";
  readonly over: readonly string[];
  readonly text: string;
  readonly wrap?: boolean;
  readonly directives: readonly Directive[];
  readonly span: Span;
}

export interface DiagramBlock {
  readonly kind: "block";
  readonly type: BlockType;
  readonly overlaps?: boolean;
  readonly color?: string;
  readonly branches: readonly DiagramBranch[];
  readonly directives: readonly Directive[];
  readonly span: Span;
}

export interface DiagramBranch {
  readonly text: string;
  readonly statements: readonly Statement[];
  readonly directives: readonly Directive[];
  readonly span: Span;
}

/** `participant`, `actor` and `create`, where they stand. */
export interface DiagramDeclaration {
  readonly kind: "declaration";
  readonly id: string;
  readonly create: boolean;
  readonly span: Span;
}

export interface DiagramActivation {
  readonly kind: "activation";
  readonly id: string;
  readonly active: boolean;
  readonly span: Span;
}

export interface DiagramDestroy {
  readonly kind: "destroy";
  readonly id: string;
  readonly span: Span;
}

export interface DiagramAutonumber {
  readonly kind: "autonumber";
  readonly on: boolean;
  readonly start?: number;
  readonly step?: number;
  readonly span: Span;
}

/** Kept so that nothing is lost in printing: comments, links, properties, details, titles, box lines and their ends, front matter. */
export interface DiagramOther {
  readonly kind: "other";
  readonly text: string;
  readonly span: Span;
}

export interface DiagramProblem {
  readonly severity: Severity;
  readonly code: string;
  readonly message: string;
  readonly span: Span;
}
