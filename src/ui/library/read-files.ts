import { encodingOf } from "../../lib/text-encoding.ts";
import type { OpenedFile } from "../../session/ports/reader.ts";
import { refuseText } from "../../session/refusals.ts";
import { textLimit } from "../../session/text-limit.ts";

interface ReadFiles {
  readonly files: readonly OpenedFile[];
  /** One sentence for each file that was left out. */
  readonly refused: readonly string[];
}

/** Reads the reader's own files as text, here in the page. One alone that is no text is refused where its chapter would stand. */
export async function readFiles(files: readonly File[]): Promise<ReadFiles> {
  const read: OpenedFile[] = [];
  const refused: string[] = [];
  for (const file of files) {
    if (file.size > textLimit) {
      refused.push(
        `${file.name} has ${(file.size / 1e6).toFixed(1)} MB and was not read; Hopwise reads chapters up to ${textLimit / 1e6} MB.`,
      );
      continue;
    }
    try {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const whole = new TextDecoder(encodingOf(bytes), { ignoreBOM: true }).decode(bytes);
      const mark = /^\uFEFF?/.exec(whole)?.[0] ?? "";
      const text = whole.slice(mark.length);
      const one = { file: file.webkitRelativePath || file.name, text, ...(mark === "" ? {} : { mark }) };
      const refusal = files.length > 1 ? refuseText(one.file, one.text) : undefined;
      if (refusal) refused.push(refusal.message);
      else read.push(one);
    } catch {
      refused.push(`${file.name} could not be read. Is it a folder, or was it moved?`);
    }
  }
  return { files: read, refused };
}
