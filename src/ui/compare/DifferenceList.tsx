import { ArrowRight, Check, ChevronDown, ChevronUp, ClipboardCopy } from "lucide-react";
import { Fragment, useState } from "react";
import type { Scenario } from "../../model/scenario.ts";
import type { SaidDifference } from "../../session/compare-runs.ts";
import { useSession } from "../app/session-context.ts";

interface DifferenceListProps {
  readonly scenario: Scenario;
  readonly names: { readonly a: string; readonly b: string };
  readonly said: readonly SaidDifference[];
  /** Those that the playhead stands at. */
  readonly here: ReadonlySet<SaidDifference>;
  readonly markdown: () => string;
  readonly onSeek: (difference: SaidDifference) => void;
  readonly onSeekKey: (key: string) => void;
  readonly onNext: (by: 1 | -1) => void;
  readonly canGo: (by: 1 | -1) => boolean;
}

/** All that is different in the second run: of the whole first, then hop by hop. */
export function DifferenceList(props: DifferenceListProps) {
  const { scenario, said, markdown, onNext, canGo } = props;
  const sections = [...new Set(said.map(({ hop }) => hop))].map((hop) => ({
    hop,
    title: hop === undefined ? "The whole run" : sayHop(hop, scenario),
    items: said.filter((one) => one.hop === hop),
  }));
  return (
    <section className="differences" aria-label="Differences">
      <header className="differences-head">
        <h2 className="differences-title">
          <span role="status">
            {said.length === 0 ? "No differences" : said.length === 1 ? "1 difference" : `${said.length} differences`}
          </span>
        </h2>
        <Step by={-1} can={canGo(-1)} onNext={onNext} />
        <Step by={1} can={canGo(1)} onNext={onNext} />
        <CopyDifferences markdown={markdown} />
      </header>
      {said.length === 0 ? (
        <p className="differences-none">
          The two runs are the same. Switch a failure on in one of them, or choose another way, with the pencil beside
          its name.
        </p>
      ) : (
        <div className="differences-body">
          {sections.map(({ hop, title, items }) => (
            <Fragment key={hop ?? "whole"}>
              <h3 className="eyebrow differences-hop">{title}</h3>
              <ul className="differences-list">
                {items.map((one, i) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: lines of one computed list, never reordered
                  <Item key={i} {...props} one={one} />
                ))}
              </ul>
            </Fragment>
          ))}
        </div>
      )}
    </section>
  );
}

function sayHop(hop: number, { hops }: Scenario): string {
  const title = hops.find(({ n }) => n === hop)?.title;
  return title ? `Hop ${hop} · ${title}` : `Hop ${hop}`;
}

type ItemProps = Pick<DifferenceListProps, "names" | "here" | "onSeek" | "onSeekKey"> & {
  readonly one: SaidDifference;
};

function Item({ one, names, here, onSeek, onSeekKey }: ItemProps) {
  const [open, setOpen] = useState(false);
  const several = one.messages.length > 1;
  return (
    <li className="difference" data-kind={one.kind}>
      <button
        type="button"
        className="difference-go"
        aria-current={here.has(one) ? "step" : undefined}
        onClick={() => onSeek(one)}
      >
        <span className="difference-about">
          {one.kind === "hop" ? "Time" : one.kind === "lost" ? `Side effect: ${one.about}` : one.about}
          {one.by !== undefined && <span className="difference-by">{one.by}</span>}
        </span>
        <span className="difference-sides">
          <span>
            <span className="visually-hidden">{names.a}: </span>
            {one.a}
          </span>
          <ArrowRight size={12} aria-hidden />
          <span className="difference-b">
            <span className="visually-hidden">; {names.b}: </span>
            {one.b}
          </span>
        </span>
      </button>
      {several && (
        <button
          type="button"
          className="link-button difference-more"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {open ? "Fold" : `All ${one.messages.length}`}
        </button>
      )}
      {several && open && (
        <ol className="difference-messages">
          {one.messages.map(({ key, text }) => (
            <li key={key}>
              <button type="button" className="link-button" onClick={() => onSeekKey(key)}>
                {text}
              </button>
            </li>
          ))}
        </ol>
      )}
    </li>
  );
}

interface StepProps {
  readonly by: 1 | -1;
  readonly can: boolean;
  readonly onNext: (by: 1 | -1) => void;
}

/** Stays a target for the focus at either end, where it leads nowhere. */
function Step({ by, can, onNext }: StepProps) {
  const label = by > 0 ? "Next difference" : "Previous difference";
  const Icon = by > 0 ? ChevronDown : ChevronUp;
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={label}
      title={`${label} (${by > 0 ? "N" : "P"})`}
      aria-disabled={!can}
      data-keys={by > 0 ? "nextDifference" : "previousDifference"}
      onClick={() => onNext(by)}
    >
      <Icon size={16} aria-hidden />
    </button>
  );
}

function CopyDifferences({ markdown }: { readonly markdown: () => string }) {
  const { ports, actions } = useSession();
  const [copied, setCopied] = useState(false);
  async function copy() {
    if (!(await ports.clipboard.write(markdown()))) return actions.tell("info", "The browser did not allow copying.");
    setCopied(true);
    ports.clock.after(1600, () => setCopied(false));
  }
  return (
    <button
      type="button"
      className="icon-button"
      aria-label="Copy the differences as Markdown"
      title="Copy the differences as Markdown"
      onClick={() => void copy()}
    >
      {copied ? <Check size={15} aria-hidden /> : <ClipboardCopy size={15} aria-hidden />}
      <span className="visually-hidden" role="status">
        {copied ? "The differences are copied." : ""}
      </span>
    </button>
  );
}
