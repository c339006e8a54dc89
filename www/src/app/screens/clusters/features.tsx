import { useEffect, useState } from "preact/hooks";
import type { FeatureInfo, FeatureParams, Scaling, Transform } from "../../../engine/protocol";
import { Button, Checkbox, Dialog, Method, Select, Wide } from "../../../ui";
import { sameKey } from "../../lesson";
import type { ScreenProps } from "../../screen";

const TRANSFORMS: readonly Transform[] = ["none", "log1p", "yeo_johnson"];
const SCALINGS: readonly Scaling[] = ["standard", "min_max", "robust", "none"];

/** Which features are used and how each is brought to measure; applies as a whole. */
export const FeaturesDialog = (props: ScreenProps & { readonly open: boolean; readonly onClose: () => void }) => {
  const { state, commands, words, open, onClose } = props;
  const { catalog, params } = state.clustering;
  const inForce = params?.features.features ?? [];
  const [chosen, setChosen] = useState<readonly FeatureParams[]>(inForce);
  useEffect(() => {
    if (open) setChosen(inForce);
  }, [open]);
  if (params === null || catalog === null) return null;
  const say = words.clustering.features;
  const toggle = (info: FeatureInfo) =>
    setChosen(
      chosen.some(({ key }) => sameKey(key, info.key))
        ? chosen.filter(({ key }) => !sameKey(key, info.key))
        : inOrder([...chosen, usual(info, params.features.cap !== null)], catalog),
    );
  const change = (key: FeatureParams["key"], patch: Partial<FeatureParams>) =>
    setChosen(chosen.map((one) => (sameKey(one.key, key) ? { ...one, ...patch } : one)));
  const apply = () => {
    onClose();
    commands.sweep({ ...params, features: { ...params.features, features: [...chosen] } });
  };
  return (
    <Dialog
      open={open}
      title={say.title}
      onClose={onClose}
      testid="features-dialog"
      actions={
        <>
          <Button onClick={onClose} testid="features-cancel">
            {say.cancel}
          </Button>
          <Button kind="primary" disabled={chosen.length === 0} onClick={apply} testid="features-apply">
            {say.apply}
          </Button>
        </>
      }
    >
      <p class="note">{say.intro}</p>
      <Wide label={say.title}>
        <table class="table features-table">
          <thead>
            <tr>
              <th scope="col">{say.columns.feature}</th>
              <th scope="col" class="number">
                {say.columns.spread}
              </th>
              <th scope="col" class="number">
                {say.columns.missing}
              </th>
              <th scope="col">{say.columns.transform}</th>
              <th scope="col">{say.columns.scaling}</th>
            </tr>
          </thead>
          <tbody>
            {catalog.map((info, at) => (
              <Row
                key={JSON.stringify(info.key)}
                {...props}
                at={at}
                info={info}
                chosen={chosen.find(({ key }) => sameKey(key, info.key)) ?? null}
                onToggle={() => toggle(info)}
                onChange={(patch) => change(info.key, patch)}
              />
            ))}
          </tbody>
        </table>
      </Wide>
      {chosen.length === 0 ? <p class="field-error">{say.none}</p> : null}
    </Dialog>
  );
};

/** How a feature is used when it is first chosen. */
const usual = (info: FeatureInfo, capped: boolean): FeatureParams => ({
  key: info.key,
  // The logarithm may be suggested for what a cap leaves.
  transform: info.suggested === "log1p" && info.min <= -1 && !capped ? "yeo_johnson" : info.suggested,
  scaling: "standard",
});

/** In the order of the catalogue, so that the same choice is the same settings. */
const inOrder = (chosen: readonly FeatureParams[], catalog: readonly FeatureInfo[]): FeatureParams[] =>
  catalog.flatMap((info) => chosen.filter(({ key }) => sameKey(key, info.key)));

const Row = (
  props: ScreenProps & {
    readonly at: number;
    readonly info: FeatureInfo;
    readonly chosen: FeatureParams | null;
    readonly onToggle: () => void;
    readonly onChange: (patch: Partial<FeatureParams>) => void;
  },
) => {
  const { words, info, chosen, at } = props;
  const say = words.clustering.features;
  const name = words.features.name(info.key);
  const unit = words.features.unit(info.key);
  const figure = (value: number) => (info.key.kind === "share" ? words.f.percent(value) : words.f.compact(value));
  return (
    <tr data-testid={`feature-${at}`}>
      <th scope="row">
        <span class="feature-name">
          <Checkbox label={name} checked={chosen !== null} onChange={props.onToggle} testid={`feature-${at}-use`} />
          {unit === "" ? null : <span class="quiet">{unit}</span>}
          <Method label={`${words.shell.how} ${name}`}>
            <p>{words.features.how[info.key.kind]}</p>
          </Method>
        </span>
      </th>
      <td class="number">{say.spread(figure(info.min), figure(info.median), figure(info.max))}</td>
      <td class="number">{info.missing === 0 ? "–" : words.f.number(info.missing)}</td>
      <td>
        {chosen === null ? null : (
          <Select
            label={say.transformOf(name)}
            labelHidden
            value={chosen.transform}
            testid={`feature-${at}-transform`}
            options={TRANSFORMS.map((value) => ({
              value,
              label: words.features.transforms[value],
              disabled: value === "log1p" && info.min <= -1 && props.state.clustering.params?.features.cap == null,
            }))}
            onChange={(transform) => props.onChange({ transform })}
          />
        )}
      </td>
      <td>
        {chosen === null ? null : (
          <Select
            label={say.scalingOf(name)}
            labelHidden
            value={chosen.scaling}
            testid={`feature-${at}-scaling`}
            options={SCALINGS.map((value) => ({ value, label: words.features.scalings[value] }))}
            onChange={(scaling) => props.onChange({ scaling })}
          />
        )}
      </td>
    </tr>
  );
};
