import { useEffect, useRef, useState } from "react";
import type { Trace } from "../../model/trace.ts";
import type { Drawings, Drawn } from "../../session/ports/drawing.ts";
import type { Playable } from "../../session/results.ts";
import { useSession } from "../app/session-context.ts";
import { useSeen } from "../mermaid/use-seen.ts";

type Options = Parameters<Drawings["drawSlices"]>[1];
type Sliced = Drawn<"drawSlices">;

/** So much is decoded within a frame or two, px². */
const atOnce = 2 ** 20;

/** A long run as drawn, to scroll through: each slice comes when it is first in view. */
export function LongPicture({ sliced }: { readonly sliced: Sliced }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard.
    <section className="share-slices" tabIndex={0} aria-label="The run as drawn, title and verdict included">
      {sliced.slices.map((slice, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a slice is its place.
        <Slice key={at} slice={slice} />
      ))}
    </section>
  );
}

function Slice({ slice: { svg, width, height } }: { readonly slice: Sliced["slices"][number] }) {
  const ref = useRef<HTMLDivElement>(null);
  const seen = useSeen(ref);
  return (
    <div ref={ref} style={{ aspectRatio: `${width} / ${height}` }}>
      {seen && <img alt="" src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`} />}
    </div>
  );
}

/** The run in slices, when they are to be shown; the ones before until they are there. */
export function useSlices({ scenario, system }: Playable, trace: Trace, options: Options, shown: boolean) {
  const { drawing } = useSession().ports;
  const [sliced, setSliced] = useState<Sliced>();
  const { theme, spacing, waterfall, hop, liveText } = options;
  useEffect(() => {
    if (!shown) return;
    const wanted = { theme, spacing, waterfall, ...(hop === undefined ? {} : { hop }), liveText: liveText === true };
    const working = drawing.draw("drawSlices", { scenario, system, trace }, wanted, atOnce);
    // One that could not be drawn is spoken of when it is asked for as a file.
    working.done.then((drawn) => drawn && setSliced(drawn)).catch(() => {});
    return working.cancel;
  }, [drawing, scenario, system, trace, theme, spacing, waterfall, hop, liveText, shown]);
  return sliced;
}
