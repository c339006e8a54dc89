import { useState } from "preact/hooks";
import { cells, cellsHeight, chartThemes, rampSteps, SavePicture, scaleOf } from "../../../charts";
import type { Cell, RfmReport } from "../../../engine/protocol";
import { type Colour, Method, Section, Select, Swatch } from "../../../ui";
import type { Words } from "../../../words";
import { type Measure, mapCells, measureOf } from "../../drawings/map";
import type { ScreenProps } from "../../screen";
import { short } from "../../short";
import { RfMap } from "./map";
import { Segments } from "./segments";

const MEASURES: readonly Measure[] = ["mean", "value", "customers"];

/** The map and the segments side by side; what is pointed at or chosen in one shows in the other. */
export const ChartAndTable = (
  props: ScreenProps & { readonly report: RfmReport; readonly colours: readonly Colour[] },
) => {
  const { state, commands, words, report, colours } = props;
  const { query } = state;
  const say = words.rfm;
  const [measure, setMeasure] = useState<Measure>("mean");
  const [cell, setCell] = useState<Cell | null>(null);
  const [segment, setSegment] = useState<number | null>(null);
  const chosenPlace = query.r === null || query.f === null ? null : { r: query.r, f: query.f };
  const chosenCell = report.cells.find(({ r, f }) => r === query.r && f === query.f) ?? null;
  return (
    <div class="chart-and-table">
      <Section
        title={say.map.title}
        note={state.theme === "dark" ? say.map.noteDark : say.map.note}
        tools={
          <>
            <Select
              label={say.map.colour}
              labelHidden
              value={measure}
              testid="rfm-map-colour"
              options={MEASURES.map((value) => ({ value, label: say.map.colours[value] }))}
              onChange={setMeasure}
            />
            <SavePicture
              title={say.map.title}
              note={say.map.picture(measure)}
              draw={(size, theme = chartThemes.light) => cells(mapCells(report, measure, words, theme), theme, size)}
              height={cellsHeight(report.dimensions[1].sizes.length)}
              testid="rfm-map"
            />
          </>
        }
      >
        <RfMap
          report={report}
          words={words}
          colours={colours}
          measure={measure}
          chosen={chosenPlace}
          marked={segment ?? query.segment}
          onPoint={setCell}
          onChoose={({ r, f }) =>
            commands.setQuery(query.r === r && query.f === f ? { r: null, f: null } : { r, f, segment: null })
          }
        />
        <Detail cell={cell ?? chosenCell} report={report} colours={colours} words={words} measure={measure} />
      </Section>
      <Section
        title={
          <>
            {say.table.title}
            <Method label={`${say.table.title}: ${words.shell.how}`}>
              <p>{say.table.how}</p>
            </Method>
          </>
        }
        note={say.table.note}
      >
        <Segments
          report={report}
          words={words}
          colours={colours}
          chosen={query.segment}
          marked={(cell ?? chosenCell)?.segment ?? null}
          onPoint={setSegment}
          onChoose={(index) =>
            commands.setQuery(query.segment === index ? { segment: null } : { segment: index, r: null, f: null })
          }
        />
      </Section>
    </div>
  );
};

/** The figures of one cell; while none is pointed at, what the colours mean. */
const Detail = (props: {
  readonly cell: Cell | null;
  readonly report: RfmReport;
  readonly colours: readonly Colour[];
  readonly words: Words;
  readonly measure: Measure;
}) => {
  const { cell, report, colours, words, measure } = props;
  const say = words.rfm.map;
  if (cell !== null) {
    const name = cell.segment === null ? null : report.segments[cell.segment]?.name;
    return (
      <p class="map-detail" aria-hidden="true">
        <b>{say.detail(cell.r, cell.f)}</b>
        {name && cell.segment !== null ? (
          <span>
            <Swatch colour={colours[cell.segment]} />
            {words.rfm.segmentName(name)}
          </span>
        ) : null}
        <span>{cell.customers === 0 ? say.empty : say.customers(cell.customers)}</span>
        {cell.customers === 0 ? null : (
          <>
            <span>{say.mean(cell.value / cell.customers)}</span>
            <span>{say.total(cell.value)}</span>
          </>
        )}
      </p>
    );
  }
  const scale = scaleOf(report.cells.filter(({ customers }) => customers > 0).map((one) => measureOf(one, measure)));
  if (scale === null) return <p class="map-detail" />;
  return (
    <p class="map-detail">
      <span>{say.colours[measure]}</span>
      <span class="map-legend">
        {short(scale.min, scale.max, words.f)}
        <span class="map-ramp" aria-hidden="true">
          {Array.from({ length: rampSteps }, (_, index) => (
            <span key={index} data-shade={index + 1} />
          ))}
        </span>
        {short(scale.max, scale.max, words.f)}
      </span>
      {scale.log ? <span>{say.log}</span> : null}
    </p>
  );
};
