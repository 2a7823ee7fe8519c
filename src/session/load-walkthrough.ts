import type { Moment } from "../model/moment.ts";
import { isDraft } from "./draft-id.ts";
import { decodeLink } from "./link/decode-link.ts";
import type { Link } from "./link/link.ts";
import { loadSource } from "./load-source.ts";
import type { NotesPlace } from "./note-lead.ts";
import { isOwn, readOwn } from "./own-chapters.ts";
import type { Ports } from "./ports/ports.ts";
import type { Opened, Source } from "./state.ts";

export interface Walkthrough {
  readonly kind: "moments";
  readonly title: string;
  readonly moments: readonly Moment[];
  /** Where it stands, for the links in what it tells. */
  readonly at: NotesPlace;
}

/** A walkthrough's moments, by its chapter's id or address; or why there are none. Never rejects. */
export async function loadWalkthrough(
  of: string,
  ports: Ports,
): Promise<Walkthrough | Extract<Opened, { kind: "failed" }>> {
  const source = await sourceOf(of, ports);
  if (!source) {
    return {
      kind: "failed",
      title: "This walkthrough is not in this browser",
      message: `“${of}” was opened from someone's own device. Its text never left it; open the file again to go on.`,
    };
  }
  const loaded = await loadSource(source, ports);
  if ("kind" in loaded) return loaded;
  const chapter = loaded.library.chapters.find(({ moments }) => moments?.some(({ link }) => link !== undefined));
  if (chapter?.moments) {
    const at = { source, file: chapter.file, library: loaded.library };
    return { kind: "moments", title: chapter.title, moments: chapter.moments, at };
  }
  return {
    kind: "failed",
    source,
    title: "There are no moments in this chapter",
    message: `“${of}” is no walkthrough: it needs \`type: walkthrough\` in its front matter, and headings with a link to Hopwise below.`,
  };
}

async function sourceOf(of: string, ports: Ports): Promise<Source | undefined> {
  if (isDraft(of)) {
    const draft = await ports.drafts.read(of);
    return draft && { kind: "own", chapter: of, files: draft.files, from: draft.from };
  }
  if (isOwn(of)) {
    const files = readOwn(ports.storage, of);
    return files && { kind: "own", chapter: of, files };
  }
  const shipped = ports.shelf.cards.some(({ chapters }) => chapters.some(({ id }) => id === of));
  return shipped ? { kind: "shipped", chapter: of } : { kind: "url", url: of };
}

/**
 * Where a moment leads. One without a link shows what the moment before it does; a link that names no chapter means one
 * that lies beside the walkthrough.
 */
export function momentLink(of: string, moments: readonly Moment[], wanted: number): Link {
  const n = Math.max(1, Math.min(moments.length, wanted));
  const shown = moments.slice(0, n).findLast(({ link }) => link !== undefined) ?? moments.find(({ link }) => link);
  const { link } = decodeLink(shown?.link ?? "");
  const named = link.chapter ?? link.src ?? link.carried;
  const beside = isOwn(of) || isDraft(of) ? { chapter: of } : { src: of };
  return { ...(named === undefined ? beside : {}), view: "walk", ...link, walkthrough: { of, n } };
}
