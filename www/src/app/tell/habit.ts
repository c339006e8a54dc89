import type { Habit, LifeStage, Peak } from "../../engine/protocol";
import type { Words } from "../../words";
import { categoryName } from "../traits";
import type { Fact, Statement } from "./statement";

/** How a segment buys: rhythm, amount, then what stands out. */
export function habitStatements(words: Words, habit: Habit): readonly Statement[] {
  const say = words.personas;
  const weekday = (value: string) => categoryName(words, { kind: "weekday" }, value);
  const month = (value: string) => categoryName(words, { kind: "month" }, value);
  const stands = (
    peak: Peak | null,
    text: (name: string, share: number, overall: number) => string,
    name: (value: string) => string = (value) => value,
  ): readonly Statement[] =>
    peak === null ? [] : [{ text: text(name(peak.value), peak.share, peak.overall), evidence: peakFacts(words, peak) }];
  return [
    gapStatement(words, habit),
    {
      text: say.basket(habit.basket, habit.basketOverall),
      evidence: [
        { term: say.facts.orders, value: words.f.number(habit.orders) },
        { term: say.facts.basket, value: words.f.money(habit.basket) },
        { term: say.facts.basketOverall, value: words.f.money(habit.basketOverall) },
      ],
    },
    ...stands(habit.weekday, say.weekday, weekday),
    ...stands(habit.month, say.month, month),
    ...stands(habit.category, say.category),
    ...stands(habit.channel, say.channel),
  ];
}

function gapStatement(words: Words, { gap, gaps, gapOverall }: Habit): Statement {
  const { f } = words;
  const say = words.personas;
  const counted = { term: say.facts.gaps, value: f.number(gaps) };
  if (gap === null) return { text: say.noGap, evidence: [counted] };
  const [low, median, high] = gap;
  return {
    text: say.gap({ low, median, high, overall: gapOverall }),
    evidence: [
      counted,
      {
        term: say.facts.gapQuartiles,
        value: words.apart.quartiles(f.number(low, 1), f.number(median, 1), f.number(high, 1)),
      },
      ...(gapOverall === null ? [] : [{ term: say.facts.gapOverall, value: f.number(gapOverall, 1) }]),
    ],
  };
}

/** What a value that stands out rests on. */
export function peakFacts(words: Words, peak: Peak): readonly Fact[] {
  const { f } = words;
  const say = words.personas.facts;
  const { facts } = words.apart;
  return [
    { term: say.of, value: f.number(peak.of) },
    { term: say.count, value: f.number(peak.count) },
    { term: facts.share, value: f.percent(peak.share) },
    { term: facts.overall, value: f.percent(peak.overall) },
    { term: facts.index, value: f.number(peak.index) },
  ];
}

/** The stage of most customers of a segment, and how many are going or gone; nothing for a customer file. */
export function stageStatements(
  words: Words,
  stages: readonly LifeStage[],
  customers: number,
  all: number,
): readonly Statement[] {
  const say = words.personas;
  const { facts } = words.apart;
  const { f } = words;
  const [first] = stages;
  if (first === undefined) return [];
  const main = stages.reduce((best, one) => (one.customers > best.customers ? one : best), first);
  const risky = stages.filter(({ stage }) => stage === "drowsy" || stage === "lost");
  const sum = (of: (stage: LifeStage) => number) => risky.reduce((total, stage) => total + of(stage), 0);
  const risk = { customers: sum((stage) => stage.customers), overall: sum((stage) => stage.overall) };
  const share = customers === 0 ? 0 : risk.customers / customers;
  const against = (term: string, count: number, own: number, overall: number): readonly Fact[] => [
    { term: facts.customers, value: f.number(customers) },
    { term, value: f.number(count) },
    { term: facts.share, value: f.percent(own) },
    { term: facts.all, value: f.number(all) },
    { term: facts.overall, value: f.percent(overall) },
  ];
  return [
    {
      text: say.stage(main.stage, main.share, main.overall),
      evidence: against(say.facts.stageCustomers, main.customers, main.share, main.overall),
    },
    {
      text: say.risk(share, risk.overall),
      evidence: against(say.facts.risky, risk.customers, share, risk.overall),
    },
  ];
}
