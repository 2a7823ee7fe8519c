import type { ReactNode } from "react";

const time = /(\d[\d.,–]*\s(?:ms|s)\b)/u;

/** A text whose times (`404–612 ms`) do not break over two lines; it stays the same text to read and to copy. */
export function keepTimes(text: string): ReactNode[] {
  return text.split(time).map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text have no names.
      <span key={index} className="verdict-kept">
        {part}
      </span>
    ),
  );
}
