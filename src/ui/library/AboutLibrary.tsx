import { type ComponentType, useState } from "react";
import type { About } from "./about.ts";

interface AboutLibraryProps {
  readonly title: string;
  readonly load: () => Promise<About | undefined>;
}

type State =
  | { readonly kind: "closed" | "loading" }
  | { readonly kind: "there"; readonly about: About | undefined; readonly Text: ComponentType<About> }
  | { readonly kind: "failed"; readonly why: string };

/** What a library's index.md says, on demand: neither the text nor what draws it is there before it is asked for. */
export function AboutLibrary({ title, load }: AboutLibraryProps) {
  const [state, setState] = useState<State>({ kind: "closed" });
  async function fetchText(): Promise<void> {
    if (state.kind === "loading" || state.kind === "there") return;
    setState({ kind: "loading" });
    try {
      const [about, { AboutText }] = await Promise.all([load(), import("./AboutText.tsx")]);
      setState({ kind: "there", about, Text: AboutText });
    } catch (error) {
      setState({ kind: "failed", why: error instanceof Error ? error.message : String(error) });
    }
  }
  return (
    <details className="library-about" onToggle={({ currentTarget }) => currentTarget.open && void fetchText()}>
      <summary>About {title}</summary>
      {state.kind === "loading" && <p role="status">Loading…</p>}
      {state.kind === "there" && state.about && <state.Text {...state.about} />}
      {state.kind === "failed" && (
        <p role="alert">
          This text could not be loaded. ({state.why}){" "}
          <button type="button" className="link-button" onClick={() => void fetchText()}>
            Try again
          </button>
        </p>
      )}
    </details>
  );
}
