import { encodingOf } from "../lib/text-encoding.ts";
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
    const reader = response.body?.getReader();
    const announced = Number(response.headers.get("content-length"));
    const parts: Uint8Array<ArrayBuffer>[] = [];
    let size = 0;
    for (;;) {
      if (announced > limit || size > limit) {
        // The rest of it is then not read.
        await reader?.cancel();
        return { kind: "tooLarge", limit };
      }
      const { value } = (await reader?.read()) ?? {};
      if (!value) break;
      size += value.length;
      parts.push(value);
    }
    const bytes = await new Blob(parts).arrayBuffer();
    const text = new TextDecoder(encodingOf(new Uint8Array(bytes))).decode(bytes);
    return { kind: "text", text, type: response.headers.get("content-type") ?? "" };
  } catch {
    return { kind: "unreachable" };
  }
}
