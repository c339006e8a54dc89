import { useMemo } from "preact/hooks";
import { Alert, Headline, Rich, Section } from "../../../ui";
import { tell } from "../../../words/told";
import { defaultLesson } from "../../lesson";
import type { ScreenProps } from "../../screen";
import { axesOf } from "./axes";
import { ClustersTable } from "./clusters-table";
import { Controls } from "./controls";
import { Curve } from "./curve";
import { frameOf } from "./frame";
import { CLUSTERS, keptK, Settings } from "./settings";
import { Stage } from "./stage";
import { isNoticeable, told, toldAtEnd } from "./tell";
import { type Keys, useKeys } from "./use-keys";
import { type Taught, useLesson } from "./use-lesson";
import { type Player, usePlayer } from "./use-player";
import { useProjector } from "./use-projector";

/** Height of the letters in the pictures, in pixels. */
const TYPE = 13;
const PROJECTED_TYPE = 24;

/** k-means step by step, for a class and for one alone. */
export const Learn = (props: ScreenProps) => {
  const { state, commands, words } = props;
  const { taught, params, catalog, error } = useLesson(state, commands);
  const player = usePlayer(taught);
  const projector = useProjector();
  const { toStep, toggle, at, last } = player;
  const set = commands.setLesson;
  const keys: Keys = {
    ArrowRight: () => toStep(at + 1),
    ArrowLeft: () => toStep(at - 1),
    Home: () => toStep(0),
    End: () => toStep(last),
    " ": toggle,
    f: projector.toggle,
    ...(projector.projecting ? { Escape: projector.leave } : {}),
    ...(params === null
      ? {}
      : {
          s: () => set({ measure: params.measure === "raw" ? null : "raw" }),
          o: () => set({ outlier: !params.outlier }),
          b: () => set({ start: { kind: "bad" }, seed: params.seed + 1, ...keptK(params, taught) }),
          n: () =>
            set({
              ...(params.start.kind === "given" ? { start: defaultLesson.start } : {}),
              seed: params.seed + 1,
              ...keptK(params, taught),
            }),
        }),
    ...Object.fromEntries(CLUSTERS.map((k) => [String(k), () => set({ k })])),
  };
  useKeys(keys);
  const problem = error === null ? null : tell(words, error, "");
  return (
    <div
      class={projector.projecting ? "screen learn learn-projected" : "screen learn"}
      ref={projector.screen}
      data-testid="learn"
    >
      {taught === null ? (
        <h1 class="visually-hidden">{words.learn.title}</h1>
      ) : (
        <Told {...props} taught={taught} at={at} />
      )}
      {params === null ? null : <Settings {...props} params={params} catalog={catalog} taught={taught} />}
      {problem === null ? null : (
        <Alert kind="error" title={problem.title} testid="lesson-error">
          <p>{problem.text}</p>
        </Alert>
      )}
      {taught === null ? null : (
        <Lesson
          {...props}
          taught={taught}
          player={player}
          projecting={projector.projecting}
          onProject={projector.toggle}
        />
      )}
    </div>
  );
};

/** The step in one sentence, and what it is all about. */
const Told = ({ words, taught, at }: ScreenProps & { readonly taught: Taught; readonly at: number }) => {
  const { lesson, params } = taught;
  const { report } = lesson;
  const say = words.learn;
  const [x, y] = axesOf(params.data, words);
  const shown = lesson.x.length - (report.outlier === null ? 0 : 1);
  const below = [lesson.x, lesson.y].map((values) => values.some((value) => value < 0));
  const drawnIn = report.axes.some(({ log }, axis) => log && below[axis]);
  const ends = toldAtEnd(words, lesson, at);
  return (
    <header class="learn-told">
      <div aria-live="polite">
        <Headline say={told(words, lesson, params, at)} />
        {ends.length === 0 ? null : (
          <p class="learn-under">
            {ends.map((sentence, index) => (
              <span
                key={index}
                class={index === 0 && !isNoticeable(report.best) ? "good" : "beware"}
                data-testid={index === 0 ? "lesson-end" : "lesson-outlier-end"}
              >
                <Rich say={sentence} />{" "}
              </span>
            ))}
          </p>
        )}
      </div>
      {ends.length > 0 ? null : (
        <p class="learn-under quiet" data-testid="lesson-about">
          {params.data.kind === "sample"
            ? say.samples[params.data.sample].teaches
            : say.own.told(x.name, y.name, shown, report.customers, report.dropped, drawnIn)}
        </p>
      )}
    </header>
  );
};

const Lesson = (
  props: ScreenProps & {
    readonly taught: Taught;
    readonly player: Player;
    readonly projecting: boolean;
    readonly onProject: () => void;
  },
) => {
  const { commands, words, taught, player, projecting, onProject } = props;
  const { lesson, params } = taught;
  const frame = useMemo(() => frameOf(lesson, player.at), [lesson, player.at]);
  const axes = axesOf(params.data, words);
  const type = projecting ? PROJECTED_TYPE : TYPE;
  const say = words.learn;
  return (
    <div class="learn-lesson">
      <div class="learn-main">
        <Stage
          lesson={lesson}
          frame={frame}
          axes={axes}
          words={words}
          type={type}
          onPut={(centroids) => commands.setLesson({ start: { kind: "given", centroids } })}
        />
        <p class="note learn-hint">
          {frame.converged && isNoticeable(lesson.report.best) ? say.stage.better : say.stage.hint}
        </p>
      </div>
      <div class="learn-side">
        <Section title={say.curve.title} note={say.curve.note}>
          <Curve lesson={lesson} frame={frame} words={words} type={type} />
        </Section>
        <ClustersTable lesson={lesson} frame={frame} axes={axes} words={words} />
      </div>
      <Controls player={player} words={words} projecting={projecting} onProject={onProject} />
    </div>
  );
};
