import { Zip, ZipDeflate } from "fflate";

/** A file of an archive; its text comes in pieces, so that it need never be whole. */
export interface Entry {
  readonly name: string;
  readonly content: Iterable<string> | AsyncIterable<string>;
}

/** The first day that an archive can tell: the clock has no place in a file. */
const DAY_ONE = new Date(1980, 0, 1);

/** An archive of texts. What is packed leaves the heap at once, so that only the piece at hand is there. */
export async function zipped(entries: readonly Entry[], type: string): Promise<Blob> {
  const packed: Blob[] = [];
  const archive = new Zip((error, bytes) => {
    if (error !== null) throw error;
    packed.push(new Blob([bytes as Uint8Array<ArrayBuffer>]));
  });
  const encoder = new TextEncoder();
  for (const { name, content } of entries) {
    const file = new ZipDeflate(name);
    file.mtime = DAY_ONE;
    archive.add(file);
    for await (const text of content) file.push(encoder.encode(text));
    file.push(new Uint8Array(), true);
  }
  archive.end();
  return new Blob(packed, { type });
}
