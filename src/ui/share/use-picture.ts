import { useEffect, useMemo, useState } from "react";
import type { Trace } from "../../model/trace.ts";
import type { Playable } from "../../session/results.ts";
import { sharePicture } from "../../session/share-run.ts";

type Options = Parameters<typeof sharePicture>[2];
type Picture = Awaited<ReturnType<typeof sharePicture>>;

interface DrawnPicture {
  /** The picture to show; the one before until it is there, and undefined at first. */
  readonly picture: Picture | undefined;
  /** Whether the last one could not be drawn. */
  readonly failed: boolean;
  /** The picture with these options, drawn once for whoever asks. */
  readonly draw: () => Promise<Picture | undefined>;
}

/** The run as drawn with these options: when it is to be shown, and when it is asked for. */
export function usePicture(playable: Playable, trace: Trace, options: Options, shown: boolean): DrawnPicture {
  const [picture, setPicture] = useState<Picture>();
  const [failed, setFailed] = useState(false);
  const { theme, spacing, waterfall, hop, liveText } = options;
  const draw = useMemo(() => {
    const wanted = { theme, spacing, waterfall, ...(hop === undefined ? {} : { hop }), liveText: liveText === true };
    let drawing: Promise<Picture | undefined> | undefined;
    return () => {
      drawing ??= sharePicture(playable, trace, wanted).catch(() => {
        // The letters' shapes did not load; the next try may go better.
        drawing = undefined;
        return undefined;
      });
      void drawing.then((drawn) => setFailed(drawn === undefined));
      return drawing;
    };
  }, [playable, trace, theme, spacing, waterfall, hop, liveText]);
  useEffect(() => {
    if (!shown) return;
    let current = true;
    void draw().then((drawn) => current && drawn && setPicture(drawn));
    return () => {
      current = false;
    };
  }, [draw, shown]);
  return { picture, failed, draw };
}
