import { useEffect, useState } from "preact/hooks";
import {
  type CellsData,
  type ChartTheme,
  cells,
  cellsHeight,
  chartThemes,
  rampSteps,
  SavePicture,
  shadeOf,
} from "../../../charts";
import type { Comparison } from "../../../engine/protocol";
import { Method, Section, Swatch, Wide } from "../../../ui";
import { colourOf } from "../../cluster-colours";
import { agreementOf } from "./agreement";
import type { ClusterView } from "./view";

/** Holds the segments of RFM against the clusters, which bear these names. */
export type Compared = (names: readonly string[]) => Promise<Comparison>;

const sum = (counts: readonly number[]) => counts.reduce((all, customers) => all + customers, 0);

/** RFM segments against clusters: who is where, and how far both agree. */
export const Compare = (props: ClusterView & { readonly compare: Compared }) => {
  const { report, compare } = props;
  const [cross, setCross] = useState<Comparison | null>(null);
  useEffect(() => {
    let here = true;
    // Their numbers: what they are called is said here.
    compare(report.clusters.map((_, index) => String(index + 1))).then(
      (found) => here && setCross(found),
      // What was replaced meanwhile is compared anew.
      () => undefined,
    );
    return () => {
      here = false;
    };
  }, [report]);
  // Until the next has come, one of another number of clusters may be at hand.
  return cross === null || cross.columns.length !== report.clusters.length ? null : <Cross {...props} cross={cross} />;
};

const Cross = (props: ClusterView & { readonly cross: Comparison }) => {
  const { names, words, theme, marked, cross, onPoint } = props;
  const { f } = words;
  const say = words.clusters.compare;
  const index = cross.adjustedRandIndex;
  const rows = cross.rows.flatMap((row, at) => {
    const counts = cross.counts[at] ?? [];
    // Segments nobody is in say nothing.
    return sum(counts) === 0 ? [] : [{ name: words.rfm.segmentName(row), counts }];
  });
  const totals = names.map((_, column) => sum(rows.map(({ counts }) => counts[column] ?? 0)));
  // A share of all of a row is the strongest shade, so that rows can be compared.
  const shade = (share: number) => Math.min(Math.ceil(share * rampSteps), rampSteps);
  const picture = (colours: ChartTheme): CellsData => ({
    corner: say.corner,
    columns: [...names, say.total],
    rows: [
      ...rows.map(({ name, counts }) => {
        const all = sum(counts);
        return {
          name,
          cells: [
            ...counts.map((customers) => ({
              text: f.number(customers),
              beneath: f.percent(customers / all, 0),
              shade: shadeOf(shade(customers / all), colours),
            })),
            { text: f.number(all) },
          ],
        };
      }),
      { name: say.total, cells: [...totals, sum(totals)].map((customers) => ({ text: f.number(customers) })) },
    ],
    description: say.title,
  });
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
      tools={
        <SavePicture
          title={say.title}
          note={say.note}
          draw={(size, colours = chartThemes.light) => cells(picture(colours), colours, size)}
          height={cellsHeight(rows.length + 1)}
          testid="compare"
        />
      }
      testid="compare"
    >
      {index === null ? null : (
        <div class="rand">
          <p>
            {say.index} <b data-testid="rand-index">{f.fixed(index, 3)}</b>
          </p>
          <span class="rand-scale" aria-hidden="true">
            <span>{say.scale.chance}</span>
            <span class="rand-bar">
              <span style={{ left: `${Math.min(Math.max(index, 0), 1) * 100}%` }} />
            </span>
            <span>{say.scale.same}</span>
          </span>
          <p class="rand-says">{say.agreement[agreementOf(index)]}</p>
        </div>
      )}
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
            {rows.map(({ name, counts }) => {
              const all = sum(counts);
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
