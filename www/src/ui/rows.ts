/** Rows of a long table, fetched in pages when they come into sight. */
export class Rows<Row> {
  readonly count: number;
  readonly #fetch: (from: number, to: number) => Promise<readonly Row[]>;
  readonly #page: number;
  readonly #keep: number;
  /** Oldest use first. */
  readonly #pages = new Map<number, readonly Row[]>();
  readonly #asked = new Set<number>();

  constructor(
    count: number,
    fetch: (from: number, to: number) => Promise<readonly Row[]>,
    { page = 100, keep = 40 }: { readonly page?: number; readonly keep?: number } = {},
  ) {
    this.count = count;
    this.#fetch = fetch;
    this.#page = page;
    this.#keep = keep;
  }

  /** The row, if it has come. */
  row(index: number): Row | undefined {
    return this.#pages.get(Math.floor(index / this.#page))?.[index % this.#page];
  }

  /** All rows from `from` up to `to`, or null while one is missing. */
  slice(from: number, to: number): readonly Row[] | null {
    const rows: Row[] = [];
    for (let index = from; index < to; index += 1) {
      const row = this.row(index);
      if (row === undefined) return null;
      rows.push(row);
    }
    return rows;
  }

  /** Fetches what is missing of `from` up to `to`; true if something new has come. */
  async want(from: number, to: number): Promise<boolean> {
    const end = Math.min(to, this.count);
    const missing: number[] = [];
    for (let page = Math.floor(Math.max(from, 0) / this.#page); page * this.#page < end; page += 1) {
      const rows = this.#pages.get(page);
      if (rows) {
        this.#pages.delete(page);
        this.#pages.set(page, rows);
      } else if (!this.#asked.has(page)) {
        missing.push(page);
      }
    }
    await Promise.all(missing.map((page) => this.#load(page)));
    return missing.length > 0;
  }

  async #load(page: number): Promise<void> {
    this.#asked.add(page);
    try {
      const from = page * this.#page;
      this.#pages.set(page, await this.#fetch(from, Math.min(from + this.#page, this.count)));
      for (const oldest of this.#pages.keys()) {
        if (this.#pages.size <= this.#keep) break;
        this.#pages.delete(oldest);
      }
    } finally {
      this.#asked.delete(page);
    }
  }
}
