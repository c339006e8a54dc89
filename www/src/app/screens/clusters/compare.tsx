import { rampSteps } from "../../../charts";
import { Method, Section, Swatch, Wide } from "../../../ui";
import { agreementOf } from "./agreement";
import { colourOf } from "./colours";
import type { ClusterView } from "./view";

/** Two segmentations of the same customers. */
export interface CrossTable {
  /** Names of the segments of the other segmentation. */
  readonly rows: readonly string[];
  /** Customers, by row and then by cluster. */
  readonly counts: readonly (readonly number[])[];
  /** Adjusted Rand index. */
  readonly index: number;
}

const sum = (counts: readonly number[]) => counts.reduce((all, customers) => all + customers, 0);

/** RFM segments against clusters: who is where, and how far both agree. */
export const Compare = (props: ClusterView & { readonly cross: CrossTable }) => {
  const { names, words, theme, marked, cross, onPoint } = props;
  const { f } = words;
  const say = words.clusters.compare;
  const totals = names.map((_, column) => sum(cross.counts.map((row) => row[column] ?? 0)));
  // A share of all of a row is the strongest shade, so that rows can be compared.
  const shade = (share: number) => Math.min(Math.ceil(share * rampSteps), rampSteps);
  return (
    <Section
      title={
        <>
          {say.title}
          <Method label={`${say.title}: ${words.shell.how}`}>
            <p>{words.clusters.how.rand}</p>
          </Method>
        </>
      }
      note={theme === "dark" ? say.noteDark : say.note}
      testid="compare"
    >
      <div class="rand">
        <p>
          {say.index} <b data-testid="rand-index">{f.fixed(cross.index, 3)}</b>
        </p>
        <span class="rand-scale" aria-hidden="true">
          <span>{say.scale.chance}</span>
          <span class="rand-bar">
            <span style={{ left: `${Math.min(Math.max(cross.index, 0), 1) * 100}%` }} />
          </span>
          <span>{say.scale.same}</span>
        </span>
        <p class="rand-says">{say.agreement[agreementOf(cross.index)]}</p>
      </div>
      <Wide label={say.title}>
        <table class="heat cross" data-testid="cross-table">
          <thead>
            <tr>
              <th scope="col">{say.corner}</th>
              {names.map((name, column) => (
                <th key={column} scope="col" class={marked === column ? "cross-marked" : ""}>
                  <Swatch colour={colourOf(column)} />
                  {name}
                </th>
              ))}
              <th scope="col">{say.total}</th>
            </tr>
          </thead>
          <tbody onMouseLeave={() => onPoint(null)}>
            {cross.counts.map((counts, row) => {
              const all = sum(counts);
              const name = cross.rows[row] ?? "";
              return (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  {counts.map((customers, column) => {
                    const share = all > 0 ? customers / all : 0;
                    return (
                      <td
                        key={column}
                        class="heat-cell"
                        data-shade={shade(share)}
                        title={say.cell(name, names[column] ?? "", customers, share)}
                        onMouseEnter={() => onPoint(column)}
                      >
                        <b>{f.number(customers)}</b>
                        <span class="heat-sd">{f.percent(share, 0)}</span>
                      </td>
                    );
                  })}
                  <td>{f.number(all)}</td>
                </tr>
              );
            })}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{say.total}</th>
              {totals.map((customers, column) => (
                <td key={column}>{f.number(customers)}</td>
              ))}
              <td>{f.number(sum(totals))}</td>
            </tr>
          </tfoot>
        </table>
      </Wide>
    </Section>
  );
};
