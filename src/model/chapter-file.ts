/** How the name of a file ends that is read as a chapter. */
export const chapterEnding = /\.(?:md|markdown|mdx|mmd|mermaid|txt)$/i;

/** A file's folders and its name, without what says nothing. */
export function partsOfFile(file: string): string[] {
  return file.split(/[\\/]/).filter((part) => part !== "" && part !== ".");
}

/** The file that speaks for a library: of those called index, the one in the outermost folder. */
export function indexFileOf(files: readonly string[]): string | undefined {
  const isIndex = (file: string) => partsOfFile(file).at(-1)?.replace(chapterEnding, "").toLowerCase() === "index";
  return files.filter(isIndex).sort((a, b) => partsOfFile(a).length - partsOfFile(b).length)[0];
}
