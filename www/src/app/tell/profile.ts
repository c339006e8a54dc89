import type { ProfileReport, RuleCondition, SegmentProfile } from "../../engine/protocol";
import type { Words } from "../../words";
import type { Sentence } from "../../words/sentence";
import { segmentName } from "../divisions";
import { amountDecimals } from "../short";
import { categoryName, traitName } from "../traits";
import { differenceStatement } from "./differences";
import type { Statement, unitText } from "./statement";

/** What is said of a segment. */
export interface SegmentTold {
  /** Its place among the names of the division. */
  readonly segment: number;
  readonly name: string;
  /** Fewer than 30 customers. */
  readonly small: boolean;
  readonly size: Statement;
  /** Null for a customer file. */
  readonly value: Statement | null;
  /** What sets it apart, the surest first, at most three; phrases without a full stop. */
  readonly differences: readonly Statement[];
  /** The same as one sentence. */
  readonly apart: string;
  /** Null where no rule is better than taking everyone, and for a small segment. */
  readonly rule: Statement | null;
}

/** How many differences are named. */
const most = 3;

/** What is said of the segments of a division, in their order. */
export const tellProfile = (words: Words, report: ProfileReport): readonly SegmentTold[] =>
  report.segments.map((segment) => tellSegment(words, report, segment));

/** What is said of one segment. */
export function tellSegment(words: Words, report: ProfileReport, segment: SegmentProfile): SegmentTold {
  const differences = segment.differences
    .map((difference) => differenceStatement(words, report, segment, difference))
    .filter((statement) => statement !== null)
    .slice(0, most);
  return {
    segment: segment.segment,
    name: segmentName(words, report.division, segment.name, segment.segment),
    small: segment.small,
    size: sizeStatement(words, report, segment),
    value: valueStatement(words, report, segment),
    differences,
    apart: differences.length === 0 ? words.apart.nothing : words.apart.sentence(differences.map(({ text }) => text)),
    rule: ruleStatement(words, report, segment),
  };
}

/** The segment that brings most, or has most customers where there is no value. */
export function foremost(report: ProfileReport): SegmentProfile | null {
  const weight = ({ value, customers }: SegmentProfile) => value ?? customers;
  return report.segments.reduce<SegmentProfile | null>(
    (best, one) => (best === null || weight(one) > weight(best) ? one : best),
    null,
  );
}

/** What the screen and the report open with: what sets the foremost segment apart. */
export function profileHeadline(words: Words, report: ProfileReport): Sentence {
  const segment = foremost(report);
  if (segment === null) return [words.profiles.nobody];
  const told = tellSegment(words, report, segment);
  return words.profiles.headline({
    name: told.name,
    share: segment.share,
    value: segment.valueShare,
    apart: told.differences[0]?.text ?? null,
  });
}

function sizeStatement(words: Words, report: ProfileReport, segment: SegmentProfile): Statement {
  const { f } = words;
  const { facts } = words.apart;
  return {
    text: words.profiles.size(segment.customers, segment.share),
    evidence: [
      { term: facts.customers, value: f.number(segment.customers) },
      { term: facts.all, value: f.number(report.customers) },
      { term: facts.share, value: f.percent(segment.share) },
    ],
  };
}

function valueStatement(words: Words, report: ProfileReport, segment: SegmentProfile): Statement | null {
  const decimals = amountDecimals(report.segments.map(({ meanValue }) => meanValue));
  if (segment.value === null || segment.meanValue === null || report.value === null) return null;
  const { f } = words;
  const { facts } = words.apart;
  return {
    text: words.profiles.value(segment.valueShare, f.number(segment.meanValue, decimals)),
    evidence: [
      { term: facts.value, value: f.money(segment.value) },
      { term: facts.valueAll, value: f.money(report.value) },
      ...(segment.valueShare === null ? [] : [{ term: facts.share, value: f.percent(segment.valueShare) }]),
      { term: facts.customers, value: f.number(segment.customers) },
    ],
  };
}

function ruleStatement(words: Words, report: ProfileReport, { rule, small }: SegmentProfile): Statement | null {
  // A handful of customers is no ground for a rule.
  if (rule === null || small) return null;
  const { f } = words;
  const { facts } = words.apart;
  return {
    text: words.apart.rule(
      rule.conditions.map((condition) => conditionText(words, report, condition)),
      rule,
    ),
    evidence: [
      { term: facts.named, value: f.number(rule.named) },
      { term: facts.right, value: f.number(rule.right) },
      { term: facts.precision, value: f.percent(rule.precision) },
      { term: facts.recall, value: f.percent(rule.recall) },
    ],
  };
}

/** A condition of a rule in words. */
function conditionText(words: Words, report: ProfileReport, { at, test }: RuleCondition): string {
  const info = report.traits[at];
  if (info === undefined) return "";
  const name = traitName(words, info.key);
  const category = (index: number) =>
    info.spread.kind === "categories" ? categoryName(words, info.key, info.spread.values[index] ?? "") : "";
  switch (test.kind) {
    case "is":
      return words.apart.is(name, category(test.category));
    case "is_not":
      return words.apart.isNot(name, test.categories.map(category));
    case "within": {
      if (info.key.kind !== "figure") return "";
      const key = info.key.feature;
      const bound = (value: number | null) => (value === null ? null : exact(words, key, value));
      return words.apart.within(name, bound(test.low), bound(test.high));
    }
  }
}

/** A bound with all its digits, for it must part the same customers when it is applied by hand. */
const exact = (words: Words, key: Parameters<typeof unitText>[1], value: number): string =>
  key.kind === "share" ? words.f.percent(value, 2) : words.apart.unit(key, words.f.number(value, 6));
