import { useEffect, useMemo, useState } from "react";
import type { Trace } from "../../model/trace.ts";
import type { Drawings, Drawn } from "../../session/ports/drawing.ts";
import type { Working } from "../../session/ports/working.ts";
import type { Playable } from "../../session/results.ts";
import { useSession } from "../app/session-context.ts";

type Options = Parameters<Drawings["drawPicture"]>[1];
type Picture = Drawn<"drawPicture">;

interface DrawnPicture {
  /** The picture to show; the one before until it is there, and undefined at first. */
  readonly picture: Picture | undefined;
  /** Whether the last one could not be drawn. */
  readonly failed: boolean;
  /** The picture with these options, drawn once for whoever asks. */
  readonly draw: () => Working<Picture>;
}

/** The run as drawn with these options: when it is to be shown, and when it is asked for. */
export function usePicture(
  { scenario, system }: Playable,
  trace: Trace,
  options: Options,
  shown: boolean,
): DrawnPicture {
  const { drawing } = useSession().ports;
  const [picture, setPicture] = useState<Picture>();
  const [failed, setFailed] = useState(false);
  const { theme, spacing, waterfall, hop, liveText } = options;
  const once = useMemo(() => {
    const wanted = { theme, spacing, waterfall, ...(hop === undefined ? {} : { hop }), liveText: liveText === true };
    let working: Working<Picture> | undefined;
    const end = () => {
      working?.cancel();
      working = undefined;
    };
    const draw = (): Working<Picture> => {
      working ??= drawing.draw("drawPicture", { scenario, system, trace }, wanted);
      const mine = working;
      // The letters' shapes did not load, or somebody stopped it; the next try, which may be under way, may go better.
      const settle = (drawn?: Picture) => {
        if (!drawn && working === mine) working = undefined;
      };
      mine.done.then(settle, () => settle());
      return { done: mine.done, cancel: end };
    };
    return { draw, end };
  }, [drawing, scenario, system, trace, theme, spacing, waterfall, hop, liveText]);
  useEffect(() => once.end, [once]);
  useEffect(() => {
    if (!shown) return;
    let current = true;
    once.draw().done.then(
      (drawn) => {
        if (!current || !drawn) return;
        setPicture(drawn);
        setFailed(false);
      },
      () => current && setFailed(true),
    );
    return () => {
      current = false;
    };
  }, [once, shown]);
  return { picture, failed, draw: once.draw };
}
