import { CircleAlert, Info, TriangleAlert } from "lucide-react";
import { useEffect, useState } from "react";
import type { Problem } from "../../../model/problem.ts";
import { useSession } from "../../app/session-context.ts";
import { Dialog } from "../../shared/Dialog.tsx";
import "./problems-dialog.css";

interface ProblemsDialogProps {
  readonly open: boolean;
  readonly problems: readonly Problem[];
  readonly onClose: () => void;
}

const icons = { error: CircleAlert, warning: TriangleAlert, info: Info };
/** More than this is no longer a list to read. */
const shown = 200;

/** What is to be mended in the chapter, each at its place; everything else plays. */
export function ProblemsDialog({ open, problems, onClose }: ProblemsDialogProps) {
  const texts = useTexts(open ? problems : []);
  return (
    <Dialog
      open={open}
      title={problems.length === 1 ? "One problem in the chapter" : `${problems.length} problems in the chapter`}
      onClose={onClose}
    >
      <p className="problems-note">The rest of the chapter plays. Nothing was changed in it.</p>
      <ol className="problems">
        {problems.slice(0, shown).map((problem, i) => {
          const Icon = icons[problem.severity];
          const line = texts.get(problem.file)?.split(/\r\n|\r|\n/)[problem.line - 1];
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a read-only list, two problems may be alike.
            <li key={i} data-severity={problem.severity}>
              <Icon size={15} aria-hidden />
              <p>
                <span className="visually-hidden">{problem.severity}: </span>
                {problem.message}
              </p>
              <p className="problems-place">
                <code>
                  {problem.file}:{problem.line}:{problem.column}
                </code>{" "}
                {problem.code}
              </p>
              {line !== undefined && <code className="problems-line">{line.slice(0, 400) || " "}</code>}
            </li>
          );
        })}
      </ol>
      {problems.length > shown && <p className="problems-note">And {problems.length - shown} more.</p>}
    </Dialog>
  );
}

function useTexts(problems: readonly Problem[]): ReadonlyMap<string, string> {
  const { actions } = useSession();
  const [texts, setTexts] = useState<ReadonlyMap<string, string>>(new Map());
  const wanted = [...new Set(problems.map(({ file }) => file))].join("\n");
  useEffect(() => {
    let gone = false;
    for (const file of wanted === "" ? [] : wanted.split("\n")) {
      actions.textOf(file).then(
        (text) => !gone && text !== undefined && setTexts((known) => new Map(known).set(file, text)),
        // Without the text the place alone is shown.
        () => {},
      );
    }
    return () => {
      gone = true;
    };
  }, [actions, wanted]);
  return texts;
}
