import { act, cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { simulate } from "../../src/engine/simulate.ts";
import type { Playhead } from "../../src/model/playhead.ts";
import { home } from "../../src/model/playhead.ts";
import { makeTrack } from "../../src/player/track.ts";
import { layoutStage } from "../../src/scene/layout-stage.ts";
import { Stage } from "../../src/ui/walk/stage/Stage.tsx";
import type { StageProps } from "../../src/ui/walk/stage/stage-props.ts";
import { readFlow, readRun } from "../fixtures/flow.ts";

const flow = `
client app
service api
store store
choice cache hit* miss
# 1 App → api 10..20ms
app -> api : GET /things
# 2 Api → store 2..4ms
alt hit [choice cache]
api -> api : read the cache
else miss
api -> store : SELECT
store --> api : rows
end
api --> app : 200
! store-down store error 500 [title Store down]
! api-down api refused 502 [title Api down]
`;

class MovingPlayhead {
  private at: Playhead = home;
  private readonly listeners = new Set<() => void>();
  get = () => this.at;
  subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  move(step: number, fraction = 0.5) {
    this.at = { step, fraction };
    for (const listener of this.listeners) listener();
  }
}

function makeProps(text: string, fail = "", chosen = ""): StageProps & { readonly moving: MovingPlayhead } {
  const { scenario, system } = readFlow(text);
  const run = readRun(fail, chosen);
  const trace = simulate(scenario, system, run);
  const moving = new MovingPlayhead();
  return {
    scenario,
    system,
    trace,
    track: makeTrack(trace),
    verdict: {
      outcome: "ok",
      waited: { min: 0, max: 0 },
      lost: [],
      notReached: [],
      notHere: [],
      overruled: [],
      because: [],
    },
    moving,
    playhead: moving,
    spacing: "even",
    focusHop: null,
    faultsOn: run.faults.map((one) => one.id),
    measure: (words) => words.length * 6,
    find: "",
    onSeek: vi.fn(),
    onFocusHop: vi.fn(),
    onChoose: vi.fn(),
    onToggleFault: vi.fn(),
  };
}

function canBeRead(text: string): boolean {
  try {
    return readFlow(text).scenario.hops.length > 0;
  } catch {
    return false;
  }
}

const rows = () => within(screen.getByRole("list", { name: "Messages" })).getAllByRole("listitem");
const buttons = () => rows().map((row) => within(row).getByRole("button"));

beforeEach(() => {
  // happy-dom lays nothing out: the stage is told that it is 800 by 600.
  vi.spyOn(HTMLElement.prototype, "clientWidth", "get").mockReturnValue(800);
  vi.spyOn(HTMLElement.prototype, "clientHeight", "get").mockReturnValue(600);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

describe("Stage", () => {
  test("is a region with a list of its messages that says all of each", () => {
    render(<Stage {...makeProps(flow, "api-down")} />);
    expect(screen.getByRole("region", { name: "Stage" })).toBeTruthy();
    const [first] = rows();
    expect(first?.getAttribute("aria-posinset")).toBe("1");
    expect(Number(first?.getAttribute("aria-setsize"))).toBe(rows().length);
    expect(buttons()[0]?.getAttribute("aria-label")).toMatch(
      /^hop 1, message 1: app to api: GET \/things, call, failed: Api down, /,
    );
  });

  test("lays out once, for the size it has", () => {
    const layOut = vi.fn(layoutStage);
    render(<Stage {...makeProps(flow)} layOut={layOut} />);
    expect(layOut).toHaveBeenCalledOnce();
    expect(layOut.mock.calls[0]?.[3].width).toBe(800);
  });

  test("marks the current message without React, and only that one", () => {
    const props = makeProps(flow);
    render(<Stage {...props} />);
    expect(rows().map((row) => row.dataset.state)).toEqual(["ahead", "ahead", "ahead"]);
    act(() => props.moving.move(1));
    expect(rows().map((row) => row.dataset.state)).toEqual(["done", "current", "ahead"]);
    expect(buttons().map((one) => one.getAttribute("aria-current"))).toEqual([null, "step", null]);
    act(() => props.moving.move(2));
    expect(buttons().map((one) => one.getAttribute("aria-current"))).toEqual([null, null, "step"]);
  });

  test("whatever is edited, the stage shows what a new one would", () => {
    const words = fc.constantFrom("GET /things", "rows", "forward\n", "api", "store", "502", "10..20ms", "else", "xx");
    const stage = (text: string) => <Stage {...makeProps(text, text.includes("! api-down") ? "api-down" : "")} />;
    fc.assert(
      fc.property(fc.array(fc.tuple(words, words), { minLength: 1, maxLength: 4 }), (edits) => {
        const shown = render(stage(flow));
        let text = flow;
        for (const [from, to] of edits) {
          const next = text.replace(from, to);
          if (!canBeRead(next)) continue;
          text = next;
          shown.rerender(stage(text));
        }
        const fresh = render(stage(text));
        expect(shown.container.innerHTML).toBe(fresh.container.innerHTML);
        cleanup();
      }),
      { numRuns: 12 },
    );
  });

  test("a head that takes another one's place knows that it is not at the current message", () => {
    const shown = render(<Stage {...makeProps(flow)} />);
    const other = flow.replaceAll("store", "shelf").replace("shelf shelf", "store shelf");
    shown.rerender(<Stage {...makeProps(other)} />);
    const heads = [...shown.container.querySelectorAll<HTMLElement>(".stage-head")];
    expect(heads.map(({ dataset }) => `${dataset.key} ${dataset.here}`)).toEqual([
      "app false",
      "api false",
      "shelf false",
    ]);
  });

  test("a click on a message goes there", async () => {
    const props = makeProps(flow);
    render(<Stage {...props} />);
    const [, second] = buttons();
    if (!second) throw new Error("there are three messages");
    await userEvent.click(second);
    expect(props.onSeek).toHaveBeenCalledWith(1);
  });

  test("arrows move the focus among messages; one of them is in the order of tabs", async () => {
    render(<Stage {...makeProps(flow)} />);
    expect(buttons().map((one) => one.tabIndex)).toEqual([0, -1, -1]);
    buttons()[0]?.focus();
    await userEvent.keyboard("{ArrowDown}{ArrowDown}");
    expect(document.activeElement).toBe(buttons()[2]);
    await userEvent.keyboard("{ArrowUp}");
    expect(document.activeElement).toBe(buttons()[1]);
    await userEvent.keyboard("{Home}");
    expect(document.activeElement).toBe(buttons()[0]);
  });

  test("who tabs into the messages lands where the playhead is", async () => {
    const props = makeProps(flow);
    render(<Stage {...props} />);
    act(() => props.moving.move(1));
    while (!buttons().some((one) => one === document.activeElement)) await userEvent.tab();
    expect(document.activeElement).toBe(buttons()[1]);
  });

  test("a branch not taken is a button that takes it", async () => {
    const props = makeProps(flow);
    render(<Stage {...props} />);
    await userEvent.click(screen.getByRole("button", { name: /else\s*miss\s*not taken/ }));
    expect(props.onChoose).toHaveBeenCalledWith("cache", "miss");
  });

  test("a message's card holds its layers and the failures that would bite it, as switches", async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const props = makeProps(flow);
    render(<Stage {...props} />);
    const [first] = buttons();
    if (!first) throw new Error("there are three messages");
    // A row that scrolls under a pointer at rest opens none.
    fireEvent.pointerOver(first, { pointerType: "mouse" });
    act(() => vi.advanceTimersByTime(600));
    expect(screen.queryByRole("region", { name: "About this message" })).toBeNull();
    fireEvent.pointerMove(first, { pointerType: "mouse" });
    act(() => vi.advanceTimersByTime(300));
    fireEvent.pointerMove(first, { pointerType: "mouse" });
    act(() => vi.advanceTimersByTime(100));
    const card = screen.getByRole("region", { name: "About this message" });
    expect(card.textContent).toContain("app, api");
    await userEvent.click(within(card).getByRole("switch", { name: "Api down" }));
    expect(props.onToggleFault).toHaveBeenCalledWith("api-down");
    vi.useRealTimers();
  });

  test("a hop can be looked at alone, and left again", async () => {
    const props = makeProps(flow);
    const { rerender } = render(<Stage {...props} />);
    await userEvent.click(screen.getByRole("button", { name: "Show hop 2 alone" }));
    expect(props.onFocusHop).toHaveBeenCalledWith(2);
    rerender(<Stage {...props} focusHop={2} />);
    expect(rows()).toHaveLength(2);
    await userEvent.click(screen.getByRole("button", { name: "Show the whole journey" }));
    expect(props.onFocusHop).toHaveBeenLastCalledWith(null);
  });

  test("marks what is looked for", () => {
    const { container } = render(<Stage {...makeProps(flow)} find="things" />);
    expect([...container.querySelectorAll("mark")].map((one) => one.textContent)).toEqual(["things"]);
  });

  test("keeps only the rows near the view in the document, however many there are", () => {
    const many = Array.from({ length: 2000 }, (_, i) => `app -> api : request ${i}`).join("\n");
    render(<Stage {...makeProps(`client app\nservice api\n# 1 x 5..5ms\n${many}`)} />);
    expect(rows().length).toBeGreaterThan(20);
    expect(rows().length).toBeLessThan(100);
    expect(rows()[0]?.getAttribute("aria-setsize")).toBe("2000");
  });
});
