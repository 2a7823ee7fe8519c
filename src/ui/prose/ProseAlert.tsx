import { Info, Lightbulb, MessageSquareWarning, OctagonAlert, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import type { AlertKind } from "./read-alert.ts";

const shown = {
  note: { word: "Note", Icon: Info },
  tip: { word: "Tip", Icon: Lightbulb },
  important: { word: "Important", Icon: MessageSquareWarning },
  warning: { word: "Warning", Icon: TriangleAlert },
  caution: { word: "Caution", Icon: OctagonAlert },
} satisfies Record<AlertKind, { word: string; Icon: typeof Info }>;

/** An alert as GitHub shows it: its kind by word, shape and colour. */
export function ProseAlert({ kind, children }: { readonly kind: AlertKind; readonly children: ReactNode }) {
  const { word, Icon } = shown[kind];
  return (
    <div className="prose-alert" data-kind={kind}>
      <p className="prose-alert-kind">
        <Icon size={14} aria-hidden /> {word}
      </p>
      {children}
    </div>
  );
}
