import { Download } from "lucide";
import { useState } from "preact/hooks";
import { Button, Icon, Section, Wide } from "../../../ui";
import { type CellChange, effortRows, limitOf, placeOf, total, withLimit } from "../../effort";
import { Bound } from "./effort-bound";
import type { EffortView } from "./effort-view";

/** Rows in sight, and how many more come at a time. */
const STEP = 30;

/** Every cell with what it has, what it should have and within what bounds. */
export const CellTable = (view: EffortView & { readonly changes: readonly CellChange[] }) => {
  const { commands, words, found, params, inTouches, gained, changes } = view;
  const { f } = words;
  const say = words.effort.table;
  const [most, setMost] = useState(STEP);
  const gain = (value: number) => (gained === "customers" ? f.number(value) : f.money(value));
  const signed = words.effort.chart.change;
  const [gainNow, gainBest] = say.gain(gained);
  const columns = [say.before, say.after, say.change, say.need, say.floor, say.ceiling];
  const before = total(found, (cell) => cell.before);
  const after = total(found, (cell) => cell.after);
  return (
    <Section
      title={say.title}
      note={say.note}
      tools={
        <>
          {params.limits.length === 0 ? null : (
            <Button
              kind="quiet"
              onClick={() => commands.setReallocation({ ...params, limits: [] })}
              testid="limits-reset"
            >
              {say.reset}
            </Button>
          )}
          <Button
            onClick={() => commands.saveTable(words.effort.file.name, effortRows(words, view.report, params, found))}
            testid="export-reallocation"
          >
            <Icon of={Download} />
            {say.export}
          </Button>
        </>
      }
    >
      <Wide label={say.title}>
        <table class="table effort-table" data-testid="reallocation-table">
          <thead>
            <tr>
              <th scope="col">{say.cell}</th>
              {[...columns, ...(inTouches ? [] : [say.cost]), gainNow, gainBest].map((title) => (
                <th key={title} scope="col" class="number">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {changes.slice(0, most).map(({ cell, spent, change }) => (
              <tr key={cell.index}>
                <th scope="row">
                  {cell.name}
                  {spent.leftOut ? <span class="note left-out">{say.leftOut}</span> : null}
                </th>
                <td class="number">{f.number(spent.before)}</td>
                <td class="number">
                  <b>{f.number(spent.after)}</b>
                </td>
                <td class="number">{signed(change)}</td>
                <td class="number">{f.number(spent.need)}</td>
                <Bounds {...view} cell={cell} spent={spent} />
                {inTouches ? null : <td class="number">{f.number(spent.cost, 2)}</td>}
                <td class="number">{spent.leftOut ? "–" : gain(spent.gainBefore)}</td>
                <td class="number">{spent.leftOut ? "–" : gain(spent.gainAfter)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{say.total}</th>
              <td class="number">{f.number(before)}</td>
              <td class="number">{f.number(after)}</td>
              <td class="number">{signed(after - before)}</td>
              <td class="number">{f.number(total(found, (cell) => cell.need))}</td>
              <td class="number">{f.number(total(found, (cell) => cell.floor))}</td>
              <td />
              {inTouches ? null : <td />}
              <td class="number">{gain(found.gainBefore)}</td>
              <td class="number">{gain(found.gain)}</td>
            </tr>
          </tfoot>
        </table>
      </Wide>
      {changes.length > most ? (
        <Button kind="quiet" onClick={() => setMost(most + STEP)} testid="cells-more">
          {say.more(Math.min(STEP, changes.length - most))}
        </Button>
      ) : null}
    </Section>
  );
};

/** Floor and ceiling of a cell; what holds without them stands in the empty fields. */
const Bounds = ({ commands, words, report, params, cell, spent }: EffortView & Omit<CellChange, "change">) => {
  const { f } = words;
  const say = words.effort.table;
  const place = placeOf(report, cell);
  const limit = limitOf(params, place);
  return (
    <>
      <td class="number">
        <Bound
          label={say.floorOf(cell.name)}
          value={limit?.floor ?? null}
          usual={f.number(spent.floor)}
          wrong={say.wrong}
          onCommit={(floor) => commands.setReallocation(withLimit(params, place, { floor }))}
          testid={`floor-${cell.index}`}
        />
      </td>
      <td class="number">
        <Bound
          label={say.ceilingOf(cell.name)}
          value={limit?.ceiling ?? null}
          usual={f.number(spent.need)}
          wrong={say.wrong}
          onCommit={(ceiling) => commands.setReallocation(withLimit(params, place, { ceiling }))}
          testid={`ceiling-${cell.index}`}
        />
      </td>
    </>
  );
};
