const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Each row's bytes are written as what they differ by from the row above: most rows of a drawing repeat it. */
const asAbove = 2;

/** Writes a PNG row by row, so that no more of it than a few rows has to be there at once. Its pixels are opaque. */
export function createPngWriter(width: number, height: number) {
  const packer = new CompressionStream("deflate");
  const writer = packer.writable.getWriter();
  const packed = readAll(packer.readable);
  let above = new Uint8Array(width * 3);

  return {
    /** Whole rows of red, green, blue and opacity. */
    async add(pixels: Uint8ClampedArray): Promise<void> {
      const rows = pixels.length / (width * 4);
      const bytes = new Uint8Array(rows * (1 + width * 3));
      let to = 0;
      for (let row = 0, from = 0; row < rows; row += 1) {
        const now = new Uint8Array(width * 3);
        bytes[to++] = asAbove;
        for (let at = 0; at < now.length; from += 4) {
          for (let color = 0; color < 3; color += 1, at += 1) {
            const value = pixels[from + color] ?? 0;
            now[at] = value;
            bytes[to++] = value - (above[at] ?? 0);
          }
        }
        above = now;
      }
      await writer.write(bytes);
    },
    async end(): Promise<Uint8Array> {
      await writer.close();
      const header = new DataView(new ArrayBuffer(13));
      header.setUint32(0, width);
      header.setUint32(4, height);
      // Eight bits for each of three colours.
      header.setUint8(8, 8);
      header.setUint8(9, 2);
      return join([
        Uint8Array.from(signature),
        chunk("IHDR", new Uint8Array(header.buffer)),
        ...(await packed).map((part) => chunk("IDAT", part)),
        chunk("IEND", new Uint8Array()),
      ]);
    },
  };
}

async function readAll(stream: ReadableStream<Uint8Array>): Promise<readonly Uint8Array[]> {
  const parts: Uint8Array[] = [];
  const reader = stream.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) parts.push(next.value);
  return parts;
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(data.length + 12);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  for (let at = 0; at < 4; at += 1) bytes[4 + at] = type.charCodeAt(at);
  bytes.set(data, 8);
  view.setUint32(data.length + 8, sumOf(bytes.subarray(4, data.length + 8)));
  return bytes;
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** CRC-32, as PNG closes each of its chunks with. */
function sumOf(bytes: Uint8Array): number {
  let sum = ~0;
  for (const byte of bytes) sum = (sums[(sum ^ byte) & 0xff] ?? 0) ^ (sum >>> 8);
  return ~sum >>> 0;
}

const sums = Int32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte;
  for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? 0xedb88320 ^ (sum >>> 1) : sum >>> 1;
  return sum;
});
