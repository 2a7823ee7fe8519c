import { useEffect, useRef, useState } from "react";
import { type FrameTheme, type FromFrame, readFromFrame, type ToFrame, wrap } from "../../mermaid-frame/protocol.ts";

/** Beside the folder of scripts in the built site, at the root of the dev server. */
const fromHere = import.meta.env.DEV ? "/mermaid-frame.html" : "../mermaid-frame.html";
const frameAddress = new URL(/* @vite-ignore */ fromHere, import.meta.url).href;

interface MermaidFrameProps {
  readonly title: string;
  readonly text: string;
  readonly theme: FrameTheme;
  /** The current message of the text, from 0; -1 for none. */
  readonly message?: number;
  /** 0 fits the drawing into the frame. */
  readonly zoom?: number;
  readonly onAnswer: (answer: FromFrame) => void;
  /** The frame is loaded with whatever came: Mermaid, or the browser's own page that says it could not be fetched. */
  readonly onLoad: () => void;
}

/** Mermaid's drawing of a text, in a frame without an origin: whatever the text does there, it reaches nothing here. */
export function MermaidFrame({ title, text, theme, message = -1, zoom = 0, onAnswer, onLoad }: MermaidFrameProps) {
  const frame = useRef<HTMLIFrameElement>(null);
  const drawings = useRef(0);
  const [ready, setReady] = useState(false);

  useEffect(() => {
    const hear = (event: MessageEvent) => {
      if (event.source === null || event.source !== frame.current?.contentWindow) return;
      const answer = readFromFrame(event.data);
      if (!answer) return;
      if (answer.kind === "ready") setReady(true);
      // An answer to an older text says nothing about this one.
      if (answer.kind === "ready" || answer.id === drawings.current) onAnswer(answer);
    };
    addEventListener("message", hear);
    return () => removeEventListener("message", hear);
  }, [onAnswer]);

  useEffect(() => {
    if (!ready) return;
    drawings.current += 1;
    tell(frame.current, { kind: "draw", id: drawings.current, text, theme });
  }, [ready, text, theme]);
  useEffect(() => {
    if (ready) tell(frame.current, { kind: "mark", message });
  }, [ready, message]);
  useEffect(() => {
    if (ready) tell(frame.current, { kind: "zoom", zoom });
  }, [ready, zoom]);

  return (
    <iframe
      ref={frame}
      className="mermaid-frame"
      title={title}
      sandbox="allow-scripts"
      src={frameAddress}
      onLoad={onLoad}
    />
  );
}

/** The frame's origin is opaque, so no address can be named; only the frame itself is told. */
function tell(frame: HTMLIFrameElement | null, message: ToFrame): void {
  frame?.contentWindow?.postMessage(wrap(message), "*");
}
