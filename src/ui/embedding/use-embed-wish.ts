import { useEffect, useMemo, useState } from "react";
import { carryingLink } from "../../session/carrying-link.ts";
import type { EmbedControls, EmbedWish } from "../../session/embed-snippet.ts";
import { decodeLink } from "../../session/link/decode-link.ts";
import { encodeLink } from "../../session/link/encode-link.ts";
import { emptyLink, type Link } from "../../session/link/link.ts";
import type { Playable } from "../../session/results.ts";
import type { ThemeChoice } from "../../session/state.ts";
import { linkOf } from "../../session/sync-link.ts";
import { useSession, useSessionState } from "../app/session-context.ts";

interface Asked {
  readonly controls: EmbedControls;
  readonly theme: ThemeChoice;
  /** As the Walk view stands, or from the start and healthy. */
  readonly asNow: boolean;
}

/** What is to be embedded; undefined while the chapter's whereabouts are looked up. */
export function useEmbedWish(playable: Playable, { controls, theme, asNow }: Asked): EmbedWish | undefined {
  const { ports, store, playhead, results } = useSession();
  const opened = useSessionState((state) => state.opened);
  const [found, setFound] = useState<Pick<EmbedWish, "chapter"> & { readonly carried?: string }>();
  const { chapter } = playable;
  // By itself a chapter's scenario is not told from others' by the chapter, and one alone needs no name.
  const scenarioAlone = chapter.scenarios.length === 1 ? undefined : playable.scenario.id.replace(/^.*\//, "");
  const site = ports.address.absolute("").replace(/[^/]*$/, "");
  useEffect(() => {
    let gone = false;
    const set = (next: typeof found) => gone || setFound(next);
    if (opened.kind !== "open") return;
    const { source, files } = opened;
    if (source.kind === "url") set({ chapter: { kind: "address", src: new URL(source.url, site).href } });
    else if (source.kind === "shipped") {
      const index = `${chapter.file.split("/").slice(0, -1).join("/")}/index.md`;
      const at = (file: string) => `${site}chapters/${file.split("/").map(encodeURIComponent).join("/")}`;
      const hasIndex = (text: string | undefined) => (text === undefined ? {} : { index: at(index) });
      ports.shelf
        .text(index)
        .catch(() => undefined)
        .then((text) => set({ chapter: { kind: "address", src: at(chapter.file), ...hasIndex(text) } }));
    } else {
      const text = files.find(({ file }) => chapter.file.endsWith(file))?.text ?? files[0]?.text ?? "";
      void carryingLink("", source, files, ports.packer).then(({ link }) => {
        const { carried } = decodeLink(link).link;
        set({ chapter: { kind: "text", text }, ...(carried === undefined ? {} : { carried }) });
      });
    }
    return () => {
      gone = true;
    };
  }, [opened, chapter.file, site, ports]);

  return useMemo(() => {
    if (!found) return undefined;
    const { view: _view, walkthrough: _moment, theme: _theme, ...now } = linkOf(store.getState(), playhead, results);
    const { chapter: id, src, scenario } = now;
    const bare: Link = {
      ...emptyLink,
      ...(id === undefined ? {} : { chapter: id }),
      ...(src === undefined ? {} : { src }),
      ...(scenario === undefined ? {} : { scenario }),
    };
    const { chapter: _own, ...rest } = asNow ? now : bare;
    const link: Link = {
      ...(found.carried === undefined ? (asNow ? now : bare) : { ...rest, carried: found.carried }),
      ...(theme === "auto" ? {} : { theme }),
    };
    const text = found.chapter.kind === "text" && scenarioAlone !== undefined ? { scenario: scenarioAlone } : {};
    return {
      site,
      title: playable.scenario.title,
      link: decodeLink(encodeLink(link)).link,
      controls,
      chapter: { ...found.chapter, ...text },
    };
  }, [found, store, playhead, results, asNow, theme, controls, site, playable, scenarioAlone]);
}
