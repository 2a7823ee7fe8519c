import { type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import type { FromFrame } from "../../mermaid-frame/protocol.ts";
import { getTheme } from "../../session/create-session.ts";
import { useSession, useSessionState } from "../app/session-context.ts";
import { DrawingTools } from "./DrawingTools.tsx";
import { MermaidFrame } from "./MermaidFrame.tsx";
import "./mermaid.css";

interface DrawingProps {
  readonly title: string;
  /** What it is called in a sentence: "this run". */
  readonly name: string;
  readonly text: string;
  /** The current message of the text, from 0; -1 for none. */
  readonly message?: number;
  /** As large as its drawing and without tools, or filling its place with tools to zoom. */
  readonly own?: "size" | "place";
  /** What stands in its place when Mermaid does not draw it. */
  readonly instead?: ReactNode;
  readonly onDrawn?: () => void;
}

/** So long, ms, may Mermaid take to come before the reader is told that it did not. */
const patience = 30_000;
/** And so long once its frame is there: Mermaid's first word comes before that, and an error's page has none. */
const silence = 1_000;

/** A text as Mermaid draws it, and in plain words why not where it does not. */
export function Drawing({ title, name, text, message = -1, own = "place", instead, onDrawn }: DrawingProps) {
  const { ports } = useSession();
  const theme = useSessionState(getTheme);
  const [zoom, setZoom] = useState(own === "place" ? 1 : 0);
  const [size, setSize] = useState<{ readonly width: number; readonly height: number }>();
  const [refused, setRefused] = useState<string>();
  const [attempt, setAttempt] = useState(1);
  const tellDrawn = useRef(onDrawn);
  tellDrawn.current = onDrawn;
  const [frame, setFrame] = useState<"awaited" | "loaded" | "started" | "missing">("awaited");
  const onLoad = useCallback(() => setFrame((before) => (before === "awaited" ? "loaded" : before)), []);
  const onAnswer = useCallback((answer: FromFrame) => {
    if (answer.kind === "ready") setFrame("started");
    if (answer.kind === "refused") setRefused(answer.reason);
    if (answer.kind !== "drawn") return;
    setSize({ width: answer.width, height: answer.height });
    setRefused(undefined);
    tellDrawn.current?.();
  }, []);
  useEffect(() => {
    if (size || frame === "missing") return undefined;
    return ports.clock.after(frame === "loaded" ? silence : patience, () => setFrame("missing"));
  }, [ports.clock, frame, size]);
  // A service worker does not serve frames without an origin: what did not come comes when the network does.
  useEffect(() => {
    if (frame === "started" || size) return;
    const again = () => {
      setAttempt((before) => before + 1);
      setFrame("awaited");
    };
    addEventListener("online", again);
    return () => removeEventListener("online", again);
  }, [frame, size]);
  const missing = frame === "missing";
  const gone = refused !== undefined || (missing && !size);
  const shape =
    own === "size" && size && size.width > 0
      ? { aspectRatio: `${size.width} / ${Math.max(1, size.height)}`, maxWidth: `${size.width}px` }
      : undefined;

  return (
    <div
      className={`drawing drawing-${own}`}
      data-drawn={size !== undefined || undefined}
      data-gone={(gone && !size) || undefined}
    >
      <div className="drawing-box" style={shape}>
        <MermaidFrame
          key={attempt}
          title={title}
          text={text}
          theme={theme}
          message={message}
          zoom={zoom}
          onAnswer={onAnswer}
          onLoad={onLoad}
        />
      </div>
      {refused !== undefined ? (
        <p className="drawing-says" role="alert">
          Mermaid does not draw {name}
          {size ? "; the last drawing stays" : ""}. It says: {refused}
        </p>
      ) : (
        !size && (
          <p className="drawing-says" role="status">
            {missing
              ? `Mermaid did not come, so ${name} is not drawn. It needs the network, even where the rest works without.`
              : "Mermaid is being fetched…"}
          </p>
        )
      )}
      {gone && !size && instead}
      {own === "place" && <DrawingTools zoom={zoom} onZoom={setZoom} />}
    </div>
  );
}
