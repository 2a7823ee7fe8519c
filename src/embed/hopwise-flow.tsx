import { createRoot, type Root } from "react-dom/client";
import { createClock } from "../browser/clock.ts";
import { createFetcher } from "../browser/fetcher.ts";
import { createMeasure } from "../browser/measure-text.ts";
import { createPageReader } from "../browser/read-in-page.ts";
import { stageFonts } from "../scene/measure-text.ts";
import { createFlowSession } from "../session/flow-session.ts";
import { readAt } from "../session/link/read-parts.ts";
import type { Refusal } from "../session/refusals.ts";
import { EmbeddedFlow } from "./EmbeddedFlow.tsx";
import type { HopwiseProblem, HopwiseStep, HopwiseVerdict } from "./events.ts";
import { loadChapter, type OwnText } from "./load-chapter.ts";
import { readOwnText } from "./own-text.ts";
import { findPageTheme, watchPageTheme } from "./page-theme.ts";
import { attributeNames, readAttributes, type Wish } from "./read-attributes.ts";
import { flowSheet } from "./sheet.ts";
import { whenNear } from "./when-near.ts";

/** What all flows of a page share. */
const clock = createClock();
const fetcher = createFetcher();
const reader = createPageReader();
let shared: ReturnType<typeof createMeasure> | undefined;
const measure = (): ReturnType<typeof createMeasure> => {
  shared ??= createMeasure(stageFonts);
  return shared;
};

/** Attributes that change how the flow looks, and not what it plays. */
const looksOnly: readonly string[] = ["theme", "controls", "lang"];
/** Attributes that open another scenario. */
const opens: readonly string[] = ["src", "index", "scenario"];
/** Who says what means nothing to the chapter. */
const teller = "The tag";

/** Where a page is made without a browser, the class is only a name. */
const Base: typeof HTMLElement = globalThis.HTMLElement ?? (class {} as typeof HTMLElement);

/** `<hopwise-flow>`: plays one scenario of a chapter, in place. Never throws into the page that holds it. */
export class HopwiseFlow extends Base {
  static readonly observedAttributes: readonly string[] = attributeNames;

  /** What is played instead of the text in the tag; to be set before the tag is put into the page. */
  chapter: OwnText | undefined;

  #session = createFlowSession(clock);
  #root: Root | undefined;
  #wish: Wish = readAttributes(new Map());
  #refusal: Refusal | undefined;
  #notes: readonly string[] = [];
  /** What of the tag means nothing to the chapter that is shown, and what is wrong with that; undefined while none is. */
  #unread: { run: readonly string[]; at: readonly string[]; errors: readonly string[] } | undefined;
  #stops: (() => void)[] = [];
  /** A page may write the chapter after the tag, or another one. */
  #written = new MutationObserver(() => {
    if (this.#near && !this.#wish.src) void this.#load();
  });
  #near = false;
  #turn = 0;
  #told = "";
  #at = "";

  connectedCallback(): void {
    const shadow = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    shadow.adoptedStyleSheets = [flowSheet()];
    this.#root = createRoot(shadow);
    this.#written.observe(this, { subtree: true, childList: true, characterData: true });
    this.#stops = [
      watchPageTheme(this.ownerDocument, () => this.#render()),
      this.#session.playhead.subscribe(() => this.#tellStep()),
      this.#session.store.subscribe(() => this.#tellVerdict()),
      whenNear(this, () => {
        this.#near = true;
        return this.#load();
      }),
    ];
    this.#wish = this.#readWish();
    this.#render();
  }

  disconnectedCallback(): void {
    for (const stop of this.#stops.splice(0)) stop();
    this.#turn += 1;
    this.#near = false;
    this.#session.clear();
    this.#root?.unmount();
    this.#root = undefined;
  }

  attributeChangedCallback(name: string): void {
    if (!this.#root) return;
    this.#wish = this.#readWish();
    const { link } = this.#wish;
    const unread = this.#unread;
    if (!this.#near || (!unread && looksOnly.includes(name))) this.#render();
    else if (!unread || opens.includes(name)) void this.#load();
    else {
      // Everything else is told to the flow that is shown.
      if (name === "fail" || name === "with") unread.run = this.#session.turn(link, name, teller);
      if (name === "view" || name === "at") this.#session.look(link);
      if (name === "at") unread.at = this.#session.goTo(link.at, teller);
      this.#say(this.#notes);
    }
  }

  play(): void {
    this.#session.actions.play();
  }

  pause(): void {
    this.#session.actions.pause();
  }

  /** Goes to a message (`5.2`) or an instant (`132ms`). False when this run never comes there. */
  seek(at: string): boolean {
    const place = readAt(at);
    return place !== undefined && this.#session.place(place);
  }

  /** Switches these failures on from the start, and all others off. */
  setFailures(ids: readonly string[]): void {
    if (!this.#unread) return;
    const fail = [ids].flat().map((id) => ({ id: String(id) }));
    this.#unread.run = this.#session.turn({ ...this.#wish.link, fail }, "fail", "setFailures");
    this.#say(this.#notes);
  }

  #readWish(): Wish {
    return readAttributes(new Map([...this.attributes].map(({ name, value }) => [name, value])));
  }

  async #load(): Promise<void> {
    const mine = ++this.#turn;
    this.#unread = undefined;
    const own = this.chapter ?? { text: readOwnText(this) };
    const loaded = await loadChapter(this.#wish, own, this.ownerDocument.baseURI, fetcher, reader);
    if (mine !== this.#turn) return;
    this.#refusal = undefined;
    if (loaded.kind === "refused") {
      this.#refusal = loaded;
      this.#session.clear();
      this.#render();
      this.#tellProblem(`${loaded.title}. ${loaded.message}`, true);
    } else {
      const { library, link, errors } = loaded;
      this.#unread = {
        run: this.#session.show(library, link, teller),
        at: this.#session.goTo(link.at, teller),
        errors,
      };
      this.#say([]);
    }
  }

  /** Shows what cannot be read or means nothing here, and tells the page what of it is new. */
  #say(before: readonly string[]): void {
    this.#notes = [...this.#wish.notes, ...Object.values(this.#unread ?? {}).flat()];
    this.#render();
    for (const note of this.#notes) if (!before.includes(note)) this.#tellProblem(note, false);
  }

  #tellProblem(message: string, fatal: boolean): void {
    this.#tell<HopwiseProblem>("hopwise-problem", { message, fatal });
  }

  #render(): void {
    const theme = this.#wish.theme === "auto" ? findPageTheme(this.ownerDocument) : this.#wish.theme;
    this.#root?.render(
      <EmbeddedFlow
        session={this.#session}
        wish={this.#wish}
        theme={theme}
        refusal={this.#refusal}
        notes={this.#notes}
        measure={measure()}
      />,
    );
  }

  #tell<Detail>(name: string, detail: Detail): void {
    this.dispatchEvent(new CustomEvent<Detail>(name, { detail, bubbles: true, composed: true }));
  }

  /** Once for each message, not for each frame. */
  #tellStep(): void {
    const here = this.#session.here();
    const step = here ? `${here.hop}.${here.message}` : "";
    if (step === this.#at || !here) return;
    this.#at = step;
    this.#tell<HopwiseStep>("hopwise-step", { hop: here.hop, message: here.message });
  }

  #tellVerdict(): void {
    const { store, results } = this.#session;
    const state = store.getState();
    const playable = results.playable(state);
    if (!playable) return;
    const trace = results.trace(playable, state.run);
    const { outcome, layer, status } = results.verdict(playable, trace);
    const { headline, detail } = results.words(playable, trace);
    const key = `${playable.scenario.id} ${headline} ${detail}`;
    if (key === this.#told) return;
    this.#told = key;
    this.#tell<HopwiseVerdict>("hopwise-verdict", {
      outcome,
      headline,
      detail,
      ...(layer && { layer }),
      ...(status && { status }),
    });
  }
}
