import type { Ref } from "preact";
import type { Dimension, RfmReport } from "../../../engine/protocol";
import { Wide } from "../../../ui";
import type { Words } from "../../../words";
import { type Bin, binsOf, DIMENSIONS, type DimensionName } from "../../bands";

/** Per dimension: the cut points, who stands at them, and which scores anyone really has. */
export const TieReport = (props: {
  readonly report: RfmReport;
  readonly words: Words;
  readonly details: Ref<HTMLDetailsElement>;
}) => {
  const { report, words } = props;
  const say = words.rfm.ties;
  return (
    <details class="ties" ref={props.details} data-testid="ties">
      <summary>{say.title}</summary>
      <p class="note">{say.how}</p>
      <div class="distribution-row">
        {DIMENSIONS.map((name, index) => {
          const dimension = report.dimensions[index];
          return dimension ? (
            <One key={name} name={name} dimension={dimension} customers={report.customers} words={words} />
          ) : null;
        })}
      </div>
    </details>
  );
};

const One = (props: {
  readonly name: DimensionName;
  readonly dimension: Dimension;
  readonly customers: number;
  readonly words: Words;
}) => {
  const { name, dimension, customers, words } = props;
  const { f } = words;
  const say = words.rfm.ties;
  const value = (one: number) => (name === "m" ? f.money(one) : f.number(one, 2));
  const values = ({ above, upTo }: Bin): string => {
    if (above === null) return upTo === null ? say.unknown : say.upTo(value(upTo));
    return upTo === null ? say.above(value(above)) : say.between(value(above), value(upTo));
  };
  const mode =
    name === "m"
      ? f.money(dimension.mode)
      : words.overview.distributions.range[name]({ from: dimension.mode, to: dimension.mode });
  return (
    <div data-testid={`ties-${name}`}>
      <Wide label={say.caption(name.toUpperCase(), dimension.surviving, dimension.sizes.length)}>
        <table class="table">
          <caption>{say.caption(name.toUpperCase(), dimension.surviving, dimension.sizes.length)}</caption>
          <thead>
            <tr>
              <th scope="col">{say.columns.score}</th>
              <th scope="col">{say.columns.values}</th>
              <th scope="col" class="number">
                {say.columns.customers}
              </th>
              <th scope="col" class="number">
                {say.columns.atCut}
              </th>
            </tr>
          </thead>
          <tbody>
            {binsOf(name, dimension).map((bin) => (
              <tr key={bin.score}>
                <th scope="row">
                  {name.toUpperCase()}
                  {bin.score}
                </th>
                <td>{values(bin)}</td>
                <td class={bin.customers === 0 ? "number beware" : "number"}>{f.number(bin.customers)}</td>
                <td class="number">{bin.atCut === null ? "–" : f.number(bin.atCut)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
      <p class="note">{say.mode(mode, dimension.modeCount, dimension.modeCount / customers)}</p>
    </div>
  );
};
