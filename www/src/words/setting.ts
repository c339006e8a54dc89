/** Words for the settings and rules that `bad_setting` names by their path in the params. */
export interface SettingWords {
  /** By path; a part in brackets or a last `.length` does not count. */
  readonly names: Readonly<Record<string, string>>;
  /** Rule number n of the user's own set. */
  readonly rule: (n: number) => string;
  readonly range: (from: string, to: string) => string;
  /** By code. */
  readonly rules: Readonly<Record<string, string>>;
  readonly empty: string;
}

/** `scoring.bins` as its name; `rules[3].name` as the fourth rule. */
export function settingName(words: SettingWords, path: string): string {
  const rule = /^rules\[(\d+)\]/.exec(path);
  if (rule !== null) return words.rule(Number(rule[1]) + 1);
  const parts = path.replace(/\.length$/, "").split(".");
  for (let length = parts.length; length > 0; length--) {
    const name = words.names[parts.slice(0, length).join(".")];
    if (name !== undefined) return name;
  }
  return path;
}

/** `2..=10` as a range, `ascending` as what it means; `bins=5x5x5` as five scores per dimension. */
export function settingRule(words: SettingWords, expected: string): string {
  const known = words.rules[expected];
  if (known !== undefined) return known;
  const range = /^(.+)\.\.=(.+)$/.exec(expected);
  if (range?.[1] !== undefined && range[2] !== undefined) return words.range(range[1], range[2]);
  return settingFound(words, expected);
}

/** A value as found; score counts written `bins=5x5x5` without the code word. */
export const settingFound = (words: SettingWords, found: string): string =>
  found === "" ? words.empty : found.replace(/^bins=/, "").replace(/(?<=\d)x(?=\d)/g, " × ");
