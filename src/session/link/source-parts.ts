import type { Source } from "../state.ts";
import type { Link } from "./link.ts";

/** The part of a link that says where its chapter comes from. */
export function partsOf(source: Source): Pick<Link, "chapter" | "src" | "carried"> {
  switch (source.kind) {
    case "url":
      return { src: source.url };
    case "carried":
      return { carried: source.payload };
    case "shipped":
    case "own":
      return { chapter: source.chapter };
  }
}
