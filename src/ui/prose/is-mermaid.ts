/** Whether a fence's language says that it is a diagram of Mermaid's. */
export function isMermaid(lang: string | null | undefined): boolean {
  return /^(?:mermaid|\{\.?mermaid\}|:::mermaid)$/i.test(lang ?? "");
}
