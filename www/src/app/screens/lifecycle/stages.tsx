import type { LifecycleReport } from "../../../engine/protocol";
import { Method, Section, Share, Swatch, Wide } from "../../../ui";
import type { Words } from "../../../words";
import { STAGE_COLOURS } from "../../colours";

/** How many customers are in which stage, and what they brought. */
export const Stages = ({ report, words }: { readonly report: LifecycleReport; readonly words: Words }) => {
  const { f } = words;
  const say = words.lifecycle.stages;
  const { columns } = say;
  const shares = report.stages.map(({ share }) => share);
  const values = report.stages.map(({ valueShare }) => valueShare);
  const most = Math.max(...shares, ...values.map((value) => value ?? 0));
  return (
    <Section
      title={
        <>
          {say.title}
          <Method label={`${say.title}: ${words.shell.how}`} testid="stages-how">
            {say.how.map((line) => (
              <p key={line}>{line}</p>
            ))}
          </Method>
        </>
      }
      note={say.note}
      testid="stages"
    >
      <div class="stage-bars" aria-hidden="true">
        <Bar name={columns.customers} shares={shares} />
        {values.every((value) => value !== null && value >= 0) ? (
          <Bar name={columns.value} shares={values.map((value) => value ?? 0)} />
        ) : null}
      </div>
      <Wide label={say.title}>
        <table class="table stages" data-testid="stages-table">
          <thead>
            <tr>
              <th scope="col">{columns.stage}</th>
              <th scope="col" class="number">
                {columns.customers}
              </th>
              <th scope="col">{columns.share}</th>
              <th scope="col" class="number">
                {columns.value}
              </th>
              <th scope="col">{columns.valueShare}</th>
              <th scope="col" class="number">
                {columns.recency}
              </th>
            </tr>
          </thead>
          <tbody>
            {report.stages.map((row, index) => (
              <tr key={row.stage} data-testid={`stage-${row.stage}`}>
                <th scope="row">
                  <span class="stage-name">
                    <Swatch colour={STAGE_COLOURS[index]} />
                    {words.terms.stages[row.stage]}
                  </span>
                  <span class="note stage-means">{say.means[row.stage]}</span>
                </th>
                <td class="number">{f.number(row.customers)}</td>
                <td>
                  <Share share={row.share} most={most} text={f.percent} />
                </td>
                <td class="number">{f.money(row.value)}</td>
                <td>
                  <Share share={row.valueShare} most={most} text={f.percent} strong />
                </td>
                <td class="number">{row.recency === null ? "–" : f.number(row.recency, 1)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
      {report.prospects === null ? null : (
        <p class="note" data-testid="prospects">
          {say.prospects(report.prospects)}
        </p>
      )}
    </Section>
  );
};

/** Shares side by side, in the order and the colours of the stages. */
const Bar = ({ name, shares }: { readonly name: string; readonly shares: readonly number[] }) => (
  <div class="stage-bar">
    <span class="note">{name}</span>
    <span class="stage-bar-parts">
      {shares.map((share, index) => (
        <span key={index} data-colour={STAGE_COLOURS[index]} style={{ width: `${share * 100}%` }} />
      ))}
    </span>
  </div>
);
