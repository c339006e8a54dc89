import type { RfmReport } from "../../../engine/protocol";
import { Section, Share, Wide } from "../../../ui";
import type { ScreenProps } from "../../screen";
import { amountDecimals } from "../../short";

/** High, middle and low value; a row chooses its customers. */
export const TierTable = ({ state, commands, words, report }: ScreenProps & { readonly report: RfmReport }) => {
  const { f } = words;
  const say = words.rfm.tiers;
  const { query, rfmParams } = state;
  const cents = amountDecimals(report.tiers.map((row) => row.value));
  const most = Math.max(...report.tiers.flatMap((row) => [row.customerShare, row.valueShare ?? 0]));
  return (
    <Section
      title={say.title}
      note={say.value(rfmParams.tiers.kind, rfmParams.tiers.high, rfmParams.tiers.middle)}
      class="tiers"
    >
      <Wide label={say.title}>
        <table class="table segments" data-testid="tiers-table">
          <thead>
            <tr>
              <th scope="col">{say.columns.tier}</th>
              <th scope="col" class="number">
                {say.columns.customers}
              </th>
              <th scope="col">{say.columns.customerShare}</th>
              <th scope="col">{say.columns.valueShare}</th>
              <th scope="col" class="number">
                {say.columns.value}
              </th>
              <th scope="col" class="number">
                {say.columns.from}
              </th>
            </tr>
          </thead>
          <tbody>
            {report.tiers.map((row, index) => (
              <tr
                key={say.names[index]}
                class={`segment-row ${query.tier === index ? "segment-chosen" : ""}`}
                data-testid={`tier-${index}`}
                onClick={() => commands.setQuery({ tier: query.tier === index ? null : index })}
              >
                <th scope="row">
                  <button type="button" class="segment-name" aria-pressed={query.tier === index}>
                    {say.names[index]}
                  </button>
                </th>
                <td class="number">{f.number(row.customers)}</td>
                <td>
                  <Share share={row.customerShare} most={most} text={f.percent} />
                </td>
                <td>
                  <Share share={row.valueShare} most={most} text={f.percent} strong />
                </td>
                <td class="number">{f.fixed(row.value, cents)}</td>
                <td class="number">{row.from === null ? "–" : f.fixed(row.from, 2)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
    </Section>
  );
};
