import type { TraitKey } from "../engine/protocol";
import type { Words } from "../words";

/** What a trait is called; a column by its name in the file. */
export function traitName(words: Words, key: TraitKey): string {
  switch (key.kind) {
    case "figure":
      return words.features.name(key.feature);
    case "attribute":
      return key.name;
    default:
      return words.traits[key.kind];
  }
}

/** Its unit; empty where the file does not tell. */
export const traitUnit = (words: Words, key: TraitKey): string =>
  key.kind === "figure" ? words.features.unit(key.feature) : "";

/** What a category is called: weekdays and months in the language, values of a column as they stand in the file. */
export function categoryName(words: Words, key: TraitKey, value: string): string {
  if (key.kind === "weekday") return words.f.weekday(Number(value));
  if (key.kind === "month") return words.f.monthName(Number(value));
  return value;
}
