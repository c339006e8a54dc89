import { indigo, indigoDark, slate, slateDark } from "@radix-ui/colors";

export type ThemeName = "light" | "dark";

/** Colours and type of a chart. Constants rather than CSS variables: a chart is drawn before the page has switched its theme. */
export interface ChartTheme {
  readonly text: string;
  readonly muted: string;
  readonly line: string;
  readonly faint: string;
  readonly band: string;
  readonly bar: string;
  readonly barStrong: string;
  /** A strong bar that is pointed at. */
  readonly pointed: string;
  readonly mark: string;
  /** Behind what is chosen. */
  readonly chosen: string;
  /** What to beware of. */
  readonly beware: string;
  /** Behind the chart. */
  readonly page: string;
  /** Segments and clusters, as the tokens `--segment-1` to `--segment-15`. */
  readonly segments: readonly string[];
  /** Customers of no segment, as the token `--segment-others`. */
  readonly others: string;
  /** Magnitude from little to much, as the tokens `--scale-1` to `--scale-8`. */
  readonly scale: readonly string[];
  /** What is written on each of them. */
  readonly scaleInks: readonly string[];
  /** From far below the mean to far above it, as the tokens `--tone-below-4` to `--tone-above-4`. */
  readonly tones: readonly string[];
  /** What is written one, two, three, four steps from the mean. */
  readonly toneInks: readonly string[];
  readonly font: string;
}

const font = 'system-ui, "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif';

/** One ink up to the fifth step of the scale, the other from there on. */
const inks = (weak: string, strong: string): readonly string[] =>
  [1, 2, 3, 4, 5, 6, 7, 8].map((step) => (step < 6 ? weak : strong));

export const chartThemes: Record<ThemeName, ChartTheme> = {
  light: {
    text: slate.slate12,
    muted: slate.slate11,
    line: slate.slate7,
    faint: slate.slate4,
    band: slate.slate3,
    bar: indigo.indigo8,
    barStrong: indigo.indigo9,
    pointed: indigo.indigo12,
    mark: indigo.indigo11,
    chosen: indigo.indigo3,
    beware: "#9a5a00",
    page: slate.slate1,
    segments: [
      "#347a49",
      "#2139c4",
      "#2fd0c0",
      "#4ba5e6",
      "#9259ee",
      "#e6bd03",
      "#d75097",
      "#880701",
      "#e08c50",
      "#434854",
      "#770088",
      "#bb4400",
      "#665588",
      "#99dd88",
      "#99aa88",
    ],
    others: "#b9bbc6",
    scale: ["#edf2fe", "#d2deff", "#abbdf9", "#8da4ef", "#6483e6", "#3e63dd", "#2b4bb8", "#1f2d5c"],
    scaleInks: inks("#1c2024", "#ffffff"),
    tones: ["#84501f", "#c98f57", "#e6c8a6", "#f6ece1", "#f0f0f3", "#e1e9ff", "#abbdf9", "#6f8ce8", "#2b4bb8"],
    toneInks: ["#1c2024", "#1c2024", "#1c2024", "#ffffff"],
    font,
  },
  dark: {
    text: slateDark.slate12,
    muted: slateDark.slate11,
    line: slateDark.slate7,
    faint: slateDark.slate4,
    band: slateDark.slate2,
    bar: indigoDark.indigo8,
    barStrong: indigoDark.indigo10,
    pointed: indigoDark.indigo11,
    mark: indigoDark.indigo11,
    chosen: "#182449",
    beware: "#ffca16",
    page: slateDark.slate1,
    segments: [
      "#00a06e",
      "#4f74cc",
      "#3ce6da",
      "#35bdf5",
      "#a774fd",
      "#fcd276",
      "#f871b2",
      "#b23e1a",
      "#ed570d",
      "#70727d",
      "#883399",
      "#eeaa77",
      "#5533dd",
      "#99bb00",
      "#cceebb",
    ],
    others: "#5a6169",
    scale: ["#182449", "#1d2e62", "#253974", "#304d9c", "#3e63dd", "#6483e6", "#9eb1ff", "#d6e1ff"],
    scaleInks: inks("#ffffff", "#1c2024"),
    tones: ["#e8c39a", "#b98a58", "#6b4a2b", "#35281c", "#212225", "#1d2a52", "#304d9c", "#6f8ce8", "#b4c4ff"],
    toneInks: ["#ffffff", "#ffffff", "#1c2024", "#1c2024"],
    font,
  },
};
