import { useState } from "preact/hooks";
import { Section, Select } from "../../../ui";
import { traitName } from "../../traits";
import { Boxes } from "./boxes";
import { Shares } from "./shares";
import type { ProfileView } from "./view";

/** How a figure and a category of the user's choice are spread in each segment. */
export const Spreads = (props: ProfileView) => {
  const { report, words } = props;
  const say = words.profiles.spread;
  const places = (kind: "figure" | "categories") =>
    [...report.traits.keys()].filter((at) => report.traits[at]?.spread.kind === kind);
  const [figures, categories] = [places("figure"), places("categories")];
  const [figure, setFigure] = useState<number | null>(null);
  const [category, setCategory] = useState<number | null>(null);
  // What was chosen of another division or file may not be here.
  const shown = (chosen: number | null, among: readonly number[]) =>
    chosen !== null && among.includes(chosen) ? chosen : among[0];
  const choice = (
    label: string,
    at: number,
    among: readonly number[],
    onChange: (at: number) => void,
    testid: string,
  ) => (
    <Select
      label={label}
      labelHidden
      value={String(at)}
      testid={testid}
      options={among.map((one) => {
        const key = report.traits[one]?.key;
        return { value: String(one), label: key === undefined ? "" : traitName(words, key) };
      })}
      onChange={(value) => onChange(Number(value))}
    />
  );
  const [shownFigure, shownCategory] = [shown(figure, figures), shown(category, categories)];
  return (
    <Section title={say.title} class="profile-spreads" testid="profile-spreads">
      <div class="profile-spread-row">
        {shownFigure === undefined ? null : (
          <Boxes
            {...props}
            at={shownFigure}
            tools={choice(say.figure, shownFigure, figures, setFigure, "profile-figure")}
          />
        )}
        {shownCategory === undefined ? null : (
          <Shares
            {...props}
            at={shownCategory}
            tools={choice(say.category, shownCategory, categories, setCategory, "profile-category")}
          />
        )}
      </div>
    </Section>
  );
};
