import type { LayerId } from "../../model/ids.ts";
import type { Layer, LayerKind } from "../../model/layer.ts";
import { slugOf } from "../slug.ts";

/** A layer as the front matter names it, with the participants it says it covers. */
export interface SaidLayer extends Layer {
  readonly participants: readonly string[];
}

/** The layers of a chapter while it is read. */
export interface LayerBook {
  /** The layer of that id or name; made when there is none, as the author just named it. */
  named(word: string, line: number, name?: string): LayerId;
  has(word: string): boolean;
  find(word: string): LayerId | undefined;
  /** Makes a layer that no author named. */
  infer(id: LayerId, name: string, line: number, kind?: LayerKind): LayerId;
  /** Layers whose front matter lists this lifeline. */
  covering(names: readonly string[]): LayerId | undefined;
  all(): readonly Layer[];
}

export function makeLayerBook(file: string, shared: readonly SaidLayer[]): LayerBook {
  const layers = new Map<LayerId, Layer>();
  const byWord = new Map<string, LayerId>();
  const covered = new Map<string, LayerId>();
  const unnamed = new Set<LayerId>();
  for (const { participants, ...layer } of shared) {
    layers.set(layer.id, layer);
    byWord.set(slugOf(layer.id), layer.id);
    const name = slugOf(layer.name);
    if (!byWord.has(name)) byWord.set(name, layer.id);
    for (const participant of participants) covered.set(slugOf(participant), layer.id);
  }
  const put = (layer: Layer): LayerId => {
    layers.set(layer.id, layer);
    byWord.set(slugOf(layer.id), layer.id);
    return layer.id;
  };
  return {
    named(word, line, name) {
      const known = byWord.get(slugOf(word));
      const layer = known === undefined ? undefined : layers.get(known);
      // Its id was all that was known of it until a lifeline said what it is called.
      if (layer && name !== undefined && unnamed.has(layer.id)) {
        layers.set(layer.id, { ...layer, name });
        unnamed.delete(layer.id);
      }
      if (known === undefined && name === undefined) unnamed.add(slugOf(word));
      return known ?? put({ id: slugOf(word), name: name ?? word, file, line });
    },
    has: (word) => byWord.has(slugOf(word)),
    find: (word) => byWord.get(slugOf(word)),
    infer(id, name, line, kind) {
      return layers.has(id) ? id : put({ id, name, inferred: true, file, line, ...(kind ? { kind } : {}) });
    },
    covering: (names) => names.map((name) => covered.get(slugOf(name))).find((id) => id !== undefined),
    all: () => [...layers.values()],
  };
}
