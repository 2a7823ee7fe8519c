import type { Fetched } from "./ports/fetcher.ts";
import { textLimit } from "./text-limit.ts";

export interface Refusal {
  readonly title: string;
  readonly message: string;
}

/**
 * Why what came back from an address cannot be played; undefined when it may be a chapter. `instead` is what a reader can
 * do where they are, with a comma before it.
 */
export function refuseFetched(url: string, fetched: Fetched, instead = ""): Refusal | undefined {
  switch (fetched.kind) {
    case "status":
      return {
        title: fetched.status === 404 ? "There is no chapter at this address" : "The address did not give a chapter",
        message: `${url} answered with ${fetched.status}. Check the address${instead}.`,
      };
    case "tooLarge":
      return {
        title: "The chapter is too large",
        message: `${url} holds more than ${megabytes(fetched.limit)}. Hopwise reads chapters up to that size.`,
      };
    case "unreachable":
      return {
        title: "The address cannot be read from here",
        message: `${url} gave no answer. Either it cannot be reached, or its server does not let other pages read it (CORS). Raw files on GitHub can be read${instead}.`,
      };
    case "text":
      if (/^\s*text\/html/i.test(fetched.type) || looksLikeHtml(fetched.text)) {
        return {
          title: "This is a web page, not a chapter",
          message: `${url} is HTML. Use the address of the Markdown file itself (on GitHub: “Raw”).`,
        };
      }
      return refuseText(url, fetched.text);
  }
}

/** Why a text cannot be a chapter; undefined when it may be one. */
export function refuseText(file: string, text: string): Refusal | undefined {
  if (text.length > textLimit) {
    return {
      title: "The chapter is too large",
      message: `${file} is ${megabytes(text.length)}. Hopwise reads chapters up to ${megabytes(textLimit)}.`,
    };
  }
  if (text.trim() === "") {
    return { title: "The chapter is empty", message: `${file} holds no text.` };
  }
  if (looksBinary(text)) {
    return {
      title: "This is not a text file",
      message: `${file} does not look like Markdown or Mermaid text.`,
    };
  }
  if (looksLikeHtml(text)) {
    return {
      title: "This is a web page, not a chapter",
      message: `${file} is HTML. Hopwise reads the Markdown it was made from.`,
    };
  }
  return undefined;
}

function looksLikeHtml(text: string): boolean {
  return /^\s*(<!--[\s\S]*?-->\s*)*(<!doctype html|<html[\s>])/i.test(text.slice(0, 500));
}

/** Text has no NUL, and next to none of the other control characters or decoding marks. */
function looksBinary(text: string): boolean {
  // A PDF begins like text.
  const some = text.slice(0, 4000) + text.slice(text.length >> 1).slice(0, 4000);
  if (some.includes("\0")) return true;
  let odd = 0;
  for (const char of some) if (char === "\ufffd" || (char < " " && !"\t\n\f\r".includes(char))) odd++;
  return odd > some.length / 20;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1).replace(/\.0$/, "")} MB`;
}
