/** Reads back the files that the page saves. Strict: what it does not know is an error. */

const BYTE_ORDER_MARK = "\uFEFF";

/** Records of a CSV with byte order mark, CRLF and RFC 4180 quotes. */
export function records(bytes: Buffer): string[][] {
  const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  if (!text.startsWith(BYTE_ORDER_MARK)) throw new Error("no byte order mark");
  if (!text.endsWith("\r\n")) throw new Error("no line end at the end of the file");
  const found: string[][] = [];
  let record: string[] = [];
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;
  field.lastIndex = BYTE_ORDER_MARK.length;
  while (field.lastIndex < text.length) {
    const at = field.lastIndex;
    const match = field.exec(text);
    if (match === null) throw new Error(`no field at ${at}: ${JSON.stringify(text.slice(at, at + 60))}`);
    record.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? "");
    if (match[3] === ",") continue;
    found.push(record);
    record = [];
  }
  return found;
}

/** Rows by column name. */
export function rows(bytes: Buffer): Record<string, string>[] {
  const [names = [], ...rest] = records(bytes);
  return rest.map((record) => {
    if (record.length !== names.length)
      throw new Error(`${record.length} fields under ${names.length} names: ${record}`);
    return Object.fromEntries(names.map((name, at) => [name, record[at] ?? ""]));
  });
}

/** An amount as a whole number of millionths, so that sums are exact. */
export function millionths(amount: string): bigint {
  const match = /^(-?)(\d+)(?:\.(\d{1,6}))?$/.exec(amount);
  if (match === null) throw new Error(`no amount: ${amount}`);
  const [, sign = "", whole = "", decimals = ""] = match;
  const size = BigInt(whole) * 1_000_000n + BigInt(decimals.padEnd(6, "0"));
  return sign === "-" ? -size : size;
}
