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
  readonly font: string;
}

const font = 'system-ui, "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif';

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
    font,
  },
};
