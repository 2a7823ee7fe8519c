import { CircleAlert, Info, TriangleAlert } from "lucide-react";
import { useEffect, useMemo, useState } from "react";
import type { Chapter } from "../../../model/chapter.ts";
import type { Problem } from "../../../model/problem.ts";
import { useSession } from "../../app/session-context.ts";
import { Coded } from "../../shared/Coded.tsx";
import { Dialog } from "../../shared/Dialog.tsx";
import { CoverageList } from "./CoverageList.tsx";
import { FixProposal } from "./FixProposal.tsx";
import { sayHowMany, titleOf } from "./say-problem.ts";
import "./problems-dialog.css";

interface ProblemsDialogProps {
  readonly open: boolean;
  readonly chapter: Chapter;
  readonly onClose: () => void;
}

const ranks = { error: 0, warning: 1, info: 2 };
const icons = { error: CircleAlert, warning: TriangleAlert, info: Info };
/** More than this is no longer a list to read. */
const shown = 200;

/** What is to be mended in the chapter, each at its place; everything else plays. */
export function ProblemsDialog({ open, chapter, onClose }: ProblemsDialogProps) {
  const problems = useMemo(
    () => [...chapter.problems].sort((a, b) => ranks[a.severity] - ranks[b.severity]),
    [chapter.problems],
  );
  const toMend = problems.filter(({ severity }) => severity !== "info").length;
  const texts = useTexts(open ? problems : []);
  return (
    <Dialog open={open} title={`${sayHowMany(toMend, problems.length - toMend)} in the chapter`} onClose={onClose}>
      <p className="problems-note">
        {toMend > 0 ? "The rest of the chapter plays. " : ""}Nothing was changed in its text.
      </p>
      <ol className="problems">
        {problems.slice(0, shown).map((problem, i) => {
          const Icon = icons[problem.severity];
          const text = texts.get(problem.file);
          const line = text?.split(/\r\n|\r|\n/, problem.line)[problem.line - 1];
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a read-only list, two problems may be alike.
            <li key={i} data-severity={problem.severity}>
              <Icon size={15} aria-hidden />
              <h3>
                <span className="visually-hidden">{problem.severity}: </span>
                {titleOf(problem.code)}
              </h3>
              <p className="problems-message">
                <Coded>{problem.message}</Coded>
              </p>
              <p className="problems-place">
                <code>
                  {problem.file}:{problem.line}:{problem.column}
                </code>{" "}
                {problem.code}
              </p>
              {line !== undefined && <code className="problems-line">{line.slice(0, 400) || " "}</code>}
              {problem.fix && <FixProposal fix={problem.fix} text={text} />}
            </li>
          );
        })}
      </ol>
      {problems.length > shown && <p className="problems-note">And {problems.length - shown} more.</p>}
      <CoverageList chapter={chapter} />
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
