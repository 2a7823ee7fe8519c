import { type DiagnosisText, diagnosisMarkdown } from "../export/diagnosis-markdown.ts";
import type { Diagnosis } from "./diagnose.ts";
import { sayDiagnosis, sayLimits, sayLook, sayObservation, type Titles } from "./say-diagnosis.ts";

/** The diagnosis as Markdown. */
export function printDiagnosis(title: string, diagnosis: Diagnosis, titles: Titles): string {
  const text: DiagnosisText = {
    title,
    summary: sayDiagnosis(diagnosis, titles),
    seen: diagnosis.observations.map((each) => sayObservation(each, titles)),
    suspects: diagnosis.suspects.map(({ faults, score, because }) => ({
      name: titles.faults(faults),
      score,
      because: because.map(({ text: reason, file, line }) => `${reason} (${file}:${line})`),
    })),
    limits: sayLimits(diagnosis, titles),
    next: diagnosis.looks.map((look) => ({
      look: sayLook(look, titles),
      ...(look.command === undefined ? {} : { command: look.command }),
    })),
    ruledOut: diagnosis.ruledOut.map(({ faults }) => titles.faults(faults)),
  };
  return diagnosisMarkdown(text);
}
