import { Button, Wide } from "../../../ui";
import type { CoverageView } from "./view";

/** Figures of the example: market customers, market sales, those of the period before, target coverage, target sales. */
const EXAMPLE = [
  [120, 1_200_000, 1_100_000, 0.9, 300_000],
  [85, 640_000, 660_000, 0.8, 150_000],
] as const;

/** What a file with market figures looks like, and what it would add. */
export const MarketEmpty = ({ commands, words, dimensions, cells }: CoverageView) => {
  const { f } = words;
  const say = words.market.empty;
  const { columns } = say;
  return (
    <section class="market-empty" data-testid="market-empty">
      <h2>{say.title}</h2>
      <p>{say.text(dimensions.map(({ name }) => name))}</p>
      <Wide label={say.example}>
        <table class="table market-example">
          <caption>{say.example}</caption>
          <thead>
            <tr>
              {dimensions.map(({ name }) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
              <th scope="col">{columns.period}</th>
              {[columns.universe, columns.market, columns.marketBefore, columns.rate, columns.target].map((name) => (
                <th key={name} scope="col" class="number">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {EXAMPLE.map(([universe, sold, before, rate, target], at) => (
              <tr key={universe}>
                {dimensions.map(({ name, segments }, dimension) => (
                  <td key={name}>{segments[cells[at]?.place[dimension] ?? 0] ?? ""}</td>
                ))}
                <td>{say.period}</td>
                {[f.number(universe), f.number(sold), f.number(before), f.percent(rate, 0), f.number(target)].map(
                  (figure) => (
                    <td key={figure} class="number">
                      {figure}
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
      <ul class="market-adds">
        {say.adds.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <div class="actions">
        <Button kind="primary" onClick={() => commands.go("data")} testid="market-to-data">
          {say.toData}
        </Button>
        <span class="note">{say.without}</span>
      </div>
    </section>
  );
};
