import { useEffect, useState } from "react";
import type { Trace } from "../../model/trace.ts";
import type { Playable } from "../../session/results.ts";
import { sharePicture } from "../../session/share-run.ts";

type Options = Parameters<typeof sharePicture>[2];
type Picture = Awaited<ReturnType<typeof sharePicture>>;

/** The run as drawn with these options; the one before until it is there. Undefined at first, or what went wrong. */
export function usePicture(playable: Playable, trace: Trace, options: Options): Picture | Error | undefined {
  const [picture, setPicture] = useState<Picture | Error>();
  const { theme, spacing, waterfall, hop, liveText } = options;
  useEffect(() => {
    let current = true;
    const wanted = { theme, spacing, waterfall, ...(hop === undefined ? {} : { hop }), liveText: liveText === true };
    sharePicture(playable, trace, wanted).then(
      (drawn) => current && setPicture(drawn),
      () => current && setPicture(new Error("The letters’ shapes did not load. Is the connection gone?")),
    );
    return () => {
      current = false;
    };
  }, [playable, trace, theme, spacing, waterfall, hop, liveText]);
  return picture;
}
