import type { Engine } from "../../engine/protocol";
import type { Words } from "../../words";
import { MOST_ROWS, type Sheet, workbookOf } from "../../workbook";
import { recipeOf } from "../recipe";
import { settingsTold, stepTold } from "../report/settings";
import type { PageError, State } from "../state";
import { profileRows } from "../tell/profile-rows";
import { customersSheet } from "./customers";
import { knownOf } from "./known";
import { segmentsSheet } from "./segments";

/** The study as a workbook of Excel: customers, segments, profiles, settings. */
export async function bookOf(engine: Engine, state: State, words: Words): Promise<Blob> {
  const customers = state.rfm?.customers ?? state.read?.customers ?? 0;
  if (customers > MOST_ROWS) throw { code: "too_many_rows", rows: customers, most: MOST_ROWS } satisfies PageError;
  const known = await knownOf(engine, state, words);
  const sheets = [
    await customersSheet(engine, state, known, words),
    segmentsSheet(state, known, words),
    profilesSheet(state, words),
    settingsSheet(state, words),
  ];
  return workbookOf(sheets.filter((sheet) => sheet !== null));
}

function profilesSheet({ insight: { profile } }: State, words: Words): Sheet | null {
  if (profile === null) return null;
  const [, ...rows] = profileRows(words, profile);
  return { name: words.report.workbook.sheets.profiles, columns: words.profiles.file.columns, rows: [rows] };
}

/** Every step in words, then every field of the settings file. */
function settingsSheet(state: State, words: Words): Sheet {
  const { step, setting, value, workbook } = words.report;
  return {
    name: workbook.sheets.settings,
    columns: [step, setting, value],
    rows: [
      settingsTold(state, words).map((told) => [stepTold(told, words), told.name, told.value]),
      fields(recipeOf(state)).map(([path, content]) => [workbook.json, path, content]),
    ],
  };
}

type Field = readonly [string, string | number | null];

/** The fields of a record by their paths; those that hold nothing as well. */
export function fields(content: unknown, path = ""): readonly Field[] {
  if (typeof content !== "object" || content === null)
    return [[path, typeof content === "number" || content === null ? content : String(content)]];
  const inside: readonly (readonly [string, unknown])[] = Array.isArray(content)
    ? content.map((one, at) => [`${path}[${at}]`, one] as const)
    : Object.entries(content).map(([name, one]) => [path === "" ? name : `${path}.${name}`, one] as const);
  return inside.flatMap(([name, one]) => fields(one, name));
}
