import { Maximize2 } from "lucide-react";
import { useRef, useState } from "react";
import { Drawing } from "../mermaid/Drawing.tsx";
import { useSeen } from "../mermaid/use-seen.ts";
import { Dialog } from "../shared/Dialog.tsx";
import { ProseCode } from "./ProseCode.tsx";

/** A diagram of any kind in a chapter's notes: drawn by Mermaid when it comes into view, and large when asked for. */
export function NoteDiagram({ text }: { readonly text: string }) {
  const figure = useRef<HTMLElement>(null);
  const seen = useSeen(figure);
  const [large, setLarge] = useState(false);
  // A dead end otherwise: large, it would say once more why it is not drawn.
  const [drawn, setDrawn] = useState(false);
  const title = `Diagram: ${kindOf(text)}`;
  return (
    <figure className="note-diagram" ref={figure} aria-label={title}>
      {seen && (
        <Drawing
          title={title}
          name="this diagram"
          text={text}
          own="size"
          instead={<ProseCode text={text} />}
          onDrawn={() => setDrawn(true)}
        />
      )}
      <figcaption>
        {kindOf(text)}
        {drawn && (
          <button
            type="button"
            className="icon-button"
            aria-label="Show the diagram large"
            title="Show the diagram large"
            onClick={() => setLarge(true)}
          >
            <Maximize2 size={14} aria-hidden />
          </button>
        )}
      </figcaption>
      <Dialog open={large} title={title} onClose={() => setLarge(false)}>
        <div className="note-diagram-large">
          <Drawing title={title} name="this diagram" text={text} />
        </div>
      </Dialog>
    </figure>
  );
}

/** The first word of a diagram, front matter and comments apart: `flowchart`. */
function kindOf(text: string): string {
  const body = text.replace(/^\s*---\n[\s\S]*?\n---(?:\n|$)/, "").replace(/%%[^\n]*/g, "");
  return /[A-Za-z][\w-]*/.exec(body)?.[0] ?? "of no known kind";
}
