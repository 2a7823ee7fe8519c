import { Check, Copy } from "lucide-react";
import { useState } from "react";
import type { Fix } from "../../../model/fix.ts";
import { changedLines } from "../../../session/problem-fixes.ts";
import { useSession } from "../../app/session-context.ts";

/** What would mend a problem: in words, and as the lines before and after where the edits are known. */
export function FixProposal({ fix, text }: { readonly fix: Fix; readonly text: string | undefined }) {
  const lines = text === undefined ? undefined : changedLines(text, fix);
  return (
    <div className="problems-fix">
      <p>
        <strong>Fix:</strong> {fix.title}
      </p>
      {lines && (
        <>
          <pre className="problems-diff">
            {lines.was.map((line, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a read-only list, two lines may be alike.
              <del key={i}>
                <span className="visually-hidden">now: </span>
                {`− ${line}\n`}
              </del>
            ))}
            {lines.becomes.map((line, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a read-only list, two lines may be alike.
              <ins key={i}>
                <span className="visually-hidden">fixed: </span>
                {`+ ${line}\n`}
              </ins>
            ))}
          </pre>
          {lines.becomes.length > 0 && <CopyFix text={lines.becomes.join("\n")} title={fix.title} />}
        </>
      )}
    </div>
  );
}

function CopyFix({ text, title }: { readonly text: string; readonly title: string }) {
  const { ports } = useSession();
  const [said, setSaid] = useState<"copied" | "refused" | undefined>();
  const Icon = said === "copied" ? Check : Copy;
  const copy = async () => setSaid((await ports.clipboard.write(text)) ? "copied" : "refused");
  return (
    <button type="button" className="button problems-copy" onClick={copy}>
      <Icon size={13} aria-hidden />
      <span role="status">
        {said === "copied" ? "Copied" : said === "refused" ? "The browser did not let it be copied" : "Copy fix"}
      </span>
      <span className="visually-hidden">: {title}</span>
    </button>
  );
}
