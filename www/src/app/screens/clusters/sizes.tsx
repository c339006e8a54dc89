import type { ClusterRow } from "../../../engine/protocol";
import { Method, Section, Share, Swatch, Wide } from "../../../ui";
import { colourOf } from "../../cluster-colours";
import { Rename } from "./rename";
import type { ClusterView } from "./view";

/** The clusters, one row each; a row stands out in every picture, and its name can be changed. */
export const Sizes = (
  props: ClusterView & {
    readonly chosen: number | null;
    readonly onChoose: (cluster: number) => void;
    readonly onRename: (cluster: number, name: string) => void;
  },
) => {
  const { report, names, words, chosen, marked } = props;
  const { f } = words;
  const say = words.clusters.sizes;
  const { clusters } = report;
  const valued = clusters.some(({ valueShare }) => valueShare !== null);
  const rated = clusters.some(({ stability }) => stability !== null);
  const most = Math.max(...clusters.flatMap((row) => [row.share, row.valueShare ?? 0]));
  const unstable = clusters.flatMap(({ stability }, index) =>
    stability?.band === "unstable" ? [names[index] ?? ""] : [],
  );
  return (
    <Section
      title={
        <>
          {say.title}
          <Method label={`${say.title}: ${words.shell.how}`}>
            <p>{words.clusters.how.sizes}</p>
            {rated ? <p>{words.clusters.how.stability}</p> : null}
          </Method>
        </>
      }
      note={say.note}
    >
      <Wide label={say.title}>
        <table class="table segments sizes" data-testid="clusters-table">
          <thead>
            <tr>
              <th scope="col">{say.columns.cluster}</th>
              <th scope="col" class="number">
                {say.columns.customers}
              </th>
              <th scope="col">{say.columns.share}</th>
              {valued ? <th scope="col">{say.columns.valueShare}</th> : null}
              <th scope="col" class="number">
                {say.columns.silhouette}
              </th>
              {rated ? <th scope="col">{say.columns.stability}</th> : null}
            </tr>
          </thead>
          <tbody>
            {clusters.map((row, index) => {
              const name = names[index] ?? "";
              return (
                <tr
                  key={index}
                  class={`segment-row ${chosen === index ? "segment-chosen" : ""} ${marked === index ? "segment-marked" : ""}`}
                  data-testid={`cluster-${index}`}
                  onClick={() => props.onChoose(index)}
                  onMouseEnter={() => props.onPoint(index)}
                  onMouseLeave={() => props.onPoint(null)}
                >
                  <th scope="row">
                    <span class="sizes-name">
                      <Rename
                        name={name}
                        words={words}
                        testid={`rename-${index}`}
                        onRename={(to) => props.onRename(index, to)}
                      >
                        <button
                          type="button"
                          class="segment-name"
                          aria-pressed={chosen === index}
                          onFocus={() => props.onPoint(index)}
                          onBlur={() => props.onPoint(null)}
                        >
                          <Swatch colour={colourOf(index)} />
                          {name}
                        </button>
                      </Rename>
                    </span>
                  </th>
                  <td class="number">{f.number(row.customers)}</td>
                  <td>
                    <Share share={row.share} most={most} text={f.percent} />
                  </td>
                  {valued ? (
                    <td>
                      <Share share={row.valueShare} most={most} text={f.percent} strong />
                    </td>
                  ) : null}
                  <td class="number">{row.silhouette === null ? "–" : f.fixed(row.silhouette, 3)}</td>
                  {rated ? (
                    <td>
                      <Stability value={row.stability} {...props} />
                    </td>
                  ) : null}
                </tr>
              );
            })}
          </tbody>
        </table>
      </Wide>
      {unstable.length === 0 ? null : (
        <p class="sizes-beware" role="status" data-testid="unstable">
          {say.warning(unstable, clusters.length)}
        </p>
      )}
    </Section>
  );
};

/** A stability with its band in words. */
const Stability = ({ value, words }: Pick<ClusterView, "words"> & { readonly value: ClusterRow["stability"] }) =>
  value === null ? (
    <>–</>
  ) : (
    <span class={`stability stability-${value.band}`}>
      <b>{words.f.fixed(value.jaccard, 2)}</b> <span>{words.clusters.sizes.bands[value.band]}</span>
    </span>
  );
