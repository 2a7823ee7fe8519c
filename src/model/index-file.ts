const name = /(?:^|[\\/])index(?:\.(?:md|markdown|mdx|mmd|mermaid|txt))?$/i;

/** The file that speaks for a library: of those called index, the one in the outermost folder. */
export function indexFileOf(files: readonly string[]): string | undefined {
  const depth = (file: string): number => file.split(/[\\/]/).length;
  return files.filter((file) => name.test(file)).sort((a, b) => depth(a) - depth(b))[0];
}
