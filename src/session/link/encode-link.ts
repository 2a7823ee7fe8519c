import type { Onset } from "../../model/run.ts";
import { type Link, type LinkAt, linkVersion } from "./link.ts";
import { guardEnd } from "./mend-link.ts";
import { encodeValue, escapeName } from "./query.ts";

/** The link as a readable query string, `?` included, and the fragment that carries a chapter; empty when it says nothing. Reverse of `decodeLink`. */
export function encodeLink(link: Link): string {
  const parts: [string, string][] = [];
  const add = (key: string, value: string | undefined): void => {
    if (value !== undefined && value !== "") parts.push([key, value]);
  };
  add("chapter", link.chapter);
  add("src", link.src);
  add("scenario", link.scenario);
  add("at", link.at && printAt(link.at));
  add("fail", link.fail.map(printFault).join(","));
  add("with", link.with.map(printChosen).join(","));
  add("compare", link.compare && printCompared(link.compare));
  add("view", link.view);
  add("spacing", link.spacing);
  add("drawn", link.drawn);
  add("focus", link.focus?.toString());
  add("theme", link.theme);
  add("seed", link.seed?.toString());
  add("saw", link.saw?.map(({ subject, what }) => `${escapeName(subject)}:${escapeName(what)}`).join(","));
  add("sort", link.sort);
  add("pairs", link.pairs === undefined ? undefined : link.pairs ? "on" : "off");
  add("only", link.only);
  add("layer", link.layer);
  add("round", link.round && (link.round.set === 1 ? `${link.round.n}` : `${link.round.n}@${link.round.set}`));
  add("walkthrough", link.walkthrough?.of);
  add("moment", link.walkthrough?.n.toString());
  const fragment = link.carried === undefined ? "" : `#c=${link.carried}`;
  if (parts.length === 0) return fragment;
  const query = `?v=${linkVersion}&${parts.map(([key, value]) => `${key}=${encodeValue(value)}`).join("&")}`;
  return fragment === "" ? guardEnd(query) : query + fragment;
}

function printFault({ id, onset }: Link["fail"][number]): string {
  return escapeName(id) + (onset ? `@${printOnset(onset)}` : "");
}

function printChosen({ name, value }: Link["with"][number]): string {
  return `${escapeName(name)}:${escapeName(value)}`;
}

/** `healthy`, or `redis-down,ufw@5.2,with:connection:warm`. A failure that is called healthy is `fail:healthy`. */
function printCompared(other: NonNullable<Link["compare"]>): string {
  const fail = other.fail.map((one) => (one.id === "healthy" ? `fail:${printFault(one)}` : printFault(one)));
  const items = [...fail, ...other.with.map((one) => `with:${printChosen(one)}`)];
  return items.length === 0 ? "healthy" : items.join(",");
}

function printAt(at: LinkAt): string {
  return at.kind === "message" ? printOnset(at) : `${at.instant}ms`;
}

function printOnset(onset: Onset): string {
  return `${onset.hop}.${onset.message}`;
}
