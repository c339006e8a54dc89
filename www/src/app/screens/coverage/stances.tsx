import { useMemo } from "preact/hooks";
import { ChartFigure, chartThemes, type Size } from "../../../charts";
import { EmptyState, Method, Rich } from "../../../ui";
import { stancesDrawing } from "../../drawings/stances";
import type { MarketTable } from "../../tell/market";
import { columnName } from "../../tell/market-rows";
import { type PlacedStance, stancesOf, ZONES } from "../../tell/stance";
import { StanceWeights } from "./stance-weights";
import type { CoverageView } from "./view";

/** Cells named in a sentence, and in a list. */
const TOLD = 3;
const LISTED = 8;

/** Which cells are attractive, and where one stands well: three by three. */
export const Stances = (props: CoverageView & { readonly table: MarketTable }) => {
  const { state, words, report, table } = props;
  const say = words.market.stances;
  const by = table.weighedBy;
  const placed = useMemo(() => stancesOf(report, table), [report, table]);
  const draw = useMemo(() => {
    const drawing = stancesDrawing(placed, by, words);
    return (size: Size, inks = chartThemes[state.theme]) => drawing(size, inks);
  }, [placed, by, words, state.theme]);
  const first = placed.filter(({ zone }) => zone === "invest");
  return (
    <div class="section stances">
      {placed.length === 0 ? (
        <>
          <StanceWeights {...props} />
          <EmptyState title={say.none.title} testid="stance-none">
            <p>{say.none.text}</p>
          </EmptyState>
        </>
      ) : (
        <>
          <ChartFigure
            title={
              <>
                {say.title}
                <Method label={`${say.title}: ${words.shell.how}`} testid="stance-how">
                  {say.how.map((line) => (
                    <p key={line}>{line}</p>
                  ))}
                </Method>
              </>
            }
            level={2}
            note={say.note(placed.length)}
            tools={
              <div class="stance-tools">
                <p data-testid="stance-says">
                  <Rich
                    say={say.say({
                      cells: first.length,
                      share: weightOf(first),
                      by,
                      names: first.slice(0, TOLD).map(({ cell }) => cell.name),
                      more: Math.max(first.length - TOLD, 0),
                    })}
                  />
                </p>
                <StanceWeights {...props} />
              </div>
            }
            draw={draw}
            height={440}
            words={say.chart}
            testid="stance-grid"
            table={{
              columns: [
                say.columns.cell,
                columnName(words, "weight", table),
                say.columns.attractiveness,
                say.columns.strength,
                say.columns.zone,
              ],
              rows: placed.map(({ cell, weight, attractiveness, strength, zone }) => [
                cell.name,
                words.f.percent(weight),
                words.f.fixed(attractiveness, 2),
                words.f.fixed(strength, 2),
                say.zones[zone],
              ]),
            }}
          />
          <Zones {...props} placed={placed} />
        </>
      )}
    </div>
  );
};

const weightOf = (placed: readonly PlacedStance[]): number => placed.reduce((sum, { weight }) => sum + weight, 0);

/** The cells by what their box says, the largest first. */
const Zones = ({
  words,
  table,
  placed,
}: CoverageView & { readonly table: MarketTable; readonly placed: readonly PlacedStance[] }) => {
  const say = words.market.stances;
  return (
    <div class="zones" data-testid="stance-zones">
      {ZONES.map((zone) => {
        const own = placed.filter((one) => one.zone === zone);
        return (
          <section key={zone} class={`zone zone-${zone}`} data-testid={`zone-${zone}`}>
            <h3>{say.zones[zone]}</h3>
            <p class="note">
              {say.zoneNotes[zone]} ·{" "}
              {own.length === 0 ? say.zoneNone : say.zoneSize(own.length, weightOf(own), table.weighedBy)}
            </p>
            <ul>
              {own.slice(0, LISTED).map(({ cell, weight }) => (
                <li key={cell.index}>
                  <span>{cell.name}</span>
                  <span class="quiet">{words.f.percent(weight)}</span>
                </li>
              ))}
              {own.length > LISTED ? <li class="quiet">{say.zoneMore(own.length - LISTED)}</li> : null}
            </ul>
          </section>
        );
      })}
    </div>
  );
};
