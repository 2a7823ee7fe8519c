import type { TextEdit } from "../../session/write-text.ts";

interface RenameProseProps {
  readonly edits: readonly TextEdit[];
  readonly lineAt: (
    offset: number,
  ) => { readonly from: number; readonly number: number; readonly text: string } | undefined;
  readonly checked: boolean;
  readonly onCheck: (checked: boolean) => void;
}

/** How many characters of a line stand before and behind the name. */
const around = 28;

/** So many places are shown: nobody looks through more before deciding, and thousands of rows would hold the page. */
const most = 200;

/** Where prose says the name, to be seen before it is decided whether it is meant. */
export function RenameProse({ edits, lineAt, checked, onCheck }: RenameProseProps) {
  return (
    <>
      <label className="write-check">
        <input type="checkbox" checked={checked} onChange={({ target }) => onCheck(target.checked)} />
        Where the prose says it, too: {edits.length === 1 ? "once" : `${edits.length.toLocaleString("en")} times`}
      </label>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <ol className="write-places" aria-label="In the prose" tabIndex={0} data-off={!checked || undefined}>
        {edits.slice(0, most).map(({ start, end }) => {
          const line = lineAt(start);
          if (!line) return null;
          const [from, to] = [start - line.from, end - line.from];
          return (
            <li key={start}>
              <span>{line.number}</span>
              <q>
                {from > around && "…"}
                {line.text.slice(Math.max(0, from - around), from)}
                <mark>{line.text.slice(from, to)}</mark>
                {line.text.slice(to, to + around)}
                {to + around < line.text.length && "…"}
              </q>
            </li>
          );
        })}
        {edits.length > most && (
          <li>
            <span>…</span>and {(edits.length - most).toLocaleString("en")} more
          </li>
        )}
      </ol>
    </>
  );
}
