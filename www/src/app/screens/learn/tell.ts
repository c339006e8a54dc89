import type { BestKnown, LessonMessage, LessonParams } from "../../../engine/protocol";
import type { Words } from "../../../words";
import type { Sentence } from "../../../words/sentence";
import { letterOf } from "./frame";

/** Lower by less than this share, and nobody would see a difference. */
const NOTICEABLE = 0.001;

export const isNoticeable = ({ gain }: BestKnown): boolean => gain >= NOTICEABLE;

/** What just happened, in one sentence with its numbers. */
export function told(words: Words, lesson: LessonMessage, params: LessonParams, at: number): Sentence {
  const say = words.learn.steps;
  const { steps, k } = lesson.report;
  const step = steps[at];
  const before = steps[at - 1];
  const from = before !== undefined && "inertia" in before ? before.inertia : null;
  switch (step?.kind) {
    case "seeded":
      return say.seeded[params.start.kind](k);
    case "assigned":
      return from === null ? say.first(lesson.x.length, step.inertia) : say.assigned(step.changed, from, step.inertia);
    case "moved":
      return step.refilled.length > 0
        ? say.refilled(step.refilled.map(letterOf), from ?? step.inertia, step.inertia)
        : say.moved(from ?? step.inertia, step.inertia);
    case "converged":
      return say.converged(step.iterations, step.inertia);
    default:
      return [];
  }
}

/** What there is to say of where it ended; nothing before. */
export function toldAtEnd(words: Words, { report }: LessonMessage, at: number): readonly Sentence[] {
  if (report.steps[at]?.kind !== "converged") return [];
  const say = words.learn.ends;
  const { best, outlier, k } = report;
  const found = isNoticeable(best) ? say.better(best.gain, best.inertia) : say.best(best.starts);
  if (outlier === null) return [found];
  const name = letterOf(outlier.cluster);
  return [found, outlier.alone ? say.alone(name, k) : say.pulls(name, outlier.share)];
}
