import type { PictureKind } from "../charts";
import type {
  CallQuery,
  CallRow,
  Choice,
  ClusterParams,
  Comparison,
  CoverageParams,
  CustomerQuery,
  CustomerRow,
  CustomersParams,
  DateOrder,
  Day,
  Division,
  FeatureInfo,
  FileKind,
  ImportParams,
  JoinSide,
  LessonMessage,
  LessonParams,
  LifecycleParams,
  Movement,
  PersonaEdits,
  ProjectionMessage,
  ReallocationParams,
  RfmParams,
  RowReason,
} from "../engine/protocol";
import type { CoveragePart } from "./coverage";
import type { CsvCell } from "./csv";
import type { LessonSettings } from "./lesson";
import type { ReportPart } from "./report";
import type { Lang, SampleId, Theme, View } from "./state";

/** Everything a screen can ask for. Screens are functions of (state, commands). */
export interface Commands {
  /** Opens files; those that are open are let go. */
  open(files: readonly File[]): void;
  /** Opens files beside those that are open. */
  add(files: readonly File[]): void;
  /** Files were dropped: opened at once where none of the user's are open; otherwise the user is asked what to do. */
  drop(files: readonly File[]): void;
  /** What to do with the files that were dropped; nothing when null. */
  answerDrop(answer: "add" | "replace" | null): void;
  /** Changes what a table is taken for. */
  takeFor(table: number, kind: FileKind): void;
  /** Makes a table the main one, which everything is computed from. */
  putFirst(table: number): void;
  /** Changes which column of a companion names the customer, and matches anew where the main table was read. */
  setCompanion(table: number, params: ImportParams): void;
  /** Opens a sample; once the page is sealed, asks first whether to reload for it. */
  openSample(id: SampleId): void;
  /** Reloads the page for the sample that was asked for, or leaves it. */
  answerReload(yes: boolean): void;
  /** Changes how the file is read: looks at the head again and discards what was read. */
  setImport(params: ImportParams): void;
  /** Looks at the open file as if no settings had been kept. */
  guessAnew(): void;
  /** Saves the settings of all steps, to be dropped with another file. */
  saveRecipe(): void;
  /** Looks at another sheet of the workbook, by guesses. */
  setSheet(sheet: string): void;
  /** Reads the whole main table, then adds up and scores as far as its columns allow, and matches the companions' customers. */
  read(): void;
  /** The user tells what the column cannot: reads again with it. */
  readAs(order: DateOrder): void;
  cancel(): void;
  /** Opens the same files again with the same settings, after a worker was lost. */
  reopen(): void;
  /** Folds again, then scores again. */
  setCustomers(params: CustomersParams): void;
  /** Scores again. */
  setRfm(params: RfmParams): void;
  /** Tries numbers of clusters by these settings, then takes the one suggested. */
  sweep(params: ClusterParams): void;
  /** Takes a number of clusters of the sweep. */
  cluster(choice: Choice): void;
  /** Assigns the customers to the clusters of the model that was brought. */
  assign(): void;
  /** Gives a cluster a name; an empty one takes it away. */
  nameCluster(index: number, name: string): void;
  /** Saves what other customers can be assigned by. */
  saveModel(): void;
  /** Saves all customers with their cluster as CSV. */
  exportClusters(): void;
  /** Tells the stages of the lifecycle anew. */
  setLifecycle(params: LifecycleParams): void;
  /** The ways to divide the customers that are there now. */
  divisions(): Promise<readonly Division[]>;
  /** Who moved between the segments of a division from an earlier date to the as-of date. */
  movement(division: Division, earlier: Day): Promise<Movement>;
  /** Describes the segments of another division. */
  setDivision(division: Division): void;
  /** Saves the profile of the segments as CSV. */
  exportProfile(): void;
  /** Takes what the user wrote on a card. */
  editPersona(edits: PersonaEdits): void;
  /** Tells coverage anew. */
  setCoverage(params: CoverageParams): void;
  /** Spends the effort anew. */
  setReallocation(params: ReallocationParams): void;
  /** Shows another part of coverage. */
  setCoveragePart(part: CoveragePart): void;
  /** Positions of the customers of a call list, in its order; and the rows at positions. */
  findCalls(query: CallQuery): Promise<Uint32Array>;
  callRows(positions: Uint32Array): Promise<CallRow[]>;
  /** Saves a call list as CSV. */
  exportCalls(query: CallQuery): void;
  /** Saves a table with this title as CSV, the names of its columns first. */
  saveTable(title: string, rows: readonly (readonly CsvCell[])[]): void;
  /** Changes filter or order of the customer table. */
  setQuery(patch: Partial<CustomerQuery>): void;
  /** Changes what the lesson is about. */
  setLesson(patch: Partial<LessonSettings>): void;
  /** k-means step by step; and the features of the open customers it can be about. */
  lesson(params: LessonParams): Promise<LessonMessage>;
  features(): Promise<FeatureInfo[]>;
  go(view: View): void;
  setLang(lang: Lang): void;
  setTheme(theme: Theme): void;
  dismissError(): void;
  /** Saves the customers of the current query, with scores and segment, as CSV. */
  exportCustomers(): void;
  /** Saves the picture of a chart with this title. */
  savePicture(content: Blob, title: string, kind: PictureKind): void;
  /** Saves the study as one HTML file in a language, with these parts. */
  saveReport(lang: Lang, parts: readonly ReportPart[]): void;
  /** Lists the projects that are kept on this device. */
  listProjects(): void;
  /** Keeps the open files and the settings on this device. */
  keepProject(): void;
  /** Opens the files of a project and reads them with its settings. */
  openProject(id: number): void;
  eraseProject(id: number): void;
  /** Saves customers, segments, profiles and settings as a workbook of Excel. */
  saveWorkbook(): void;
  /** Saves the rows set aside for this reason (all reasons when null; "refund" for refunds) as CSV. */
  exportRows(reason: RowReason): void;
  /** Saves the customers that only one side of a join has as CSV. */
  exportUnmatched(table: number, side: JoinSide): void;
  /** Positions of the customers that match, in order; and the rows at positions. */
  find(query: CustomerQuery): Promise<Uint32Array>;
  rows(positions: Uint32Array): Promise<CustomerRow[]>;
  /** The segments of RFM held against the clusters of these names. */
  compare(names: readonly string[]): Promise<Comparison>;
  /** Customers of the clustering in a plane. */
  project(features: readonly [number, number] | null, most: number): Promise<ProjectionMessage>;
}
