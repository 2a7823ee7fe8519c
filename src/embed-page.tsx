import { createRoot } from "react-dom/client";
import { createClock } from "./browser/clock.ts";
import { createColorScheme } from "./browser/color-scheme.ts";
import { createFetcher } from "./browser/fetcher.ts";
import { createMeasure } from "./browser/measure-text.ts";
import { createPacker } from "./browser/packer.ts";
import { createPageReader } from "./browser/read-in-page.ts";
import { openSiteShelf } from "./browser/site-shelf.ts";
import { FramedFlow } from "./embed/frame/FramedFlow.tsx";
import { readFrameQuery } from "./embed/frame/frame-query.ts";
import { loadLink } from "./embed/frame/load-link.ts";
import { tellSize } from "./embed/frame/tell-size.ts";
import { flowSheet } from "./embed/sheet.ts";
import { stageFonts } from "./scene/measure-text.ts";
import { createFlowSession } from "./session/flow-session.ts";
import { decodeLink } from "./session/link/decode-link.ts";
import type { Refusal } from "./session/refusals.ts";

/** The page for frames on other sites (embed.html): the app's link, played in place. It keeps nothing in the browser. */
const host = document.getElementById("flow");
if (host) {
  const shadow = host.attachShadow({ mode: "open" });
  shadow.adoptedStyleSheets = [flowSheet()];
  const root = createRoot(shadow);
  const query = readFrameQuery(location.search, location.hash);
  const { link, dropped } = decodeLink(query.link);
  const session = createFlowSession(createClock());
  const scheme = createColorScheme();
  const measure = createMeasure(stageFonts);
  const app = new URL("./", location.href).href;
  let refusal: Refusal | undefined;
  let notes: readonly string[] = [];

  const render = () => {
    const asked = link.theme ?? "auto";
    root.render(
      <FramedFlow
        session={session}
        link={link}
        controls={query.controls}
        theme={asked === "auto" ? (scheme.dark() ? "dark" : "light") : asked}
        refusal={refusal}
        notes={notes}
        measure={measure}
        app={app}
      />,
    );
  };
  scheme.onChange(render);
  render();
  const fetcher = createFetcher();
  const read = async () => {
    const shelf = await openSiteShelf();
    const found = await loadLink(link, { shelf, fetcher, reader: createPageReader(), packer: createPacker() });
    if ("chapters" in found) {
      const unread = [...session.show(found, link, "The link"), ...session.goTo(link.at, "The link")];
      notes = [...query.notes, ...dropped, ...unread];
      const [scenario] = found.chapters.flatMap(({ scenarios }) => scenarios);
      document.title =
        session.results.playable(session.store.getState())?.scenario.title ?? scenario?.title ?? "Hopwise";
    } else refusal = found;
    render();
    const frame = shadow.querySelector<HTMLElement>(".flow-frame");
    if (frame) tellSize(query.id, frame);
  };
  void read();
}
