import { useEffect, useMemo, useState } from "preact/hooks";
import type { LessonMessage } from "../../../engine/protocol";
import type { Words } from "../../../words";
import { type AxisName, axisTitle, figureOf } from "./axes";
import { Centroid } from "./centroid";
import { type Frame, letterOf, type Point } from "./frame";
import { regionsOf } from "./regions";
import { type Scales, scaleOf, toPixels } from "./scale";
import { isNoticeable } from "./tell";
import { type Size, useSize } from "./use-size";

export interface StageProps {
  readonly lesson: LessonMessage;
  readonly frame: Frame;
  readonly axes: readonly [AxisName, AxisName];
  readonly words: Words;
  /** Height of the letters, in pixels. */
  readonly type: number;
  /** Centroids were put by hand, in the units of the axes. */
  readonly onPut: (centroids: [number, number][]) => void;
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const boxOf = ({ width, height }: Size, type: number): Box => ({
  left: type * 4.2,
  top: type * 2,
  right: width - type,
  bottom: height - type * 3.4,
});

/** The points, the centroids and the ways they went. */
export const Stage = (props: StageProps) => {
  const { host, size } = useSize();
  return (
    <div class="learn-stage" ref={host} data-testid="lesson-stage">
      {size === null ? null : <Picture {...props} size={size} box={boxOf(size, props.type)} />}
    </div>
  );
};

const Picture = (props: StageProps & { readonly size: Size; readonly box: Box }) => {
  const { lesson, frame, axes, words, type, size, box, onPut } = props;
  const { left, top, right, bottom } = box;
  const scales = useMemo((): Scales => {
    const [x, y] = lesson.report.axes;
    const ticks = (length: number, each: number) => Math.max(2, Math.floor(length / (type * each)));
    return {
      x: scaleOf(x, lesson.x, left, right, ticks(right - left, 7)),
      y: scaleOf(y, lesson.y, bottom, top, ticks(bottom - top, 5)),
    };
  }, [lesson, left, right, top, bottom, type]);

  /** Centroids where the hand has them, until the lesson for it is there. */
  const [held, setHeld] = useState<readonly Point[] | null>(null);
  useEffect(() => setHeld(null), [frame]);
  const places = held ?? frame.centroids.map((centroid) => toPixels(scales, centroid));
  const stretch: Point = [scales.x.stretch, scales.y.stretch];
  const shaded = frame.labels !== null;
  const regions = shaded || held !== null ? regionsOf(places, stretch, [left, top, right, bottom]) : [];
  const within = ([x, y]: Point): Point => [Math.max(left, Math.min(x, right)), Math.max(top, Math.min(y, bottom))];
  const put = (cluster: number, to: Point) => {
    const put = places.with(cluster, to);
    setHeld(put);
    // What was not touched stays exactly where it was.
    onPut(
      put.map(([x, y], at): [number, number] => {
        const [ownX, ownY] = frame.centroids[at] ?? [0, 0];
        const untouched = held === null && at !== cluster;
        return untouched ? [ownX, ownY] : [scales.x.value(x), scales.y.value(y)];
      }),
    );
  };
  const figures = [figureOf(words.f, lesson.x), figureOf(words.f, lesson.y)] as const;
  const say = words.learn.stage;
  const { best } = lesson.report;
  return (
    <>
      <svg
        width={size.width}
        height={size.height}
        viewBox={`0 0 ${size.width} ${size.height}`}
        role="img"
        aria-label={say.description(lesson.x.length, axes[0].name, axes[1].name, frame.centroids.length)}
      >
        <Axes scales={scales} box={box} axes={axes} type={type} words={words} height={size.height} />
        {regions.map((region, cluster) => (
          <polygon
            key={cluster}
            class="learn-region"
            data-colour={cluster + 1}
            points={region.map((corner) => corner.map((one) => one.toFixed(1)).join(",")).join(" ")}
          />
        ))}
        <Points
          lesson={lesson}
          frame={frame}
          scales={scales}
          radius={lesson.x.length > 300 ? type * 0.24 : type * 0.31}
        />
        {lesson.report.outlier === null ? null : (
          <Outlier lesson={lesson} scales={scales} type={type} name={say.outlier} />
        )}
        {held === null
          ? frame.trails.map((trail, cluster) => (
              <Trail key={cluster} trail={trail} scales={scales} cluster={cluster} />
            ))
          : null}
        {frame.converged && isNoticeable(best)
          ? best.centroids.map((centroid, at) => <Cross key={at} at={toPixels(scales, centroid)} size={type * 0.55} />)
          : null}
      </svg>
      {places.map((at, cluster) => {
        const centroid = frame.centroids[cluster] ?? [0, 0];
        return (
          <Centroid
            key={cluster}
            at={at}
            colour={cluster + 1}
            letter={letterOf(cluster)}
            within={within}
            onDrag={(to) => setHeld(places.with(cluster, to))}
            onDrop={(to) => put(cluster, to)}
            label={say.centroid(
              letterOf(cluster),
              `${axes[0].name} ${figures[0](centroid[0])}`,
              `${axes[1].name} ${figures[1](centroid[1])}`,
            )}
            kind={say.movable}
          />
        );
      })}
    </>
  );
};

const Axes = (props: {
  readonly scales: Scales;
  readonly box: Box;
  readonly axes: readonly [AxisName, AxisName];
  readonly type: number;
  readonly words: Words;
  readonly height: number;
}) => {
  const { scales, box, axes, type, words, height } = props;
  const { left, top, right, bottom } = box;
  const gap = type * 0.5;
  return (
    <g class="learn-axes">
      <path class="learn-axis" d={`M${left},${top}V${bottom}H${right}`} />
      {scales.x.ticks.map((tick) => (
        <text key={tick} x={scales.x.pixel(tick)} y={bottom + gap + type * 0.8} text-anchor="middle">
          {words.f.compact(tick)}
        </text>
      ))}
      {scales.y.ticks.map((tick) => (
        <text key={tick} x={left - gap} y={scales.y.pixel(tick)} dy="0.35em" text-anchor="end">
          {words.f.compact(tick)}
        </text>
      ))}
      <text class="learn-axis-title" x={right} y={height - type * 0.4} text-anchor="end">
        {axisTitle(axes[0])} →
      </text>
      <text class="learn-axis-title" x={0} y={type} text-anchor="start">
        ↑ {axisTitle(axes[1])}
      </text>
    </g>
  );
};

const Points = ({
  lesson,
  frame,
  scales,
  radius,
}: Pick<StageProps, "lesson" | "frame"> & { scales: Scales; radius: number }) =>
  useMemo(() => {
    const { labels, before } = frame;
    return (
      <g>
        {Array.from(lesson.x, (x, at) => {
          const label = labels?.[at];
          const changed = before !== null && before[at] !== label;
          return (
            <circle
              key={at}
              class={changed ? "learn-point learn-changed" : "learn-point"}
              data-colour={label === undefined ? "others" : label + 1}
              cx={scales.x.pixel(x)}
              cy={scales.y.pixel(lesson.y[at] ?? 0)}
              r={changed ? radius * 1.35 : radius}
            />
          );
        })}
      </g>
    );
  }, [lesson, frame, scales, radius]);

const Outlier = (props: { lesson: LessonMessage; scales: Scales; type: number; name: string }) => {
  const { lesson, scales, type, name } = props;
  const last = lesson.x.length - 1;
  const [x, y] = toPixels(scales, [lesson.x[last] ?? 0, lesson.y[last] ?? 0]);
  return (
    <g class="learn-outlier">
      <circle cx={x} cy={y} r={type * 0.75} />
      <text x={x - type * 1.1} y={y} dy="0.35em" text-anchor="end">
        {name}
      </text>
    </g>
  );
};

const Trail = ({ trail, scales, cluster }: { trail: readonly Point[]; scales: Scales; cluster: number }) => {
  const places = trail.map((point) => toPixels(scales, point));
  return (
    <g class="learn-trail" data-colour={cluster + 1}>
      <polyline points={places.map((place) => place.join(",")).join(" ")} />
      {places.slice(0, -1).map(([x, y], at) => (
        <circle key={at} cx={x} cy={y} r={3} />
      ))}
    </g>
  );
};

const Cross = ({ at: [x, y], size }: { at: Point; size: number }) => (
  <path
    class="learn-cross"
    d={`M${x - size},${y - size}L${x + size},${y + size}M${x - size},${y + size}L${x + size},${y - size}`}
  />
);
