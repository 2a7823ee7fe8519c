import { Keyboard, Moon, Sun, SunMoon } from "lucide-react";
import { useEffect, useRef } from "react";
import type { ThemeChoice, ViewName } from "../../session/state.ts";
import { useSession, useSessionState } from "../app/session-context.ts";
import { views } from "../app/views.ts";
import { onPlainClick } from "../shared/on-plain-click.ts";
import { ScenarioPicker } from "../shared/ScenarioPicker.tsx";
import { CopyLink } from "./CopyLink.tsx";
import { ShareButton } from "./ShareButton.tsx";
import "../shared/buttons.css";
import "../shared/controls.css";
import "./header.css";

export function Header({ onHelp }: { readonly onHelp: () => void }) {
  const { results, actions } = useSession();
  const view = useSessionState((state) => state.view);
  const hasPlayable = useSessionState((state) => results.playable(state) !== undefined);
  const loading = useSessionState((state) => state.opened.kind === "loading");
  return (
    <header className="header">
      <a className="header-brand" href="?" onClick={onPlainClick(() => actions.show("library"))}>
        <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
          <path d="M2.5 18 8 9.5l5 5L20.5 4.5" />
          <circle cx="20.5" cy="4.5" r="2.2" />
        </svg>
        <span className="header-name">Hopwise</span>
      </a>
      {view !== "library" && <Path view={view} />}
      <nav className="header-views" aria-label="Views">
        <a
          href="?"
          aria-current={view === "library" ? "page" : undefined}
          onClick={onPlainClick(() => actions.show("library"))}
        >
          Library
        </a>
        {views.map(({ name, label }) => (
          <ViewLink key={name} view={name} label={label} current={view === name} />
        ))}
      </nav>
      <div className="header-tools">
        {view !== "library" && (hasPlayable || loading) && (
          <div className="header-take" data-coming={!hasPlayable || undefined}>
            <CopyLink />
            {view === "walk" && <ShareButton />}
          </div>
        )}
        <ThemeButton />
        <button type="button" className="icon-button header-help" aria-label="Keyboard shortcuts" onClick={onHelp}>
          <Keyboard size={16} aria-hidden />
        </button>
      </div>
    </header>
  );
}

/** What is open, by name. Where it is written, each keystroke makes another one of it: the rest of the header stays. */
function Path({ view }: { readonly view: ViewName }) {
  const playable = useSessionState(useSession().results.playable);
  const library = useSessionState((state) => (state.opened.kind === "open" ? state.opened.library.title : undefined));
  if (!playable) return null;
  return (
    <p className="header-path">
      <span className="header-library">{library}</span>
      <span className="header-slash" aria-hidden="true">
        /
      </span>
      <span className="header-scenario">
        {view === "walk" ? <ScenarioPicker playable={playable} view={view} /> : playable.scenario.title}
      </span>
    </p>
  );
}

interface ViewLinkProps {
  readonly view: ViewName;
  readonly label: string;
  readonly current: boolean;
}

/** Shows what is open or about to be, or the first shipped scenario, so that the view is never an empty one. */
function ViewLink({ view, label, current }: ViewLinkProps) {
  const { ports, actions } = useSession();
  const kind = useSessionState((state) => state.opened.kind);
  const open = kind === "open";
  const link = useRef<HTMLAnchorElement>(null);
  // On a phone the links scroll sideways: the one that counts is brought into sight, and again once what is open has
  // brought its buttons beside them.
  useEffect(() => {
    if (current && (open || link.current)) link.current?.scrollIntoView({ block: "nearest", inline: "center" });
  }, [current, open]);
  const first = ports.shelf.cards[0]?.chapters[0];
  if (!open && !first && !current) return null;
  return (
    <a
      ref={link}
      href={`?v=1&chapter=${first?.id ?? ""}&view=${view}`}
      aria-current={current ? "page" : undefined}
      onClick={onPlainClick(() =>
        open || kind === "loading" || current || !first
          ? actions.show(view)
          : actions.open({ kind: "shipped", chapter: first.id }, undefined, view),
      )}
    >
      {label}
    </a>
  );
}

const nextTheme: Readonly<Record<ThemeChoice, ThemeChoice>> = { auto: "light", light: "dark", dark: "auto" };
const themeWords: Readonly<Record<ThemeChoice, string>> = { auto: "as the system", light: "light", dark: "dark" };

function ThemeButton() {
  const { actions } = useSession();
  const theme = useSessionState((state) => state.linkTheme ?? state.theme);
  const Icon = theme === "auto" ? SunMoon : theme === "light" ? Sun : Moon;
  const label = `Theme: ${themeWords[theme]}. Switch to ${themeWords[nextTheme[theme]]}.`;
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={label}
      title={label}
      onClick={() => actions.setTheme(nextTheme[theme])}
    >
      <Icon size={16} aria-hidden />
    </button>
  );
}
