import type { StoreApi } from "zustand/vanilla";
import type { Library } from "../model/chapter.ts";
import { healthyRun } from "../model/run.ts";
import { isDraft } from "./draft-id.ts";
import { emptyLink, type Link } from "./link/link.ts";
import { resolveLink } from "./link/resolve-link.ts";
import { partsOf } from "./link/source-parts.ts";
import { loadSource } from "./load-source.ts";
import { keepOwn, rememberUrl } from "./own-chapters.ts";
import type { Player } from "./play.ts";
import type { Ports } from "./ports/ports.ts";
import type { OpenedFile } from "./ports/reader.ts";
import type { Notice, Opened, SessionState, Source, ViewName } from "./state.ts";

interface Parts {
  readonly store: StoreApi<SessionState>;
  readonly ports: Ports;
  readonly player: Player;
  readonly tell: (tone: Notice["tone"], text: string) => void;
  readonly turn: Turn;
}

/** Tells the latest request from those it overtook. */
export interface Turn {
  next(): number;
  current(): number;
}

export function createTurn(): Turn {
  let turn = 0;
  return { next: () => ++turn, current: () => turn };
}

/** What to open, and the link that says how it is to be looked at. */
export interface OpenRequest {
  readonly source: Source;
  readonly scenario?: string;
  /** Where it is shown; the Walk view unless said. */
  readonly view?: ViewName;
  readonly link?: Link;
}

type Failed = Extract<Opened, { kind: "failed" }>;

/**
 * Loads a chapter and shows it. Never rejects: what went wrong stands where the chapter would. A walkthrough has nothing
 * to show by itself: its name is given back, for its first moment to be gone to.
 */
export async function openSource(parts: Parts, request: OpenRequest): Promise<string | undefined> {
  const { store, player, ports, tell } = parts;
  const mine = parts.turn.next();
  const { source } = request;
  player.pause();
  const link = request.link ?? {
    ...emptyLink,
    ...(request.scenario === undefined ? {} : { scenario: request.scenario }),
  };
  const before = store.getState().opened;
  const already = before.kind === "open" && sameSource(before.source, source) ? before.library : undefined;
  const view = link.view ?? request.view ?? "walk";
  store.setState({ walkthrough: link.walkthrough });
  if (!already) store.setState({ opened: { kind: "loading", what: nameOf(source) }, view });

  const result = already ? { library: already, files: filesOf(before) } : await loadSource(source, ports);
  // The reader may have opened something else meanwhile.
  if (mine !== parts.turn.current()) return undefined;
  // Who went to another view while it was read stays there.
  const now = store.getState().view;
  const shown = already || now === view ? view : now;
  if ("kind" in result) {
    store.setState({ opened: result, scenario: undefined, run: healthyRun, past: [], future: [], view: shown });
    return undefined;
  }
  const draft = isDraft(source.kind === "own" ? source.chapter : "");
  if (source.kind === "own" && !already && !draft && !keepOwn(ports.storage, source.chapter, source.files)) {
    tell("info", "This browser does not let the page keep your chapter: after a reload it has to be opened again.");
  }
  if (source.kind === "url" && !already) rememberUrl(ports.storage, source.url, result.library.title);
  const resolved = resolveLink(link, result.library, source.kind === "shipped" ? source.chapter : undefined);
  const name = view === "write" || link.walkthrough ? undefined : walkthroughIn(result.library, source, link);
  if (name !== undefined) return name;
  // What is being written may have nothing to play yet; its text has to stay within reach.
  if (resolved.scenario === undefined && !draft && view !== "write") {
    store.setState({
      opened: nothingToPlay(source, result.library),
      scenario: undefined,
      run: healthyRun,
      view: shown,
    });
    return undefined;
  }
  for (const sentence of resolved.dropped) tell("warn", sentence);
  store.setState({
    opened: { kind: "open", source, library: result.library, files: result.files },
    scenario: resolved.scenario,
    run: resolved.run,
    compare: resolved.compare,
    past: [],
    future: [],
    view: shown,
    focusHop: link.focus,
    find: "",
  });
  player.home();
  return undefined;
}

/** The name of the walkthrough that this is: alone, or first in its folder while no scenario is asked for. */
function walkthroughIn(library: Library, source: Source, link: Link): string | undefined {
  const [first] = library.chapters;
  if (!first?.moments?.some((moment) => moment.link !== undefined) || link.scenario !== undefined) return undefined;
  const { chapter, src } = partsOf(source);
  return chapter ?? src;
}

function filesOf(opened: Opened): readonly OpenedFile[] {
  return opened.kind === "open" ? opened.files : [];
}

function nothingToPlay(source: Source, library: Library): Failed {
  const first = library.problems.find(({ severity }) => severity === "error") ?? library.problems[0];
  return {
    kind: "failed",
    source,
    title: "There is nothing to play in this chapter",
    message: first
      ? `${first.file}:${first.line}:${first.column}: ${first.message}`
      : `${nameOf(source)} holds no Mermaid sequence diagram. A chapter needs at least one \`sequenceDiagram\` fence.`,
  };
}

export function nameOf(source: Source): string {
  return source.kind === "url"
    ? source.url
    : source.kind === "own"
      ? (source.files[0]?.file ?? "Your text")
      : source.kind === "carried"
        ? "The chapter in the link"
        : source.chapter;
}

function sameSource(a: Source, b: Source): boolean {
  if (a.kind === "shipped") return b.kind === "shipped" && a.chapter === b.chapter;
  if (a.kind === "url") return b.kind === "url" && a.url === b.url;
  if (a.kind === "carried") return b.kind === "carried" && a.payload === b.payload;
  return b.kind === "own" && a.chapter === b.chapter && a.files === b.files;
}
