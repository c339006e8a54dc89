import type { SweepReport } from "../../../engine/protocol";
import { Wide } from "../../../ui";
import type { Words } from "../../../words";
import { sumFormat } from "../../figures";
import { dropOf, lowest } from "../../sweep";

type Column = keyof Words["clusters"]["curve"]["table"]["columns"];

/** The measures as a table, one row per number of clusters; a row chooses its number. */
export const KTable = (props: {
  readonly sweep: SweepReport;
  readonly chosen: number | null;
  readonly words: Words;
  readonly onChoose: (k: number) => void;
}) => {
  const { sweep, chosen, words, onChoose } = props;
  const { f } = words;
  const say = words.clusters.curve.table;
  const { rows } = sweep;
  const takenBy = new Map<Column, number>(
    (sweep.suggestion?.each ?? []).map(([vote, k]) => [columnOf[vote], k] as const),
  );
  if (sweep.knee !== null) takenBy.set("inertia", sweep.knee);
  const inertia = sumFormat(
    rows.map((row) => row.inertia),
    f,
  );
  const index = sumFormat(
    rows.map((row) => row.measured?.calinskiHarabasz ?? 0),
    f,
  );
  const three = (value: number | null | undefined) => (value == null ? null : f.fixed(value, 3));
  const columns = Object.keys(say.columns) as Column[];
  return (
    <Wide label={say.title}>
      <table class="table segments k-table" data-testid="k-table">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" class="number">
                <span aria-hidden="true" title={say.full[column]}>
                  {say.columns[column]}
                </span>
                <span class="visually-hidden">{say.full[column]}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => {
            const drop = dropOf(rows, at, sweep.total);
            const stability = lowest(row);
            const cells: Record<Exclude<Column, "k">, string | null> = {
              inertia: inertia(row.inertia),
              drop: drop === null ? null : f.percent(drop),
              silhouette: three(row.measured?.silhouette),
              calinskiHarabasz: row.measured?.calinskiHarabasz == null ? null : index(row.measured.calinskiHarabasz),
              daviesBouldin: three(row.measured?.daviesBouldin),
              gap: three(row.gap),
              stability: stability === null ? null : f.fixed(stability.jaccard, 2),
              hits: f.number(row.hits),
            };
            return (
              <tr
                key={row.k}
                class={`segment-row ${chosen === row.k ? "segment-chosen" : ""}`}
                data-testid={`k-${row.k}`}
                onClick={() => onChoose(row.k)}
              >
                <th scope="row" class="number">
                  <button
                    type="button"
                    class="segment-name k-number"
                    aria-pressed={chosen === row.k}
                    aria-label={say.choose(row.k)}
                  >
                    {f.number(row.k)}
                  </button>
                </th>
                {columns.slice(1).map((column) => {
                  const text = cells[column as keyof typeof cells];
                  const taken = takenBy.get(column) === row.k;
                  const warn = column === "stability" && stability?.band === "unstable";
                  return (
                    <td key={column} class={`number ${taken ? "k-taken" : ""} ${warn ? "beware" : ""}`}>
                      {text ?? "–"}
                      {taken ? <span class="visually-hidden"> ({say.best})</span> : null}
                    </td>
                  );
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
    </Wide>
  );
};

const columnOf = {
  knee: "inertia",
  silhouette: "silhouette",
  calinski_harabasz: "calinskiHarabasz",
  davies_bouldin: "daviesBouldin",
  gap: "gap",
  stability: "stability",
} as const;
