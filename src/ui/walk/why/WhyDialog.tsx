import { useEffect, useState } from "react";
import type { Because } from "../../../model/verdict.ts";
import { useSession } from "../../app/session-context.ts";
import { Dialog } from "../../shared/Dialog.tsx";
import { excerpt, type SourceLine } from "./excerpt.ts";
import "./why-dialog.css";

interface WhyDialogProps {
  readonly open: boolean;
  /** What is being explained, as said on screen. */
  readonly statement: string;
  readonly because: readonly Because[];
  readonly onClose: () => void;
}

/** Where a result comes from: each rule that was applied, with the chapter's own lines behind it. */
export function WhyDialog({ open, statement, because, onClose }: WhyDialogProps) {
  const texts = useTexts(open ? because : []);
  return (
    <Dialog open={open} title="Why?" onClose={onClose}>
      <p className="why-statement">{statement}</p>
      {because.length === 0 && <p className="why-none">The chapter says nothing about this: it is not documented.</p>}
      <ol className="why-list">
        {because.map((reason, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: reasons have no identity of their own and are never reordered.
          <li key={i} className="why-reason">
            <p className="why-text">{reason.text}</p>
            <p className="why-place">
              <code>
                {reason.file}:{reason.line}
              </code>
              <span className="why-rule">rule “{reason.rule}”</span>
            </p>
            <Excerpt lines={excerpt(texts.get(reason.file), reason.line)} missing={texts.get(reason.file) === null} />
          </li>
        ))}
      </ol>
      <p className="why-note">All of it is concluded from the chapter's text. No real system was asked.</p>
    </Dialog>
  );
}

function Excerpt({ lines, missing }: { readonly lines: readonly SourceLine[]; readonly missing: boolean }) {
  if (missing) return <p className="why-none">The chapter's text could not be loaded.</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section className="why-excerpt" tabIndex={0} aria-label="The chapter's lines">
      {lines.map(({ n, text, meant }) => (
        <div key={n} className="why-line" data-meant={meant || undefined}>
          <span className="why-number">{n}</span>
          <code>{text || " "}</code>
        </div>
      ))}
    </section>
  );
}

/** The raw text of every file that is spoken of; `null` where it could not be had. */
function useTexts(because: readonly Because[]): ReadonlyMap<string, string | null> {
  const { actions } = useSession();
  const [texts, setTexts] = useState<ReadonlyMap<string, string | null>>(new Map());
  const wanted = [...new Set(because.map(({ file }) => file))].join("\n");
  useEffect(() => {
    let gone = false;
    for (const file of wanted === "" ? [] : wanted.split("\n")) {
      actions.textOf(file).then(
        (text) => !gone && setTexts((known) => new Map(known).set(file, text ?? null)),
        () => !gone && setTexts((known) => new Map(known).set(file, null)),
      );
    }
    return () => {
      gone = true;
    };
  }, [actions, wanted]);
  return texts;
}
