import { X } from "lucide-react";
import { type FormEvent, useMemo, useState } from "react";
import type { Asked } from "../../session/diagnose.ts";
import { listPicks } from "../../session/diagnosis-picks.ts";
import { findScenario, type Saw } from "../../session/diagnosis-subjects.ts";
import type { Titles } from "../../session/say-diagnosis.ts";

interface SaySeenProps {
  readonly asked: Asked;
  /** The scenario in which something is seen; undefined in a library without one. */
  readonly entry: Asked["entries"][number] | undefined;
  readonly onPick: (scenario: string) => void;
  readonly saw: readonly Saw[];
  readonly titles: Titles;
  readonly onAdd: (subject: string, what: string) => void;
  readonly onChange: (saw: readonly Saw[]) => void;
}

/** A scenario, what its failures can show as one tap each, and free words; below it, all that was said. */
export function SaySeen({ asked, entry, saw, titles, onPick, onAdd, onChange }: SaySeenProps) {
  const [words, setWords] = useState("");
  const picks = useMemo(() => (entry ? listPicks(asked, entry.scenario) : []), [asked, entry]);
  // Hundreds of scenarios are not gone through again with every letter.
  const options = useMemo(
    () =>
      asked.entries.map(({ scenario: { id, title } }) => (
        <option key={id} value={id}>
          {title}
        </option>
      )),
    [asked],
  );
  if (!entry) return <p className="diagnose-limit">This library has no scenario.</p>;
  const { scenario } = entry;
  const runs = scenario.hops.some(({ steps }) => steps.length > 0);

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (words.trim() === "") return;
    onAdd(scenario.id, words.trim());
    setWords("");
  }
  const nameOf = (subject: string): string => {
    const found = findScenario(asked.entries, subject);
    return found.kind === "one" ? titles.scenario(found.item.id) : subject;
  };

  return (
    <>
      <label className="diagnose-field">
        In
        <select value={scenario.id} onChange={(event) => onPick(event.target.value)}>
          {options}
        </select>
      </label>
      {!runs && <p className="diagnose-limit">This scenario draws no messages, so nothing in it can be weighed.</p>}
      <fieldset className="diagnose-picks">
        <legend>you see</legend>
        {picks.map((what) => (
          <button key={what} type="button" className="button" onClick={() => onAdd(scenario.id, what)}>
            {what}
          </button>
        ))}
      </fieldset>
      <form className="diagnose-words" onSubmit={submit}>
        <input
          type="text"
          aria-label="What you see, in your words"
          placeholder="521 now and then, images fail …"
          value={words}
          maxLength={200}
          onChange={(event) => setWords(event.target.value)}
        />
        <button type="submit" className="button button-primary">
          Add
        </button>
      </form>
      {saw.length > 0 && (
        <ul className="diagnose-said" aria-label="Seen so far">
          {saw.map((one, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a link may say the same thing twice.
            <li key={at}>
              <span>
                <small>{nameOf(one.subject)}</small>
                {one.what}
              </span>
              <button
                type="button"
                className="icon-button"
                aria-label={`Take back: ${nameOf(one.subject)}, ${one.what}`}
                onClick={() => onChange(saw.filter((_, other) => other !== at))}
              >
                <X size={14} aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      )}
      {saw.length > 1 && (
        <button type="button" className="link-button diagnose-clear" onClick={() => onChange([])}>
          Start again
        </button>
      )}
    </>
  );
}
