import { Download } from "lucide-react";
import { useMemo, useState } from "react";
import type { Trace } from "../../model/trace.ts";
import { getTheme } from "../../session/create-session.ts";
import type { Playable } from "../../session/results.ts";
import { sharePicture } from "../../session/share-run.ts";
import { useSession, useSessionState } from "../app/session-context.ts";

const scales = [1, 2, 3, 4] as const;

/** The run as a picture, as the stage now stands: its spacing, and the hop in focus. */
export function PictureExport({ playable, trace }: { readonly playable: Playable; readonly trace: Trace }) {
  const { ports } = useSession();
  const shownTheme = useSessionState(getTheme);
  const spacing = useSessionState((state) => state.spacing);
  const focus = useSessionState((state) => state.focusHop);
  const [theme, setTheme] = useState(shownTheme);
  const [waterfall, setWaterfall] = useState(true);
  const [scale, setScale] = useState<number>(2);
  const [said, setSaid] = useState("");
  const picture = useMemo(
    () => sharePicture(playable, trace, { theme, spacing, waterfall, ...(focus === undefined ? {} : { hop: focus }) }),
    [playable, trace, theme, spacing, waterfall, focus],
  );
  const name = focus === undefined ? playable.scenario.id : `${playable.scenario.id}-hop-${focus}`;
  async function savePng() {
    const content = await ports.painter.paint(picture.svg, picture.width, picture.height, scale);
    if (content) ports.saver.save({ name: `${name}.png`, type: "image/png", content });
    setSaid(content ? "" : "The picture is too large for this browser at this size; choose a smaller one, or SVG.");
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
          <input type="checkbox" checked={waterfall} onChange={(event) => setWaterfall(event.target.checked)} /> With
          the waterfall
        </label>
        <label>
          PNG size{" "}
          <select value={scale} onChange={(event) => setScale(Number(event.target.value))}>
            {scales.map((one) => (
              <option key={one} value={one}>
                {one}×
              </option>
            ))}
          </select>
        </label>
        <button
          type="button"
          className="button"
          onClick={() => ports.saver.save({ name: `${name}.svg`, type: "image/svg+xml", content: picture.svg })}
        >
          <Download size={14} aria-hidden /> SVG
        </button>
        <button type="button" className="button" onClick={() => void savePng()}>
          <Download size={14} aria-hidden /> PNG
        </button>
      </div>
      <img
        className="share-picture"
        alt="The run as drawn, title and verdict included"
        src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(picture.svg)}`}
      />
      <p className="share-says" role="status">
        {said}
      </p>
    </section>
  );
}
