import type { Division } from "../engine/protocol";
import { StripSelect } from "../ui";
import { divisionName } from "./divisions";
import { sameDivision } from "./insight";
import type { ScreenProps } from "./screen";

/** Which division is described: one of those that are there. */
export const DivisionSelect = ({ state, commands, words }: ScreenProps) => {
  const { division, divisions } = state.insight;
  const known: readonly Division[] = divisions ?? [division];
  return (
    <StripSelect
      label={words.profiles.division}
      value={String(known.findIndex((one) => sameDivision(one, division)))}
      testid="division"
      disabled={state.busy !== null}
      options={known.map((one, index) => ({ value: String(index), label: divisionName(words, one) }))}
      onChange={(value) => {
        const chosen = known[Number(value)];
        if (chosen !== undefined) commands.setDivision(chosen);
      }}
    />
  );
};
