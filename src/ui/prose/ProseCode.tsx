import { Fragment, type ReactNode, useEffect, useState } from "react";
import type { Colored } from "./highlight.ts";

interface ProseCodeProps {
  readonly text: string;
  readonly lang?: string | undefined;
}

/** Code, coloured as soon as the colours are there; plain until then, and for good in a language that is not known. */
export function ProseCode({ text, lang }: ProseCodeProps) {
  const [colored, setColored] = useState<{ readonly of: string; readonly parts: readonly Colored[] }>();
  useEffect(() => {
    if (lang === undefined) return;
    let gone = false;
    import("./highlight.ts").then(
      ({ highlight }) => {
        const parts = highlight(text, lang.toLowerCase());
        if (!gone && parts) setColored({ of: text, parts });
      },
      // Without a network the code is as readable.
      () => {},
    );
    return () => {
      gone = true;
    };
  }, [text, lang]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <pre className="prose-code" data-lang={lang} tabIndex={0}>
      <code>{colored?.of === text ? show(colored.parts) : text}</code>
    </pre>
  );
}

function show(parts: readonly Colored[]): ReactNode {
  return parts.map((part, i) =>
    typeof part === "string" ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text never change their order.
      <Fragment key={i}>{part}</Fragment>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text never change their order.
      <span key={i} className={part.kinds}>
        {show(part.inside)}
      </span>
    ),
  );
}
