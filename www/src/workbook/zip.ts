/** A file of an archive; its text comes in pieces, so that it need never be whole. */
export interface Entry {
  readonly name: string;
  readonly content: Iterable<string> | AsyncIterable<string>;
}

interface Packed {
  readonly name: Uint8Array<ArrayBuffer>;
  readonly crc: number;
  readonly size: number;
  readonly packedSize: number;
  readonly packed: Blob;
}

/** 1980-01-01, the first day that an archive can tell: the clock has no place in a file. */
const DAY_ONE = 0x21;
/** Names are UTF-8. */
const FLAGS = 0x0800;
const DEFLATE = 8;
const VERSION = 20;

/** An archive of texts, packed by the browser. */
export async function zipped(entries: readonly Entry[], type: string): Promise<Blob> {
  const parts: Blob[] = [];
  const directory: Uint8Array<ArrayBuffer>[] = [];
  let offset = 0;
  for (const entry of entries) {
    const packed = await pack(entry);
    const head = header(packed);
    directory.push(directoryEntry(packed, offset));
    parts.push(new Blob([head, packed.name]), packed.packed);
    offset += head.length + packed.name.length + packed.packedSize;
  }
  const size = directory.reduce((sum, one) => sum + one.length, 0);
  return new Blob([...parts, ...directory, end(entries.length, size, offset)], { type });
}

async function pack({ name, content }: Entry): Promise<Packed> {
  const encoder = new TextEncoder();
  let crc = 0xffff_ffff;
  let size = 0;
  async function* pieces(): AsyncGenerator<Uint8Array<ArrayBuffer>> {
    for await (const text of content) {
      const bytes = encoder.encode(text);
      crc = crcOn(crc, bytes);
      size += bytes.length;
      yield bytes;
    }
  }
  const source = pieces();
  const stream = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      const { done, value } = await source.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
  });
  const packed = await new Response(stream.pipeThrough(new CompressionStream("deflate-raw"))).blob();
  return { name: encoder.encode(name), crc: ~crc >>> 0, size, packedSize: packed.size, packed };
}

/** Numbers of 2 and 4 bytes, the low byte first. */
function bytesOf(fields: readonly (readonly [number, 2 | 4])[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(fields.reduce((sum, [, width]) => sum + width, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const [value, width] of fields) {
    if (width === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += width;
  }
  return bytes;
}

const common = ({ crc, packedSize, size, name }: Packed): readonly (readonly [number, 2 | 4])[] => [
  [VERSION, 2],
  [FLAGS, 2],
  [DEFLATE, 2],
  [0, 2],
  [DAY_ONE, 2],
  [crc, 4],
  [packedSize, 4],
  [size, 4],
  [name.length, 2],
  [0, 2],
];

const header = (packed: Packed): Uint8Array<ArrayBuffer> => bytesOf([[0x0403_4b50, 4], ...common(packed)]);

function directoryEntry(packed: Packed, offset: number): Uint8Array<ArrayBuffer> {
  const fields = bytesOf([
    [0x0201_4b50, 4],
    [VERSION, 2],
    ...common(packed),
    [0, 2],
    [0, 2],
    [0, 2],
    [0, 4],
    [offset, 4],
  ]);
  const whole = new Uint8Array(fields.length + packed.name.length);
  whole.set(fields);
  whole.set(packed.name, fields.length);
  return whole;
}

const end = (count: number, size: number, offset: number): Uint8Array<ArrayBuffer> =>
  bytesOf([
    [0x0605_4b50, 4],
    [0, 2],
    [0, 2],
    [count, 2],
    [count, 2],
    [size, 4],
    [offset, 4],
    [0, 2],
  ]);

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb8_8320 : crc >>> 1;
  return crc;
});

function crcOn(crc: number, bytes: Uint8Array): number {
  let next = crc;
  for (const byte of bytes) next = (next >>> 8) ^ (TABLE[(next ^ byte) & 0xff] ?? 0);
  return next;
}
