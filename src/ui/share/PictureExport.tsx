import { Download } from "lucide-react";
import { useRef, useState } from "react";
import type { Trace } from "../../model/trace.ts";
import { getTheme } from "../../session/create-session.ts";
import type { Playable } from "../../session/results.ts";
import { useSession, useSessionState } from "../app/session-context.ts";
import { useSeen } from "../mermaid/use-seen.ts";
import { LongPicture, useSlices } from "./LongPicture.tsx";
import { usePicture } from "./use-picture.ts";
import { useWork } from "./use-work.ts";
import { WorkSays } from "./WorkSays.tsx";

const scales = [1, 2, 3, 4] as const;

/** Of more messages the picture could not be read as a whole, and would hold the page up: it is shown slice by slice. */
const wholeUpTo = 300;

/** The run as a picture, as the stage now stands: its spacing, and the hop in focus. */
export function PictureExport({ playable, trace }: { readonly playable: Playable; readonly trace: Trace }) {
  const { ports } = useSession();
  const shownTheme = useSessionState(getTheme);
  const spacing = useSessionState((state) => state.spacing);
  const focus = useSessionState((state) => state.focusHop);
  const [theme, setTheme] = useState(shownTheme);
  const [waterfall, setWaterfall] = useState(true);
  const [liveText, setLiveText] = useState(false);
  const [scale, setScale] = useState<number>(2);
  const [said, setSaid] = useState("");
  const work = useWork();
  const options = { theme, spacing, waterfall, ...(focus === undefined ? {} : { hop: focus }) };
  const frame = useRef<HTMLDivElement>(null);
  const seen = useSeen(frame);
  const messages = trace.messages.filter((one) => focus === undefined || one.hop === focus).length;
  const long = messages > wholeUpTo;
  const { picture, failed, draw } = usePicture(playable, trace, { ...options, liveText }, seen && !long);
  const sliced = useSlices(playable, trace, { ...options, liveText }, seen && long);
  const size = long ? sliced : picture;
  const name = focus === undefined ? playable.scenario.id : `${playable.scenario.id}-hop-${focus}`;
  async function saveSvg() {
    const drawn = await work.wait(draw());
    if (drawn) ports.saver.save({ name: `${name}.svg`, type: "image/svg+xml", content: drawn.svg });
  }
  async function savePng() {
    setSaid("");
    const { scenario, system } = playable;
    const painted = await work.wait(
      ports.drawing.paint({ scenario, system, trace }, { ...options, liveText }, scale, work.tell),
    );
    if (painted?.kind === "png") {
      ports.saver.save({ name: `${name}.png`, type: "image/png", content: painted.bytes });
    }
    setSaid(
      painted?.kind !== "tooLarge"
        ? ""
        : "The picture is too large for this browser at this size; choose a smaller one, or SVG.",
    );
  }
  return (
    <section className="share-section" aria-labelledby="share-picture">
      <h3 className="eyebrow" id="share-picture">
        Picture
      </h3>
      <div className="share-row">
        <label>
          Theme{" "}
          <select value={theme} onChange={(event) => setTheme(event.target.value === "dark" ? "dark" : "light")}>
            <option value="light">light</option>
            <option value="dark">dark</option>
          </select>
        </label>
        <label>
          Text{" "}
          <select value={liveText ? "text" : "shapes"} onChange={(event) => setLiveText(event.target.value === "text")}>
            <option value="shapes">as shapes: the same everywhere</option>
            <option value="text">as text: editable, needs Inter</option>
          </select>
        </label>
        <label>
          <input type="checkbox" checked={waterfall} onChange={(event) => setWaterfall(event.target.checked)} /> With
          the waterfall
        </label>
      </div>
      <div className="share-row">
        <button type="button" className="button" onClick={() => void saveSvg()}>
          <Download size={14} aria-hidden /> SVG
        </button>
        <button type="button" className="button" onClick={() => void savePng()}>
          <Download size={14} aria-hidden /> PNG
        </button>
        <label>
          PNG size{" "}
          <select value={scale} onChange={(event) => setScale(Number(event.target.value))}>
            {scales.map((one) => (
              <option key={one} value={one}>
                {one}×{size ? `, ${Math.round(size.width * one)} × ${Math.round(size.height * one)}` : ""}
              </option>
            ))}
          </select>
        </label>
      </div>
      <div ref={frame} className="share-frame">
        {long && sliced && <LongPicture sliced={sliced} />}
        {!long && picture && (
          <img
            className="share-picture"
            alt="The run as drawn, title and verdict included"
            width={picture.width}
            height={picture.height}
            src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(picture.svg)}`}
          />
        )}
      </div>
      <WorkSays work={failed ? { ...work, failed } : work} said={said} />
    </section>
  );
}
