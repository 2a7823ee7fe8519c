import { useMemo, useState } from "react";
import { printDiagnosis } from "../../session/diagnosis-text.ts";
import { sayDiagnosis, sayLimits, titlesOf } from "../../session/say-diagnosis.ts";
import type { Source } from "../../session/state.ts";
import type { WholeLibrary } from "../../session/whole-library.ts";
import { useSession, useSessionState } from "../app/session-context.ts";
import { ViewHeading } from "../shell/ViewHeading.tsx";
import { ChapterWords } from "./ChapterWords.tsx";
import { NextLook } from "./NextLook.tsx";
import { SaySeen } from "./SaySeen.tsx";
import { Suspects } from "./Suspects.tsx";
import { useDiagnosis } from "./use-diagnosis.ts";

/** What is seen on one side, who could be behind it on the other. */
export function Diagnose({ whole, source }: { readonly whole: WholeLibrary; readonly source: Source }) {
  const { actions, ports } = useSession();
  const saw = useSessionState((state) => state.saw);
  const { asked, answer } = useDiagnosis(whole, saw);
  const diagnosis = answer?.diagnosis;
  // What is shown belongs to what it was worked out from, until the next answer is there.
  const weighed = answer !== undefined && answer.saw.length > 0;
  const current = useSessionState((state) => state.scenario);
  const [picked, setPicked] = useState<string | undefined>(current);
  const entry = asked.entries.find(({ scenario }) => scenario.id === picked) ?? asked.entries[0];
  const titles = useMemo(() => titlesOf(whole.entries, whole.system), [whole]);
  // Seen is seen: a second time says nothing that weighs more.
  const add = (subject: string, what: string): void => {
    if (!saw.some((one) => one.subject === subject && one.what === what)) actions.setSaw([...saw, { subject, what }]);
  };

  async function copy(): Promise<void> {
    if (!diagnosis) return;
    const done = await ports.clipboard.write(printDiagnosis(whole.title, diagnosis, titles));
    actions.tell("info", done ? "The diagnosis is copied as Markdown." : "The browser did not allow copying.");
  }
  function save(): void {
    if (!diagnosis) return;
    const content = printDiagnosis(whole.title, diagnosis, titles);
    ports.saver.save({ name: "diagnosis.md", type: "text/markdown", content });
  }

  return (
    <main className="diagnose">
      <section className="diagnose-seen" aria-label="What you see">
        <div>
          <ViewHeading className="eyebrow">Diagnose</ViewHeading>
          <p className="diagnose-title">{whole.title}</p>
        </div>
        <SaySeen
          asked={asked}
          entry={entry}
          saw={saw}
          titles={titles}
          onPick={setPicked}
          onAdd={add}
          onChange={actions.setSaw}
        />
        {answer?.unknown.map(({ subject }) => (
          <p key={subject} className="diagnose-limit">
            “{subject}” is no scenario of this library, so it was left out.
          </p>
        ))}
      </section>
      <section className="diagnose-answer" aria-label="Suspects" aria-busy={answer?.saw !== saw}>
        <p className="diagnose-summary" role="status">
          {diagnosis ? sayDiagnosis(diagnosis, titles) : "Weighing every failure …"}
        </p>
        {diagnosis && (
          <>
            {!weighed && entry && <ChapterWords asked={asked} scenario={entry.scenario} onAdd={add} />}
            {weighed && <NextLook looks={diagnosis.looks} titles={titles} onAdd={add} />}
            {sayLimits(diagnosis, titles).map((limit) => (
              <p key={limit} className="diagnose-limit">
                {limit}
              </p>
            ))}
            {weighed && <Suspects diagnosis={diagnosis} whole={whole} source={source} titles={titles} />}
            {weighed && (
              <div className="diagnose-export">
                <button type="button" className="button" onClick={() => void copy()}>
                  Copy as Markdown
                </button>
                <button type="button" className="button" onClick={save}>
                  Download
                </button>
              </div>
            )}
            <p className="diagnose-note">Worked out from the chapters; no system was tested.</p>
          </>
        )}
      </section>
    </main>
  );
}
