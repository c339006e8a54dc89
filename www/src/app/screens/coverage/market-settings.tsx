import type { TargetColumns } from "../../../engine/protocol";
import { Button, Strip, StripItem, StripSelect } from "../../../ui";
import type { CoverageView } from "./view";

const COLUMNS = ["market", "marketBefore", "universe", "sales", "rate"] as const;

/** Which columns of the file of targets the figures come from, and the rows of which period count. */
export const MarketSettings = ({ state, commands, words, report }: CoverageView) => {
  const { params, inputs } = report;
  const { targets } = params;
  const say = words.market.settings;
  if (targets === null) return null;
  const set = (changed: TargetColumns | null) => commands.setCoverage({ ...state.coverage.params, targets: changed });
  const { only } = targets;
  return (
    <Strip label={say.label} testid="market-settings">
      {only === null ? null : inputs.targetPeriods.length > 1 ? (
        <StripSelect
          label={say.only(only.column)}
          value={only.value}
          testid="market-only"
          options={[...inputs.targetPeriods].sort().map((value) => ({ value, label: value }))}
          onChange={(value) => set({ ...targets, only: { ...only, value } })}
        />
      ) : (
        <StripItem term={say.only(only.column)} value={only.value} testid="market-only" />
      )}
      {COLUMNS.map((column) => (
        <StripSelect
          key={column}
          label={say.columns[column]}
          value={targets[column] ?? ""}
          testid={`market-column-${column}`}
          options={[
            { value: "", label: say.none },
            ...inputs.targetFigures.map((name) => ({ value: name, label: name })),
          ]}
          onChange={(name) => set({ ...targets, [column]: name === "" ? null : name })}
        />
      ))}
      {state.coverage.params.targets === null ? null : (
        <Button kind="quiet" testid="market-columns-reset" onClick={() => set(null)}>
          {say.reset}
        </Button>
      )}
    </Strip>
  );
};
