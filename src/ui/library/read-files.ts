import { textLimit } from "../../session/text-limit.ts";

interface ReadFiles {
  readonly files: readonly { readonly file: string; readonly text: string }[];
  /** One sentence for each file that was not read. */
  readonly refused: readonly string[];
}

/** Reads the reader's own files as text, here in the page. */
export async function readFiles(files: readonly File[]): Promise<ReadFiles> {
  const read: { file: string; text: string }[] = [];
  const refused: string[] = [];
  for (const file of files) {
    if (file.size > textLimit) {
      refused.push(
        `${file.name} has ${(file.size / 1e6).toFixed(1)} MB and was not read; Hopwise reads chapters up to ${textLimit / 1e6} MB.`,
      );
      continue;
    }
    try {
      read.push({ file: file.webkitRelativePath || file.name, text: await file.text() });
    } catch {
      refused.push(`${file.name} could not be read. Is it a folder, or was it moved?`);
    }
  }
  return { files: read, refused };
}
