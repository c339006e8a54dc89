import type { FeatureInfo, FeatureKey, LessonParams, Sample } from "../../../engine/protocol";
import { Button, Checkbox, Strip, StripSelect } from "../../../ui";
import { sameKey, usualFeatures } from "../../lesson";
import type { ScreenProps } from "../../screen";
import { axesOf } from "./axes";
import type { Taught } from "./use-lesson";

export const SAMPLES: readonly Sample[] = ["blobs", "uneven", "elongated", "scales", "moons", "rings"];
export const CLUSTERS: readonly number[] = [2, 3, 4, 5, 6, 7, 8];
const STARTS = ["random", "plus_plus", "bad"] as const;
/** Share of the squared distances from where on an axis all but decides alone. */
const ALONE = 0.9;

/** What the lesson is about; each choice applies at once. */
export const Settings = (
  props: ScreenProps & {
    readonly params: LessonParams;
    readonly catalog: readonly FeatureInfo[];
    readonly taught: Taught | null;
  },
) => {
  const { commands, words, params, catalog, taught } = props;
  const { data, start, measure, outlier, seed } = params;
  const say = words.learn;
  const own = usualFeatures(catalog);
  const set = commands.setLesson;
  return (
    <Strip label={say.settings} testid="lesson-settings" beware={<Beware words={words} taught={taught} />}>
      <StripSelect
        label={say.data}
        value={data.kind === "sample" ? data.sample : "own"}
        testid="lesson-data"
        options={[
          ...(own === null ? [] : [{ value: "own" as const, label: say.own.name }]),
          ...SAMPLES.map((value) => ({ value, label: say.samples[value].name })),
        ]}
        onChange={(value) => set({ data: value === "own" ? own : { kind: "sample", sample: value } })}
      />
      {data.kind === "sample"
        ? null
        : (["x", "y"] as const).map((axis) => (
            <StripSelect
              key={axis}
              label={say.axis[axis]}
              value={String(indexOf(catalog, data[axis]))}
              testid={`lesson-${axis}`}
              options={catalog.map(({ key }, at) => ({
                value: String(at),
                label: words.features.name(key),
                disabled: sameKey(key, data[axis === "x" ? "y" : "x"]),
              }))}
              onChange={(value) => set({ data: { ...data, [axis]: catalog[Number(value)]?.key ?? data[axis] } })}
            />
          ))}
      <StripSelect
        label={say.k}
        value={String(taught?.lesson.report.k ?? params.k ?? "")}
        testid="lesson-k"
        options={CLUSTERS.map((k) => ({ value: String(k), label: words.f.number(k) }))}
        onChange={(k) => set({ k: Number(k) })}
      />
      <StripSelect
        label={say.start.name}
        value={start.kind}
        testid="lesson-start"
        options={[...STARTS, ...(start.kind === "given" ? (["given"] as const) : [])].map((value) => ({
          value,
          label: say.start.kinds[value],
        }))}
        onChange={(kind) => {
          if (kind !== "given") set({ start: { kind }, ...keptK(params, taught) });
        }}
      />
      {start.kind === "given" ? null : (
        <Button kind="quiet" testid="lesson-reseed" onClick={() => set({ seed: seed + 1 })}>
          {say.start.again}
        </Button>
      )}
      <Checkbox
        label={say.scaling}
        checked={measure !== "raw"}
        testid="lesson-scaling"
        onChange={(scaled) => set({ measure: scaled ? null : "raw" })}
      />
      {data.kind === "sample" ? null : (
        <Checkbox
          label={say.log}
          checked={measure === "log"}
          testid="lesson-log"
          onChange={(log) => set({ measure: log ? "log" : "standard" })}
        />
      )}
      <Checkbox
        label={say.outlier}
        checked={outlier}
        testid="lesson-outlier"
        onChange={(there) => set({ outlier: there })}
      />
    </Strip>
  );
};

/** Centroids put by hand said how many there are; another start keeps their number. */
export const keptK = (params: LessonParams, taught: Taught | null): { k?: number } =>
  params.start.kind === "given" && taught !== null ? { k: taught.lesson.report.k } : {};

const indexOf = (catalog: readonly FeatureInfo[], key: FeatureKey) =>
  catalog.findIndex((info) => sameKey(info.key, key));

/** Without scaling one axis may drown the other. */
const Beware = ({ words, taught }: Pick<ScreenProps, "words"> & { readonly taught: Taught | null }) => {
  if (taught === null || taught.params.measure !== "raw") return null;
  const names = axesOf(taught.params.data, words);
  const axis = taught.lesson.report.axes.findIndex(({ share }) => share >= ALONE);
  const [name, share] = [names[axis]?.name, taught.lesson.report.axes[axis]?.share];
  if (name === undefined || share === undefined) return null;
  return <span data-testid="lesson-beware">{words.learn.beware(name, share)}</span>;
};
