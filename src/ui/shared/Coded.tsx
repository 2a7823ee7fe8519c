import { splitCode } from "./split-code.ts";

/** A sentence with its code set as code: an arrow stays the characters that are typed. */
export function Coded({ children }: { readonly children: string }) {
  return splitCode(children).map(({ text, isCode }, k) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: parts of one sentence, which has no others.
    isCode ? <code key={k}>{text}</code> : text,
  );
}
