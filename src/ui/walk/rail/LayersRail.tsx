import { useId } from "react";
import type { Fault } from "../../../model/fault.ts";
import type { FaultId } from "../../../model/ids.ts";
import type { Run, Side } from "../../../model/run.ts";
import type { LayerState } from "../../../session/layer-states.ts";
import type { Difference } from "../../../session/results.ts";
import type { RailLayer } from "./make-rail.ts";
import { sayDifference } from "./say-difference.ts";
import { sayShare } from "./say-share.ts";
import "../../shared/switch.css";
import "./layers-rail.css";

interface LayersRailProps {
  readonly onPath: readonly RailLayer[];
  /** Layers that another choice would lead to, and those of other scenarios. */
  readonly elsewhere: readonly RailLayer[];
  /** Failures of which the chapter does not say where they belong. */
  readonly unplaced: readonly Fault[];
  readonly run: Run;
  /** Faults that are on and were not reached, because the request died before. */
  readonly notReached: readonly FaultId[];
  /** What being unaffected does to the total, for the partial failures that are on. */
  readonly sides: ReadonlyMap<FaultId, Difference>;
  readonly onToggle: (fault: FaultId) => void;
  readonly onSide: (fault: FaultId, side: Side) => void;
  readonly onClear: () => void;
}

/** The layers in the order in which the request meets them, each with its failures as switches. */
export function LayersRail(props: LayersRailProps) {
  const { onPath, elsewhere, unplaced, run, notReached, sides, onToggle, onSide, onClear } = props;
  const switches = { run, notReached, sides, onToggle, onSide };
  return (
    <div className="rail">
      <div className="rail-head">
        <h2 className="eyebrow">Layers, as the request meets them</h2>
        <button type="button" className="link-button rail-clear" disabled={run.faults.length === 0} onClick={onClear}>
          Clear
        </button>
      </div>
      {[...onPath, ...elsewhere].every(({ faults }) => faults.length === 0) && unplaced.length === 0 && (
        <p className="rail-none">
          This chapter names no failures. A table of what fails and what the user sees becomes switches here.
        </p>
      )}
      <ol className="rail-layers">
        {onPath.map((one, i) => (
          <LayerRow key={one.layer.id} {...one} {...switches} first={i === firstWithFault(onPath)} />
        ))}
      </ol>
      {elsewhere.length > 0 && (
        <section className="rail-elsewhere">
          <h3 className="eyebrow">Not on this path</h3>
          <ol className="rail-layers">
            {elsewhere.map((one) => (
              <LayerRow key={one.layer.id} {...one} {...switches} first={false} />
            ))}
          </ol>
        </section>
      )}
      {unplaced.length > 0 && (
        <section className="rail-elsewhere">
          <h3 className="eyebrow">Of no known layer</h3>
          {unplaced.map((fault) => (
            <FaultRow key={fault.id} fault={fault} {...switches} first={false} />
          ))}
        </section>
      )}
    </div>
  );
}

function firstWithFault(layers: readonly RailLayer[]): number {
  return layers.findIndex(({ faults }) => faults.length > 0);
}

type LayerRowProps = RailLayer &
  Pick<LayersRailProps, "run" | "notReached" | "sides" | "onToggle" | "onSide"> & { readonly first: boolean };

function LayerRow({ layer, faults, state, why, first, ...switches }: LayerRowProps) {
  return (
    <li className="rail-layer" data-state={state} data-single={faults.length === 1 || undefined}>
      <p className="rail-name">
        <LayerMark state={state} />
        <span>{layer.name}</span>
        {layer.inferred && <Inferred what="This layer was concluded from the chapter's words." />}
        {stateWords[state] !== "" && <span className="visually-hidden">{stateWords[state]}</span>}
      </p>
      {faults.map((fault, i) => (
        <FaultRow key={fault.id} fault={fault} {...switches} first={first && i === 0} />
      ))}
      {why === "otherPath" && <p className="rail-why">Another choice leads here.</p>}
    </li>
  );
}

type FaultRowProps = Pick<LayersRailProps, "run" | "notReached" | "sides" | "onToggle" | "onSide"> & {
  readonly fault: Fault;
  readonly first: boolean;
};

function FaultRow({ fault, run, notReached, sides, ...rest }: FaultRowProps) {
  return (
    <FaultSwitch
      fault={fault}
      on={run.faults.find(({ id }) => id === fault.id)}
      side={run.sides[fault.id]}
      difference={sides.get(fault.id)}
      notReached={notReached.includes(fault.id)}
      {...rest}
    />
  );
}

const stateWords: Readonly<Record<LayerState, string>> = {
  works: "",
  strained: ", strained",
  broken: ", broken",
  quiet: ", never reached",
  untouched: "",
};

interface FaultSwitchProps {
  readonly fault: Fault;
  readonly on: Run["faults"][number] | undefined;
  readonly side: Side | undefined;
  readonly difference: Difference | undefined;
  readonly notReached: boolean;
  readonly first: boolean;
  readonly onToggle: (fault: FaultId) => void;
  readonly onSide: (fault: FaultId, side: Side) => void;
}

function FaultSwitch({ fault, on, side, difference, notReached, first, onToggle, onSide }: FaultSwitchProps) {
  const name = useId();
  const said = difference && sayDifference(difference);
  // That a failure fails the request is the rule when nothing else is said; it needs no mark.
  const marked = fault.inferred.filter((field) => field !== "then");
  const hint = [
    fault.share === undefined ? "" : sayShare(fault.share),
    on?.onset ? `from ${on.onset.hop}.${on.onset.message} on` : "",
    notReached ? "not reached" : "",
  ].filter(Boolean);
  return (
    <div className="rail-fault" data-on={on !== undefined || undefined}>
      <button
        type="button"
        role="switch"
        className="rail-switch"
        aria-checked={on !== undefined}
        aria-label={fault.title}
        title={fault.userSees}
        {...(first ? { "data-keys": "failures" } : {})}
        onClick={() => onToggle(fault.id)}
      >
        <span className="rail-title">
          {fault.title}
          {marked.length > 0 && <Inferred what={`Concluded from its words: ${marked.join(", ")}.`} />}
          {hint.length > 0 && <span className="rail-hint">{hint.join(" · ")}</span>}
        </span>
        <span className="rail-track" aria-hidden="true" />
      </button>
      {on && fault.share !== undefined && (
        <fieldset className="rail-sides">
          <legend className="visually-hidden">Which request is looked at under {fault.title}</legend>
          {(["affected", "unaffected"] as const).map((value) => (
            <label key={value}>
              <input
                type="radio"
                name={name}
                checked={(side ?? "affected") === value}
                onChange={() => onSide(fault.id, value)}
              />
              {value}
              {value === "unaffected" && said && (
                <span className="choice-difference" data-tone={said.tone}>
                  {said.text}
                </span>
              )}
            </label>
          ))}
        </fieldset>
      )}
    </div>
  );
}

/** A square that works, bends or cracks: shape as well as colour. */
function LayerMark({ state }: { readonly state: LayerState }) {
  return (
    <svg className="rail-mark" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
      {state === "broken" ? (
        <>
          <path d="M1 3a2 2 0 0 1 2-2h6a2 2 0 0 1 2 2v1.6L8.2 3.4 6.4 5.6 4 3.8 1 5.6z" />
          <path
            d="M1 7.4 4 5.6l2.4 1.8L8.2 5.2 11 6.4V9a2 2 0 0 1-2 2H3a2 2 0 0 1-2-2z"
            transform="translate(0.8 0.6)"
          />
        </>
      ) : state === "strained" ? (
        <path
          d="M3 1h6a2 2 0 0 1 2 2v6a2 2 0 0 1-2 2H3a2 2 0 0 1-2-2V3a2 2 0 0 1 2-2zm1.2 4.2v1.6h3.6V5.2z"
          fillRule="evenodd"
        />
      ) : (
        <rect x="1" y="1" width="10" height="10" rx="2.5" />
      )}
    </svg>
  );
}

/** A letter and no picture: each of a rail's many pictures would be one more layer to lay out with every frame. */
function Inferred({ what }: { readonly what: string }) {
  return (
    <span className="rail-inferred" role="img" aria-label={what} title={what}>
      ?
    </span>
  );
}
