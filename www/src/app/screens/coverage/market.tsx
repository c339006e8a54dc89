import { useMemo } from "preact/hooks";
import { Actions, Basis, Button, Rich } from "../../../ui";
import { against, furthestShort, MEASURES, marketTable } from "../../tell/market";
import { marketRows } from "../../tell/market-rows";
import { AgainstChart } from "./against";
import { ChecksTable } from "./checks";
import { MarketEmpty } from "./market-empty";
import { MarketSettings } from "./market-settings";
import { Standing } from "./market-table";
import { Stances } from "./stances";
import type { CoverageView } from "./view";

/** Own sales against the market by cell, which cells to choose, and whether they can be worked with. */
export const MarketPart = (props: CoverageView) => {
  const { state, commands, words, report, cells } = props;
  const say = words.market;
  const table = useMemo(() => marketTable(report, cells), [report, cells]);
  const found = useMemo(() => MEASURES.flatMap((measure) => against(table, measure) ?? []), [table]);
  const view = { ...props, table };
  return (
    <div class="market" data-testid="market">
      {report.inputs.targetRows === null ? (
        <MarketEmpty {...props} />
      ) : (
        <>
          <header>
            <p class="part-says" data-testid="market-says">
              <Rich say={headline(props, found[0])} />
            </p>
            <Source {...props} rows={report.inputs.targetRows} />
          </header>
          <MarketSettings {...props} />
        </>
      )}
      {found.length === 0 ? null : <AgainstChart {...props} found={found} />}
      <Standing {...view} />
      <Stances {...view} />
      <ChecksTable {...view} />
      <Actions>
        <Button
          disabled={state.busy !== null}
          onClick={() => commands.saveTable(say.file.name, marketRows(words, report))}
          testid="export-market"
        >
          {say.export}
        </Button>
      </Actions>
    </div>
  );
};

/** The first measure that can be told, and where it falls furthest short. */
function headline({ words }: CoverageView, first: ReturnType<typeof against> | undefined) {
  const say = words.market.headline;
  if (first == null) return say.none;
  const worst = furthestShort(first);
  return say[first.measure]({
    ...first,
    worst: worst === null ? null : { ...worst, name: worst.cell.name },
  });
}

/** Which file the figures come from, and for when; what it is held against is of the period that is told of. */
const Source = ({ state, words, report, rows }: CoverageView & { readonly rows: number }) => {
  const say = words.market;
  const file = state.companions.find(({ kind }) => kind === "targets")?.files[0]?.name ?? say.targetsFile;
  const period = report.params.targets?.only?.value ?? null;
  const span = report.inputs.value ? report.params.period : null;
  return <Basis>{say.basis({ file, rows, period, span })}</Basis>;
};
