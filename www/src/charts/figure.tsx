import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { useId } from "../ui/id";
import { Chart, type ChartChoice } from "./chart";
import type { Drawing, Size } from "./drawing";
import { SavePicture } from "./save";
import type { ChartTable } from "./table";
import type { ChartTheme } from "./theme";

/** A chart with its title and its table; the reader chooses which of the two is shown. */
export function ChartFigure(props: {
  readonly title: ComponentChildren;
  /** Depth of the title among those of the page. */
  readonly level?: 2 | 3;
  readonly note?: ComponentChildren;
  /** What can be set about it, under its title. */
  readonly tools?: ComponentChildren;
  /** In the colours of the page unless others are given. */
  readonly draw: (size: Size, theme?: ChartTheme) => Drawing;
  readonly height: number;
  /** Its table; none where the page shows it beside the chart. */
  readonly table?: ChartTable;
  readonly words?: { readonly showTable: string; readonly showChart: string };
  readonly testid: string;
  /** With it, a click or an arrow key chooses a datum. */
  readonly choice?: ChartChoice;
  readonly onPoint?: (index: number | null) => void;
}) {
  const { table, words } = props;
  const [asTable, setAsTable] = useState(false);
  const title = useId();
  const Title = `h${props.level ?? 3}` as const;
  return (
    <figure class="chart-figure" aria-labelledby={title}>
      <figcaption class="chart-caption">
        <Title id={title} class="chart-title">
          {props.title}
        </Title>
        <div class="chart-tools">
          {table && words ? (
            <button
              type="button"
              class="button button-quiet chart-switch"
              data-testid={`${props.testid}-switch`}
              aria-describedby={title}
              onClick={() => setAsTable(!asTable)}
            >
              {asTable ? words.showChart : words.showTable}
            </button>
          ) : null}
          <SavePicture {...props} />
        </div>
        {props.note ? <p class="note chart-note">{props.note}</p> : null}
        {props.tools}
      </figcaption>
      {asTable && table ? (
        <section
          class="chart-table-scroll"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
          tabIndex={0}
          aria-labelledby={title}
          style={{ "--chart-height": `${props.height}px` }}
        >
          <table class="chart-table">
            <thead>
              <tr>
                {table.columns.map((column, index) => (
                  <th key={column} scope="col" class={index > 0 ? "number" : ""}>
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {table.rows.map(([name, ...figures]) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  {figures.map((figure, index) => (
                    <td key={table.columns[index + 1]} class="number">
                      {figure}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ) : (
        <Chart
          draw={props.draw}
          height={props.height}
          testid={props.testid}
          choice={props.choice}
          onPoint={props.onPoint}
        />
      )}
    </figure>
  );
}
