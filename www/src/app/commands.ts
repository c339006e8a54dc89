import type { CustomerQuery, CustomerRow, CustomersParams, ImportParams, IssueCode, RfmParams } from "../engine/protocol";
import type { Lang, SampleId, Theme, View } from "./state";

/** Everything a screen can ask for. Screens are functions of (state, commands). */
export interface Commands {
  open(file: File): void;
  openSample(id: SampleId): void;
  /** Changes how the file is read: looks at the head again and discards what was read. */
  setImport(params: ImportParams): void;
  read(): void;
  cancel(): void;
  /** Folds again, then scores again. */
  setCustomers(params: CustomersParams): void;
  /** Scores again. */
  setRfm(params: RfmParams): void;
  /** Changes filter or order of the customer table. */
  setQuery(patch: Partial<CustomerQuery>): void;
  go(view: View): void;
  setLang(lang: Lang): void;
  setTheme(theme: Theme): void;
  dismissError(): void;
  /** Saves the customers of the current query, with scores and segment, as CSV. */
  exportCustomers(): void;
  /** Saves the rows set aside for this reason (all reasons when null; "refund" for refunds) as CSV. */
  exportRows(reason: IssueCode | "refund" | null): void;
  /** Positions of the customers that match, in order; and the rows at positions. */
  find(query: CustomerQuery): Promise<Uint32Array>;
  rows(positions: Uint32Array): Promise<CustomerRow[]>;
}
