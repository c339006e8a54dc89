import { roundTicks } from "../../../charts";
import type { LessonMessage } from "../../../engine/protocol";
import type { Words } from "../../../words";
import type { Frame } from "./frame";
import { isNoticeable } from "./tell";
import { useSize } from "./use-size";

/** The inertia after each step, up to the one in sight; once converged, the best known beside it. */
export const Curve = (props: {
  readonly lesson: LessonMessage;
  readonly frame: Frame;
  readonly words: Words;
  readonly type: number;
}) => {
  const { lesson, frame, words, type } = props;
  const { host, size } = useSize();
  const say = words.learn.curve;
  const { steps, best } = lesson.report;
  const highest = Math.max(...steps.map((step) => ("inertia" in step ? step.inertia : 0)));
  const known = frame.inertias.flatMap((inertia, at) => (inertia === null ? [] : [{ at, inertia }]));
  const last = known.at(-1);

  const draw = (width: number, height: number) => {
    const left = type * 4;
    const right = width - type * 1.2;
    const top = type * 2;
    const bottom = height - type * 1.9;
    const x = (at: number) => left + ((at - 0.5) / Math.max(steps.length - 1, 1)) * (right - left);
    const y = (inertia: number) => bottom - (highest > 0 ? inertia / highest : 0) * (bottom - top);
    const ticks = roundTicks(0, highest, Math.max(2, Math.floor((bottom - top) / (type * 2.6))));
    const marks = roundTicks(1, steps.length, Math.max(2, Math.floor((right - left) / (type * 3)))).filter(
      (mark) => Number.isInteger(mark) && mark >= 2,
    );
    // Under its line, out of the way of the curve; above it where there is no room.
    const bestBelow = y(best.inertia) + type * 1.6 < bottom;
    const nearBottom = last !== undefined && y(last.inertia) > bottom - type * 1.8;
    return (
      <svg
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={say.description(known.map(({ inertia }) => inertia))}
      >
        <path class="learn-axis" d={`M${left},${top}V${bottom}H${right}`} />
        {ticks.map((tick) => (
          <text key={tick} x={left - type * 0.5} y={y(tick)} dy="0.35em" text-anchor="end">
            {words.f.compact(tick)}
          </text>
        ))}
        {marks.map((mark) => (
          <text key={mark} x={x(mark - 1)} y={bottom + type * 1.4} text-anchor="middle">
            {words.f.number(mark)}
          </text>
        ))}
        {frame.converged && isNoticeable(best) ? (
          <g class="learn-best">
            <path d={`M${left},${y(best.inertia)}H${right}`} />
            <text
              x={bestBelow ? right : left + type * 0.5}
              y={y(best.inertia) + type * (bestBelow ? 1.2 : -0.45)}
              text-anchor={bestBelow ? "end" : "start"}
            >
              {say.best} {words.learn.inertia(best.inertia)}
            </text>
          </g>
        ) : null}
        <polyline class="learn-curve" points={known.map(({ at, inertia }) => `${x(at)},${y(inertia)}`).join(" ")} />
        {known.map(({ at, inertia }) => (
          <circle
            key={at}
            class={steps[at]?.kind === "assigned" ? "learn-mark learn-mark-open" : "learn-mark"}
            cx={x(at)}
            cy={y(inertia)}
            r={type * (at === last?.at ? 0.42 : 0.3)}
          />
        ))}
        {last === undefined ? null : (
          <text
            class="learn-now"
            x={Math.min(x(last.at) + type * 0.3, right)}
            y={y(last.inertia) - type * (nearBottom ? 0.9 : 0.8)}
            text-anchor={x(last.at) > (left + right) / 2 ? "end" : "start"}
          >
            {words.learn.inertia(last.inertia)}
          </text>
        )}
      </svg>
    );
  };
  return (
    <div class="learn-curve-host" ref={host} data-testid="lesson-curve">
      {size === null ? null : draw(size.width, size.height)}
    </div>
  );
};
