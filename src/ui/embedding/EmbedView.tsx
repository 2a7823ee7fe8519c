import { Copy } from "lucide-react";
import { useState } from "react";
import {
  type EmbedControls,
  type EmbedForm,
  embedControls,
  embedForms,
  embedSnippet,
} from "../../session/embed-snippet.ts";
import type { Playable } from "../../session/results.ts";
import { type ThemeChoice, themeChoices } from "../../session/state.ts";
import { useSession, useSessionState } from "../app/session-context.ts";
import { NotOpen } from "../shell/NotOpen.tsx";
import { ViewHeading } from "../shell/ViewHeading.tsx";
import { isLong } from "./is-long.ts";
import { LongPreview } from "./LongPreview.tsx";
import { Preview } from "./Preview.tsx";
import { useEmbedWish } from "./use-embed-wish.ts";
import "./embed-view.css";

const words: Readonly<Record<EmbedForm, { readonly label: string; readonly says: string }>> = {
  component: {
    label: "Component",
    says: "One script for the page, and a tag wherever a flow stands. It follows the page's theme.",
  },
  frame: {
    label: "Frame",
    says: "An iframe, for pages that take no script of ours. The script below gives it its height and may be left out.",
  },
  link: { label: "Link", says: "Opens here, paused, with the same failures and choices." },
};

const controlWords: Readonly<Record<EmbedControls, string>> = {
  full: "player and failures",
  min: "player alone",
  none: "stage alone",
};

/** A field with megabytes in it holds the page up for seconds: of long markup it has the beginning. */
const shownAtMost = 20_000;

/** Builds what another page needs to show this flow, beside the flow as it will be there. */
export function EmbedView() {
  const { results } = useSession();
  const playable = useSessionState(results.playable);
  return playable ? <Embed key={playable.scenario.id} playable={playable} /> : <NotOpen />;
}

function Embed({ playable }: { readonly playable: Playable }) {
  const { ports } = useSession();
  const [form, setForm] = useState<EmbedForm>("component");
  const [controls, setControls] = useState<EmbedControls>("full");
  const [theme, setTheme] = useState<ThemeChoice>("auto");
  const [asNow, setAsNow] = useState(true);
  const [said, setSaid] = useState("");
  const wish = useEmbedWish(playable, { controls, theme, asNow });
  const code = wish && embedSnippet(form, wish);
  const isCut = code !== undefined && code.length > shownAtMost;
  async function copy(text: string) {
    const instead = isCut ? "Put the chapter's file beside the page instead." : "Mark the text instead.";
    setSaid((await ports.clipboard.write(text)) ? "Copied." : `The browser did not allow copying. ${instead}`);
  }
  return (
    <main className="embedding">
      <div className="embedding-form">
        <ViewHeading className="eyebrow">Embed</ViewHeading>
        <p className="embedding-title">{playable.scenario.title}</p>
        <fieldset className="segmented" aria-label="Form">
          {embedForms.map((one) => (
            <button key={one} type="button" aria-pressed={one === form} onClick={() => setForm(one)}>
              {words[one].label}
            </button>
          ))}
        </fieldset>
        <p className="embedding-says">{words[form].says}</p>
        <label>
          Controls
          <select
            value={controls}
            disabled={form === "link"}
            onChange={(event) => setControls(embedControls.find((one) => one === event.target.value) ?? "full")}
          >
            {embedControls.map((one) => (
              <option key={one} value={one}>
                {controlWords[one]}
              </option>
            ))}
          </select>
        </label>
        <label>
          Theme
          <select
            value={theme}
            onChange={(event) => setTheme(themeChoices.find((one) => one === event.target.value) ?? "auto")}
          >
            {themeChoices.map((one) => (
              <option key={one} value={one}>
                {one === "auto" ? "as the page" : one}
              </option>
            ))}
          </select>
        </label>
        <label className="embedding-check">
          <input type="checkbox" checked={asNow} onChange={(event) => setAsNow(event.target.checked)} /> With the place,
          failures and choices of the Walk view
        </label>
        {/* As high as its text, so there is none before: what stands below would be moved. */}
        {code !== undefined && (
          <>
            <textarea
              className="embedding-code"
              aria-label="Markup"
              readOnly
              rows={8}
              value={isCut ? `${code.slice(0, shownAtMost)}…` : code}
            />
            <div className="embedding-row">
              <button type="button" className="button button-primary" onClick={() => void copy(code)}>
                <Copy size={14} aria-hidden /> Copy
              </button>
              <p className="embedding-says" role="status">
                {said}
              </p>
            </div>
          </>
        )}
        {isCut && (
          <p className="embedding-says">
            {code.length.toLocaleString("en")} characters, of which the field shows the beginning. Copy takes all of
            them. Lighter for the page's readers: put the chapter's file beside the page and name it in <code>src</code>
            .
          </p>
        )}
        {wish?.chapter.kind === "text" && form !== "component" && (
          <p className="embedding-says">This chapter is nowhere online, so it travels inside the address.</p>
        )}
      </div>
      {wish && (
        <section className="embedding-preview" aria-label="Preview">
          {isLong(wish) && form !== "link" ? (
            <LongPreview key={form} form={form} wish={wish} />
          ) : (
            <Preview form={form} wish={wish} />
          )}
        </section>
      )}
    </main>
  );
}
