import type { Fetched, Fetcher } from "../session/ports/fetcher.ts";

/** After this long without a whole answer, ms, we stop waiting. */
const patience = 20_000;

export function createFetcher(): Fetcher {
  return { fetchText };
}

async function fetchText(url: string, limit: number): Promise<Fetched> {
  try {
    const response = await fetch(url, {
      credentials: "omit",
      referrerPolicy: "no-referrer",
      headers: { accept: "text/markdown, text/plain;q=0.9, */*;q=0.5" },
      signal: AbortSignal.timeout(patience),
    });
    if (!response.ok) return { kind: "status", status: response.status };
    if (Number(response.headers.get("content-length") ?? 0) > limit) return { kind: "tooLarge", limit };
    const text = await readUpTo(response, limit);
    if (text === undefined) return { kind: "tooLarge", limit };
    return { kind: "text", text, type: response.headers.get("content-type") ?? "" };
  } catch {
    return { kind: "unreachable" };
  }
}

/** Undefined when the body is larger than `limit` bytes; the rest of it is then not read. */
async function readUpTo(response: Response, limit: number): Promise<string | undefined> {
  const reader = response.body?.getReader();
  if (!reader) return response.text();
  const decoder = new TextDecoder();
  let text = "";
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    size += value.byteLength;
    if (size > limit) {
      await reader.cancel();
      return undefined;
    }
    text += decoder.decode(value, { stream: true });
  }
}
