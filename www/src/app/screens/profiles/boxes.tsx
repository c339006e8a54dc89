import type { ComponentChildren } from "preact";
import { useMemo } from "preact/hooks";
import { boxes, ChartFigure, chartThemes, type Size } from "../../../charts";
import type { FigureSpread } from "../../../engine/protocol";
import { Method } from "../../../ui";
import { figureText, unitText } from "../../tell/statement";
import { traitName, traitUnit } from "../../traits";
import type { ProfileView } from "./view";

/** Box plots of a figure by segment. */
export const Boxes = (props: ProfileView & { readonly at: number; readonly tools: ComponentChildren }) => {
  const { report, told, colours, words, theme, at } = props;
  const say = words.profiles.spread;
  const info = report.traits[at];
  const found = report.segments.map(({ traits }) => {
    const one = traits[at];
    return one?.kind === "figure" ? { n: one.n, spread: one.spread } : { n: 0, spread: null };
  });
  const key = info?.key.kind === "figure" ? info.key.feature : null;
  const all = info?.spread.kind === "figure" ? info.spread.spread : null;
  const draw = useMemo(() => {
    if (info === undefined || key === null || all === null) return null;
    const spreads = found.flatMap(({ spread }) => (spread === null ? [] : [spread]));
    const text = figureText(words, key, [all.quartiles[1], ...spreads.map(({ quartiles }) => quartiles[1])]);
    const unit = traitUnit(words, info.key);
    const data = {
      median: all.quartiles[1],
      rows: found.map(({ n, spread }, index) => {
        const name = told[index]?.name ?? "";
        const colour = colours[index];
        return {
          name,
          colour: typeof colour === "number" ? colour : null,
          spread,
          point: spread === null ? say.nobody(name) : say.boxes.point({ name, n, ...boxTexts(spread, text) }),
        };
      }),
    };
    const chartWords = {
      axis:
        unit === "" ? traitName(words, info.key) : words.clusters.scatter.withUnit(traitName(words, info.key), unit),
      log: say.boxes.log,
      median: say.boxes.median(unitText(words, key, [all.quartiles[1]])(all.quartiles[1])),
      value: words.f.compact,
      description: say.boxes.description(traitName(words, info.key), report.segments.length),
    };
    return (size: Size, inks = chartThemes[theme]) => boxes(data, chartWords, inks, size);
  }, [report, at, told, colours, words, theme]);
  if (info === undefined || key === null || all === null || draw === null) return null;
  const name = traitName(words, info.key);
  return (
    <ChartFigure
      title={
        <>
          {name}
          <Method label={`${name}: ${words.shell.how}`}>
            <p>{words.features.how[key.kind]}</p>
            <p>{say.boxes.how}</p>
          </Method>
        </>
      }
      tools={props.tools}
      draw={draw}
      height={chartHeight(report.segments.length)}
      words={words.profiles.chart}
      testid="profile-boxes"
      table={{
        columns: say.boxes.columns,
        rows: found.map(({ n, spread }, index) => [
          told[index]?.name ?? "",
          words.f.number(n),
          ...tableTexts(spread, figureText(words, key, spread === null ? [] : [spread.quartiles[1], spread.mean])),
        ]),
      }}
    />
  );
};

/** Room for so many segments below each other, and for the axis. */
export const chartHeight = (segments: number): number => Math.max(96 + segments * 30, 220);

const boxTexts = ({ whiskers: [low, high], quartiles: [lower, median, upper], mean }: FigureSpread, text: Text) => ({
  low: text(low),
  lower: text(lower),
  median: text(median),
  upper: text(upper),
  high: text(high),
  mean: text(mean),
});

const tableTexts = (spread: FigureSpread | null, text: Text): readonly string[] =>
  [spread?.min, ...(spread?.quartiles ?? [null, null, null]), spread?.max, spread?.mean].map((value) =>
    text(value ?? null),
  );

type Text = (value: number | null) => string;
