import type { CustomerQuery, CustomersParams, EngineError, FileKind, Head, ImportParams, Overview, ReadReport, RfmParams, RfmReport } from "../engine/protocol";

export type Lang = "zh" | "en";
export type Theme = "light" | "dark";
export type View = "data" | "overview" | "rfm";
export type SampleId = "retail" | "fmcg";

/** What is going on, for the progress bar. `done` and `total` are bytes while reading. */
export interface Busy {
  readonly task: "head" | "read" | "customers" | "score" | "export";
  readonly done: number;
  readonly total: number;
  readonly rows: number;
  readonly setAside: number;
}

/** The one record of state; changed in `reduce` only. A result is null until its step has run, and again when a step before it changed. */
export interface State {
  readonly lang: Lang;
  readonly theme: Theme;
  readonly view: View;
  readonly file: { readonly name: string; readonly size: number; readonly sample: SampleId | null } | null;
  readonly kind: FileKind | null;
  readonly head: Head | null;
  readonly importParams: ImportParams | null;
  readonly read: ReadReport | null;
  readonly customersParams: CustomersParams;
  readonly overview: Overview | null;
  readonly rfmParams: RfmParams;
  readonly rfm: RfmReport | null;
  /** Filter and order of the customer table. */
  readonly query: CustomerQuery;
  readonly busy: Busy | null;
  /** The last thing that went wrong, until it is dismissed or the step succeeds. */
  readonly error: EngineError | null;
  /** Requests seen since the file was opened; measured. Null before. */
  readonly requests: number | null;
}
