import type { Address } from "./address.ts";
import type { Clipboard } from "./clipboard.ts";
import type { Clock } from "./clock.ts";
import type { ColorScheme } from "./color-scheme.ts";
import type { Drafts } from "./drafts.ts";
import type { Drawing } from "./drawing.ts";
import type { Fetcher } from "./fetcher.ts";
import type { Packer } from "./packer.ts";
import type { Reader } from "./reader.ts";
import type { Sampling } from "./sampling.ts";
import type { Saver } from "./saver.ts";
import type { Shelf } from "./shelf.ts";
import type { StoreBox } from "./store-box.ts";
import type { TextTools } from "./text-tools.ts";

/** Everything a session may do to the world outside. */
export interface Ports {
  readonly clock: Clock;
  readonly address: Address;
  readonly storage: StoreBox;
  readonly fetcher: Fetcher;
  readonly clipboard: Clipboard;
  readonly colorScheme: ColorScheme;
  readonly sampling: Sampling;
  /** For the choices' medians, so that these and a distribution do not cancel each other. */
  readonly medians: Sampling;
  readonly shelf: Shelf;
  readonly packer: Packer;
  readonly reader: Reader;
  readonly textTools: TextTools;
  readonly saver: Saver;
  readonly drawing: Drawing;
  readonly drafts: Drafts;
}
