import type { Words } from "../../words";
import { dimensionName } from "../coverage-cells";
import { divisionName } from "../divisions";
import { scoringName } from "../scoring";
import type { State, View } from "../state";
import { traitName } from "../traits";

/** One setting in words. */
export interface SettingTold {
  readonly step: View;
  /** The file it is about, where that stands beside the main one. */
  readonly file?: string;
  readonly name: string;
  readonly value: string;
}

/** What a setting belongs to. */
export const stepTold = ({ step, file }: SettingTold, words: Words): string =>
  words.shell.views[step] + (file === undefined ? "" : words.report.colon + file);

/** The settings of all steps in words, in the order of the steps; for the report and the workbook. */
export const settingsTold = (state: State, words: Words): readonly SettingTold[] => [
  ...importSettings(state, words),
  ...state.companions.flatMap(({ files, head, params, read }) =>
    importSettings({ head, importParams: params, read }, words).map((told) => ({
      ...told,
      file: files[0]?.name ?? "",
    })),
  ),
  ...customerSettings(state, words),
  ...rfmSettings(state, words),
  ...lifecycleSettings(state, words),
  ...clusterSettings(state, words),
  { step: "profiles", name: words.profiles.division, value: divisionName(words, state.insight.division) },
  ...coverageSettings(state, words),
];

type ReadAs = Pick<State, "head" | "importParams" | "read">;

function importSettings({ head, importParams: params, read }: ReadAs, words: Words): SettingTold[] {
  if (head === null || params === null) return [];
  const say = words.data.settings;
  const { terms, imports } = words;
  const step = "data";
  const dateOrder = params.dateOrder ?? read?.dateOrder ?? null;
  const decimal = params.decimal ?? read?.decimal ?? null;
  const roles = params.roles.flatMap((role, at) => {
    const name = head.columns[at]?.name ?? "";
    return role === null ? [] : [{ step, name: words.report.columnAs(name), value: terms.roles[role] } as const];
  });
  return [
    ...(head.sheet === null
      ? [
          { step, name: imports.encoding, value: terms.encodings[params.encoding] } as const,
          { step, name: say.delimiter, value: terms.delimiters[params.delimiter] } as const,
        ]
      : [{ step, name: say.sheet, value: head.sheet } as const]),
    { step, name: imports.skipLines, value: imports.skipLinesValue(params.skipLines) },
    { step, name: say.header, value: params.header ? say.headerYes : say.headerNo },
    ...(dateOrder === null ? [] : [{ step, name: say.dateOrder, value: terms.dateOrders[dateOrder] } as const]),
    ...(decimal === null ? [] : [{ step, name: say.decimal, value: terms.decimals[decimal] } as const]),
    { step, name: imports.duplicates, value: imports[params.duplicates] },
    ...roles,
  ];
}

function customerSettings({ overview, customersParams: params }: State, words: Words): SettingTold[] {
  if (overview === null) return [];
  const say = words.overview;
  const step = "overview";
  const mark =
    params.refundMark.kind === "prefix"
      ? say.mark.value(params.refundMark.prefix)
      : say.mark.options[params.refundMark.kind];
  return [
    { step, name: say.asOf.name, value: words.f.day(overview.asOf) },
    { step, name: say.refunds.name, value: say.refunds.options[params.refunds] },
    { step, name: say.mark.name, value: mark },
    { step, name: say.monetary.name, value: say.monetary.options[params.monetary] },
  ];
}

function rfmSettings({ rfm, rfmParams: params }: State, words: Words): SettingTold[] {
  if (rfm === null) return [];
  const say = words.rfm;
  const step = "rfm";
  const { scoring, tiers } = params;
  const cuts = rfm.dimensions.map(({ cuts }, at) => ({
    step,
    name: words.report.cuts("RFM".charAt(at)),
    value: cuts.map((cut) => (cuts.every(Number.isInteger) ? words.f.number(cut) : words.f.fixed(cut, 2))).join(" / "),
  })) satisfies SettingTold[];
  return [
    { step, name: say.scoring.name, value: scoringName(scoring, words) },
    ...(scoring.kind === "quantile"
      ? [{ step, name: say.scoring.ties, value: say.scoring.tiesOptions[scoring.ties] } as const]
      : []),
    ...cuts.filter(({ value }) => value !== ""),
    { step, name: say.rules.name, value: say.rules.kinds[params.rules.kind] },
    { step, name: say.weights.name, value: say.weights.value(...params.weights) },
    { step, name: say.tiers.name, value: say.tiers.value(tiers.kind, tiers.high, tiers.middle) },
  ];
}

function lifecycleSettings({ lifecycle: { report, params } }: State, words: Words): SettingTold[] {
  if (report === null) return [];
  const { newness, warning, loss, ownGap, day } = words.lifecycle;
  const step = "lifecycle";
  return [
    { step, name: newness.name, value: day(report.newness) },
    { step, name: warning.name, value: day(report.warning) },
    { step, name: loss.name, value: day(report.loss) },
    { step, name: ownGap.name, value: params.ownGap === null ? ownGap.off : ownGap.on(params.ownGap) },
  ];
}

function clusterSettings({ clustering }: State, words: Words): SettingTold[] {
  const { params, report, choice, assigned, brought } = clustering;
  if (params === null || report === null) return [];
  const say = words.clustering;
  const step = "clusters";
  const { features } = params;
  if (assigned && brought !== null) return [{ step, name: words.report.assignedBy, value: brought.from }];
  return [
    ...features.features.map(
      ({ key, transform, scaling }) =>
        ({
          step,
          name: traitName(words, { kind: "figure", feature: key }),
          value: [words.features.transforms[transform], words.features.scalings[scaling]].join(say.join),
        }) as const,
    ),
    { step, name: say.missing.name, value: words.features.missing[features.missing] },
    {
      step,
      name: say.cap.name,
      value: features.cap === null ? say.cap.off : say.cap.value(features.cap.low, features.cap.high),
    },
    { step, name: say.search.name, value: say.search.value(params.effort, params.nInit, params.seed) },
    { step, name: say.method.name, value: say.method.options[choice.method] },
    { step, name: words.report.clusterCount, value: words.f.number(report.clusters.length) },
  ];
}

function coverageSettings({ coverage: { report } }: State, words: Words): SettingTold[] {
  if (report === null) return [];
  const say = words.coverage.settings;
  const step = "coverage";
  const { dimensions, roster, touched, touches, period, before, asOf, target, potential, tier, plan, owner } =
    report.params;
  const { f } = words;
  const told = (name: string, value: string): SettingTold => ({ step, name, value });
  return [
    told(say.dimensions.name, (dimensions ?? []).map((one) => dimensionName(words, one)).join(" × ")),
    ...(roster === null ? [] : [told(say.roster.name, say.roster.names[roster])]),
    ...(touched === null ? [] : [told(say.touches.name, say.touches.value(touched, touches))]),
    ...(period === null ? [] : [told(say.period.name, say.period.value(period.from, period.to))]),
    ...(asOf === null ? [] : [told(say.period.asOf, f.day(asOf))]),
    ...(before === null ? [] : [told(say.period.before, say.period.value(before.from, before.to))]),
    told(say.target.name, f.percent(target)),
    ...(potential === null
      ? []
      : [told(say.potential.name, [potential.column, say.potential.pers[potential.per]].join(words.report.colon))]),
    ...(tier === null ? [] : [told(say.tier.name, dimensionName(words, tier))]),
    ...plan.map((line) => told(words.coverage.plan.perMonthOf(line.tier), f.number(line.perMonth, 1))),
    ...(owner === null ? [] : [told(say.owner.name, dimensionName(words, owner))]),
  ];
}
