// biome-ignore-all lint/a11y: a table walked through cell by cell is a grid, and its cells hold the focus.
import { useRef, useState } from "preact/hooks";
import { cells, cellsHeight, chartThemes, SavePicture, toneOf, toneRange, toneSteps } from "../../../charts";
import { Method, Section, Swatch, Wide } from "../../../ui";
import { colourOf } from "../../cluster-colours";
import { heatCells, heatFormats } from "../../drawings/heat";
import type { ClusterView } from "./view";

interface Place {
  readonly cluster: number;
  readonly feature: number;
}

/** Clusters by features: means in their units, coloured by how far they lie from the mean of all. */
export const HeatMap = (props: ClusterView) => {
  const { report, names, words, marked, onPoint } = props;
  const say = words.clusters.heat;
  const table = useRef<HTMLTableElement>(null);
  const [at, setAt] = useState<Place>({ cluster: 0, feature: 0 });
  // The cell that holds the focus may be gone with its cluster or its feature.
  const here = report.clusters[at.cluster] && report.features[at.feature] ? at : { cluster: 0, feature: 0 };
  const [pointed, setPointed] = useState<Place | null>(null);
  const formats = heatFormats(report, words);

  const point = (place: Place | null) => {
    setPointed(place);
    onPoint(place?.cluster ?? null);
  };
  const walk = (event: KeyboardEvent, { cluster, feature }: Place) => {
    const last = { cluster: report.clusters.length - 1, feature: report.features.length - 1 };
    const to: Record<string, Place> = {
      ArrowRight: { cluster, feature: Math.min(feature + 1, last.feature) },
      ArrowLeft: { cluster, feature: Math.max(feature - 1, 0) },
      ArrowDown: { cluster: Math.min(cluster + 1, last.cluster), feature },
      ArrowUp: { cluster: Math.max(cluster - 1, 0), feature },
      Home: { cluster, feature: 0 },
      End: { cluster, feature: last.feature },
    };
    const next = to[event.key];
    if (next === undefined) return;
    event.preventDefault();
    table.current?.querySelector<HTMLElement>(`[data-place="${next.cluster}-${next.feature}"]`)?.focus();
  };
  const details = ({ cluster, feature }: Place): readonly string[] => {
    const one = report.features[feature];
    const format = formats[feature];
    const row = report.clusters[cluster];
    if (!one || !format || !row) return [];
    const [mean, median, standardised] = [one.means[cluster], one.medians[cluster], one.standardised[cluster]];
    if (mean == null || median == null || standardised == null) return [say.detail.none];
    return [
      say.detail.mean(format(mean)),
      say.detail.median(format(median)),
      say.detail.all(format(one.mean)),
      say.sd(standardised),
      say.detail.customers(row.customers),
    ];
  };
  const nameOf = ({ cluster, feature }: Place): string => {
    const key = report.features[feature]?.key;
    return key === undefined ? "" : `${names[cluster]} · ${words.features.name(key)}`;
  };

  return (
    <Section
      title={
        <>
          {say.title}
          <Method label={`${say.title}: ${words.shell.how}`}>
            <p>{words.clusters.how.standardised}</p>
          </Method>
        </>
      }
      note={say.note}
      tools={
        <SavePicture
          title={say.title}
          note={say.note}
          draw={(size, theme = chartThemes.light) => cells(heatCells(report, names, words, theme), theme, size)}
          height={cellsHeight(report.clusters.length + 1)}
          testid="heat-map"
        />
      }
      testid="heat-map"
    >
      <Wide label={say.title}>
        <table ref={table} class="heat" role="grid" aria-label={say.title} onMouseLeave={() => point(null)}>
          <thead>
            <tr>
              <th scope="col">{say.cluster}</th>
              {report.features.map(({ key }) => (
                <th key={JSON.stringify(key)} scope="col" title={words.features.name(key)}>
                  {words.features.short(key)}
                  <span class="heat-unit">{words.features.unit(key)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {report.clusters.map((_, cluster) => (
              <tr key={cluster} class={marked === cluster ? "heat-marked" : ""}>
                <th scope="row">
                  <Swatch colour={colourOf(cluster)} />
                  {names[cluster]}
                </th>
                {report.features.map((feature, index) => {
                  const place = { cluster, feature: index };
                  const mean = feature.means[cluster] ?? null;
                  const standardised = feature.standardised[cluster] ?? null;
                  return (
                    <td
                      key={JSON.stringify(feature.key)}
                      role="gridcell"
                      class="heat-cell"
                      data-tone={toneOf(standardised ?? 0)}
                      data-place={`${cluster}-${index}`}
                      tabIndex={here.cluster === cluster && here.feature === index ? 0 : -1}
                      aria-label={[nameOf(place), ...details(place)].join(", ")}
                      onMouseEnter={() => point(place)}
                      onFocus={() => {
                        setAt(place);
                        point(place);
                      }}
                      onBlur={() => point(null)}
                      onKeyDown={(event) => walk(event, place)}
                    >
                      <b>{mean === null ? "–" : formats[index]?.(mean)}</b>
                      {standardised === null ? null : <span class="heat-sd">{say.sd(standardised)}</span>}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{say.all}</th>
              {report.features.map(({ key, mean }, index) => (
                <td key={JSON.stringify(key)}>{formats[index]?.(mean)}</td>
              ))}
            </tr>
          </tfoot>
        </table>
      </Wide>
      <div class="heat-foot">
        {pointed === null ? (
          <p class="note">{say.hint}</p>
        ) : (
          <p class="heat-detail" aria-hidden="true">
            <b>{nameOf(pointed)}</b>
            {details(pointed).map((detail) => (
              <span key={detail}>{detail}</span>
            ))}
          </p>
        )}
        <p class="heat-legend note">
          {say.low} {say.sd(-toneRange)}
          <span class="map-ramp" aria-hidden="true">
            {Array.from({ length: 2 * toneSteps + 1 }, (_, step) => (
              <span key={step} data-tone={step - toneSteps} />
            ))}
          </span>
          {say.sd(toneRange)} {say.high}
        </p>
      </div>
    </Section>
  );
};
