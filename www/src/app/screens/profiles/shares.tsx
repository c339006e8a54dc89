import type { ComponentChildren } from "preact";
import { useMemo } from "preact/hooks";
import { ChartFigure, chartThemes, type Size, shares } from "../../../charts";
import { Method } from "../../../ui";
import { categoryName, traitName } from "../../traits";
import { chartHeight } from "./boxes";
import { partsOf } from "./parts";
import type { ProfileView } from "./view";

/** Shares of a trait's categories by segment, below those of all customers. */
export const Shares = (props: ProfileView & { readonly at: number; readonly tools: ComponentChildren }) => {
  const { report, told, words, theme, at } = props;
  const say = words.profiles.spread;
  const info = report.traits[at];
  const parted = useMemo(() => partsOf(report, at), [report, at]);
  const draw = useMemo(() => {
    if (info === undefined || parted === null) return null;
    const parts = [
      ...parted.values.map((value) => categoryName(words, info.key, value)),
      ...(parted.others ? [say.shares.others] : []),
    ];
    const row = (name: string, n: number, own: readonly number[] | null) => ({
      name,
      shares: own,
      point:
        own === null
          ? say.nobody(name)
          : say.shares.point({ name, n, parts: own.map((share, part) => say.shares.part(parts[part] ?? "", share)) }),
    });
    const data = {
      parts,
      others: parted.others,
      rows: [
        row(words.profiles.table.all, info.n, parted.all),
        ...parted.segments.map(({ n, shares: own }, index) => row(told[index]?.name ?? "", n, own)),
      ],
    };
    const chartWords = {
      share: (share: number) => words.f.percent(share, 0),
      description: say.shares.description(traitName(words, info.key), report.segments.length),
    };
    return { parts, of: (size: Size, inks = chartThemes[theme]) => shares(data, chartWords, inks, size) };
  }, [report, at, told, words, theme, parted]);
  if (info === undefined || parted === null || draw === null) return null;
  const name = traitName(words, info.key);
  const texts = (own: readonly number[] | null) =>
    draw.parts.map((_, part) => (own === null ? "–" : words.f.percent(own[part] ?? 0)));
  return (
    <ChartFigure
      title={
        <>
          {name}
          <Method label={`${name}: ${words.shell.how}`}>
            <p>{say.shares.how}</p>
          </Method>
        </>
      }
      tools={props.tools}
      draw={draw.of}
      height={chartHeight(report.segments.length + 1)}
      words={words.profiles.chart}
      testid="profile-shares"
      table={{
        columns: [say.boxes.columns[0] ?? "", words.apart.facts.n, ...draw.parts],
        rows: [
          [words.profiles.table.all, words.f.number(info.n), ...texts(parted.all)],
          ...parted.segments.map(({ n, shares: own }, index) => [
            told[index]?.name ?? "",
            words.f.number(n),
            ...texts(own),
          ]),
        ],
      }}
    />
  );
};
