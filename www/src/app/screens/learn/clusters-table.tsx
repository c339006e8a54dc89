import type { LessonMessage } from "../../../engine/protocol";
import { Section, Wide } from "../../../ui";
import { Swatch } from "../../../ui/segment";
import type { Words } from "../../../words";
import { type AxisName, figureOf } from "./axes";
import { type Frame, letterOf } from "./frame";

/** The clusters at this step: how many customers, and where the centroid is. */
export const ClustersTable = (props: {
  readonly lesson: LessonMessage;
  readonly frame: Frame;
  readonly axes: readonly [AxisName, AxisName];
  readonly words: Words;
}) => {
  const { lesson, frame, axes, words } = props;
  const figures = [figureOf(words.f, lesson.x), figureOf(words.f, lesson.y)];
  const say = words.learn.clusters;
  return (
    <Section title={say.title} class="learn-clusters">
      <Wide label={say.title} testid="lesson-clusters">
        <table class="table">
          <thead>
            <tr>
              <th scope="col">{say.cluster}</th>
              <th scope="col" class="number">
                {say.customers}
              </th>
              {axes.map((axis) => (
                <th key={axis.name} scope="col" class="number">
                  {axis.name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {frame.centroids.map((centroid, cluster) => (
              <tr key={cluster}>
                <th scope="row">
                  <Swatch colour={cluster + 1} /> {letterOf(cluster)}
                </th>
                <td class="number">{frame.labels === null ? say.none : words.f.number(frame.sizes[cluster] ?? 0)}</td>
                {centroid.map((value, axis) => (
                  <td key={axis} class="number">
                    {figures[axis]?.(value)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
    </Section>
  );
};
