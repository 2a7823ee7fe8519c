import { type KeyboardEvent, type RefObject, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { stepOf } from "../../../scene/frame-at.ts";
import { nameMessage, nameParticipants } from "../../../scene/name-message.ts";
import type { StageLayout } from "../../../scene/stage-layout.ts";
import { visibleRows } from "../../../scene/visible-rows.ts";
import { StageCard } from "./StageCard.tsx";
import { StageMessage } from "./StageMessage.tsx";
import type { StageProps } from "./stage-props.ts";
import type { Stretch } from "./use-window.ts";

interface StageListProps extends StageProps {
  readonly layout: StageLayout;
  readonly stretch: Stretch;
  readonly list: RefObject<HTMLOListElement | null>;
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly zoom: number;
  readonly headsHeight: number;
}

/** Before a card opens and before it closes, ms: long enough to pass over rows, and to reach the card. */
const openAfter = 380;
const closeAfter = 220;
const cardWidth = 308;
const cardHeight = 300;
const leastCardHeight = 120;

/** The messages: the rows one sees, and the list one hears. Only those near the view are in the document. */
export function StageList(props: StageListProps) {
  const { layout, stretch, list, scroller, zoom, trace, track, scenario, system, find, headsHeight } = props;
  const { messages } = layout;
  const [roving, setRoving] = useState(0);
  const [inside, setInside] = useState(false);
  const card = useCard();
  const names = useMemo(() => nameParticipants(scenario), [scenario]);
  const { start, end } = visibleRows(messages, stretch.top, stretch.bottom);
  const shown = messages.slice(start, end).map((placed, index) => ({ placed, position: start + index }));
  const roved = messages[roving];
  const outside = roving < start || roving >= end;
  // The focused row stays in the document wherever the view goes, or the focus would be lost.
  if (inside && outside && roved) shown.push({ placed: roved, position: roving });
  const tabbable = outside && !inside ? start : roving;

  const positionOf = useCallback(
    (target: EventTarget | null): number => {
      const row = target instanceof Element ? target.closest<HTMLElement>(".stage-row") : null;
      return row ? (layout.positions[Number(row.dataset.index)] ?? -1) : -1;
    },
    [layout],
  );
  const go = (position: number) => {
    const placed = messages[position];
    const step = placed ? stepOf(trace, track, placed.index) : -1;
    if (step >= 0) props.onSeek(step);
  };
  const moveTo = (position: number) => {
    const placed = messages[Math.max(0, Math.min(position, messages.length - 1))];
    const view = scroller.current;
    if (!placed || !view) return;
    const next = layout.positions[placed.index] ?? 0;
    flushSync(() => setRoving(next));
    const top = placed.y * zoom;
    const bottom = (placed.y + placed.height + headsHeight) * zoom;
    if (top < view.scrollTop + 40) view.scrollTop = Math.max(0, top - 60);
    else if (bottom > view.scrollTop + view.clientHeight - 20) view.scrollTop = bottom - view.clientHeight + 60;
    rowButton(list.current, placed.index)?.focus({ preventScroll: true });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape" && card.index !== null) {
      card.close();
      event.stopPropagation();
      return;
    }
    const position = positionOf(event.target);
    if (position < 0 || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const to = { ArrowUp: position - 1, ArrowDown: position + 1, Home: 0, End: messages.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    moveTo(to);
  };

  const open = card.index === null ? undefined : messages[layout.positions[card.index] ?? -1];
  return (
    <>
      <ol
        className="stage-list"
        ref={list}
        aria-label="Messages"
        style={{ width: layout.width, height: layout.height }}
        onClick={(event) => {
          const position = positionOf(event.target);
          if (position < 0) return;
          setRoving(position);
          go(position);
        }}
        onKeyDown={onKeyDown}
        onFocus={(event) => {
          // Whoever tabs in lands where the playhead is, if that is in the document.
          const from = event.relatedTarget;
          const byTab = !inside && event.target.matches(":focus-visible") && !isInCard(from);
          const current = byTab ? list.current?.querySelector<HTMLElement>('[aria-current="step"]') : null;
          setInside(true);
          if (current && current !== event.target) return current.focus({ preventScroll: true });
          const position = positionOf(event.target);
          if (position < 0) return;
          setRoving(position);
          if (event.target.matches(":focus-visible")) card.open(messages[position]?.index ?? null);
        }}
        onBlur={(event) => {
          if (!event.currentTarget.contains(event.relatedTarget)) setInside(false);
          if (!isInCard(event.relatedTarget)) card.close();
        }}
        // Not over: rows that scroll under a pointer at rest while the run plays were not asked about.
        onPointerMove={(event) => {
          const position = positionOf(event.target);
          if (position >= 0 && event.pointerType === "mouse") card.openSoon(messages[position]?.index ?? null);
        }}
        onPointerUp={(event) => {
          const position = positionOf(event.target);
          if (position >= 0 && event.pointerType !== "mouse") card.open(messages[position]?.index ?? null);
        }}
        onPointerLeave={(event) => {
          if (event.pointerType === "mouse") card.closeSoon();
        }}
      >
        {shown.map(({ placed, position }) => (
          <StageMessage
            key={placed.row.key}
            placed={placed}
            name={nameMessage(placed.row.traced, system, names)}
            marked={props.marked?.has(placed.index) === true}
            position={position}
            count={messages.length}
            tabbable={position === tabbable}
            find={find}
          />
        ))}
      </ol>
      {open && (
        <section
          className="stage-card"
          aria-label="About this message"
          style={placeCard(open.y, open.y + open.height, open.labelX, scroller.current, zoom, headsHeight)}
          onPointerEnter={card.keep}
          onPointerLeave={(event) => {
            if (event.pointerType === "mouse") card.closeSoon();
          }}
          onKeyDown={(event) => {
            if (event.key !== "Escape") return;
            event.stopPropagation();
            rowButton(list.current, open.index)?.focus({ preventScroll: true });
            card.close();
          }}
          onBlur={(event) => {
            if (!event.currentTarget.contains(event.relatedTarget) && !event.currentTarget.matches(":hover"))
              card.close();
          }}
        >
          <StageCard
            traced={open.row.traced}
            scenario={scenario}
            system={system}
            trace={trace}
            faultsOn={props.faultsOn}
            onToggleFault={props.onToggleFault}
          />
        </section>
      )}
    </>
  );
}

function isInCard(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(".stage-card") !== null;
}

function rowButton(list: HTMLElement | null, index: number): HTMLButtonElement | null {
  return list?.querySelector<HTMLButtonElement>(`.stage-row[data-index="${index}"] > button`) ?? null;
}

/** Under its row, or above it where there is more room; no taller than that room, in which it scrolls. */
function placeCard(
  top: number,
  bottom: number,
  x: number,
  view: HTMLElement | null,
  zoom: number,
  headsHeight: number,
): { left: number; top?: number; bottom?: string; maxHeight?: number } {
  if (!view) return { left: x, top: bottom };
  const right = (view.scrollLeft + view.clientWidth) / zoom;
  const left = Math.max(view.scrollLeft / zoom + 8, Math.min(x, right - cardWidth - 12));
  const viewBottom = (view.scrollTop + view.clientHeight) / zoom - headsHeight;
  const below = viewBottom - bottom - 8;
  const above = top - view.scrollTop / zoom - 8;
  const room = Math.max(leastCardHeight, below, above);
  const maxHeight = room < cardHeight ? { maxHeight: room } : {};
  if (below < cardHeight && above > below) return { left, bottom: `calc(100% - ${top - 2}px)`, ...maxHeight };
  return { left, top: bottom + 2, ...maxHeight };
}

interface OpenCard {
  readonly index: number | null;
  readonly open: (index: number | null) => void;
  readonly close: () => void;
  readonly openSoon: (index: number | null) => void;
  readonly closeSoon: () => void;
  readonly keep: () => void;
}

function useCard(): OpenCard {
  const [index, setIndex] = useState<number | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const pointed = useRef<number | null>(null);
  useEffect(() => () => clearTimeout(timer.current), []);
  const later = (next: number | null, after: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setIndex(next), after);
  };
  const atOnce = (next: number | null) => {
    clearTimeout(timer.current);
    setIndex(next);
  };
  return {
    index,
    open: atOnce,
    close: () => atOnce(null),
    openSoon: (next) => {
      if (next !== pointed.current) later(next, openAfter);
      pointed.current = next;
    },
    closeSoon: () => {
      pointed.current = null;
      later(null, closeAfter);
    },
    keep: () => clearTimeout(timer.current),
  };
}
