import { useEffect, useId, useRef, useState } from "react";
import type { Renaming, Written } from "../../session/write-text.ts";
import { useSession } from "../app/session-context.ts";
import { Dialog } from "../shared/Dialog.tsx";
import { RenameProse } from "./RenameProse.tsx";
import type { TextDeeds } from "./use-text-deeds.ts";

interface RenameDialogProps {
  readonly all: readonly Written[];
  /** The one at the cursor, else the first. */
  readonly first: Written;
  readonly deeds: TextDeeds;
}

/** Planning reads the chapter several times, seconds for a megabyte: only once so long, ms, no key was pressed. */
const whenTyped = 150;
/** A plan that is there sooner, ms, needs no words while it is made. */
const whenLong = 500;

/** Gives a participant another name everywhere in the chapter; says where before it is done. */
export function RenameDialog({ all, first, deeds }: RenameDialogProps) {
  const [was, setWas] = useState(first);
  const [now, setNow] = useState(first);
  const [plan, setPlan] = useState<Renaming | "long" | undefined>();
  const [inProse, setInProse] = useState(true);
  // Enter may come before the plan: it is kept for it, unless prose would be changed that nobody has looked at.
  const [asked, setAsked] = useState(false);
  const name = useRef<HTMLInputElement>(null);
  const field = { was: useId(), id: useId(), label: useId() };
  const isNew = now.id !== was.id || now.label !== was.label;
  const { planRename } = deeds;
  const { clock } = useSession().ports;
  // Behind the dialog's own effect: it stands open by now.
  useEffect(() => {
    name.current?.focus();
    name.current?.select();
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the deeds are made anew with each drawing of the view.
  useEffect(() => {
    let isOld = false;
    setPlan(undefined);
    setAsked(false);
    const label = now.label?.trim();
    const named = label === undefined ? now : { ...now, label };
    if (!isNew || now.id === "" || label === "") return;
    const cancels = [
      clock.after(whenTyped, () => void planRename(was, named).then((made) => isOld || setPlan(made))),
      clock.after(whenLong, () => setPlan((now) => now ?? "long")),
    ];
    return () => {
      isOld = true;
      for (const cancel of cancels) cancel();
    };
  }, [was, now, isNew]);

  const made = plan === "long" ? undefined : plan;
  const done = made?.kind === "edits" ? made : undefined;
  const isPlanning = isNew && !made && now.id !== "" && now.label?.trim() !== "";
  const rename = (): void => {
    setAsked(isPlanning);
    if (!done) return;
    deeds.rename(was, inProse ? [...done.edits, ...done.prose] : done.edits);
    deeds.closeName();
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the plan is there.
  useEffect(() => {
    if (asked && done?.prose.length === 0) rename();
  }, [asked, done]);

  return (
    <Dialog open title="Rename a participant" onClose={deeds.closeName}>
      <form
        className="write-form"
        onSubmit={(event) => {
          event.preventDefault();
          rename();
        }}
      >
        <label htmlFor={field.was}>Participant</label>
        <select
          id={field.was}
          value={was.id}
          onChange={({ target }) => {
            const picked = all.find(({ id }) => id === target.value) ?? first;
            setWas(picked);
            setNow(picked);
          }}
        >
          {all.map(({ id, label }) => (
            <option key={id} value={id}>
              {label === undefined ? id : `${id} (${label})`}
            </option>
          ))}
        </select>
        <label htmlFor={field.id}>New name</label>
        <input
          ref={name}
          id={field.id}
          type="text"
          value={now.id}
          autoComplete="off"
          spellCheck={false}
          onChange={({ target }) => setNow({ ...now, id: target.value.trim() })}
        />
        {was.label !== undefined && (
          <>
            <label htmlFor={field.label}>New label, as the stage shows it</label>
            <input
              id={field.label}
              type="text"
              value={now.label ?? ""}
              autoComplete="off"
              onChange={({ target }) => setNow({ ...now, label: target.value })}
            />
          </>
        )}
        <p className="write-hint" role="status">
          {done
            ? `In ${countOf(done.edits.length)}: wherever the chapter is read, from diagrams to failures.`
            : plan === "long"
              ? "A long chapter: every place is being looked for…"
              : "In diagrams and directives, front matter, hop headings, budgets and failures."}
        </p>
        {done && done.prose.length > 0 && (
          <RenameProse edits={done.prose} lineAt={deeds.lineAt} checked={inProse} onCheck={setInProse} />
        )}
        {made?.kind === "refused" && (
          <p className="write-refused" role="alert">
            {made.why}
          </p>
        )}
        <button type="submit" className="button button-primary" disabled={!done && !isPlanning}>
          Rename
        </button>
      </form>
    </Dialog>
  );
}

const countOf = (places: number): string => (places === 1 ? "1 place" : `${places} places`);
