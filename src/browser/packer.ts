import type { Packer } from "../session/ports/packer.ts";

export function createPacker(): Packer {
  return {
    async pack(text) {
      const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("deflate-raw"));
      return toBase64Url(new Uint8Array(await new Response(stream).arrayBuffer()));
    },
    async unpack(packed, limit) {
      const stream = new Blob([fromBase64Url(packed) as BlobPart])
        .stream()
        .pipeThrough(new DecompressionStream("deflate-raw"));
      const reader = stream.getReader();
      const decoder = new TextDecoder("utf-8", { fatal: true });
      let text = "";
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return text + decoder.decode();
        text += decoder.decode(value, { stream: true });
        if (text.length > limit) {
          await reader.cancel();
          throw new Error("too large");
        }
      }
    },
  };
}

function toBase64Url(bytes: Uint8Array): string {
  let binary = "";
  for (let at = 0; at < bytes.length; at += 0x8000) {
    binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  }
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

function fromBase64Url(text: string): Uint8Array {
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(binary, (char) => char.charCodeAt(0));
}
