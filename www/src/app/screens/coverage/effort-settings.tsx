import type { CellCost, ReallocationParams } from "../../../engine/protocol";
import { Button, NumberField, Segmented, Select, Slider, Strip, StripItem } from "../../../ui";
import { ownersCapacities, percentOf, withCapacities, withCost, withDimension } from "../../effort";
import { Bound } from "./effort-bound";
import type { CoverageView } from "./view";

/** The curve that is first offered: its marginal returns fall, and half of the sales stay. */
const USUAL_CURVE = { kind: "adbudg", shape: 1, kept: 0.5 } as const;

/** The model, what every cell keeps, and what segments cost and can do. */
export const EffortSettings = (props: CoverageView) => {
  const { state, commands, words } = props;
  const { reallocationParams: params } = state.coverage;
  const { model } = params;
  const say = words.effort;
  const set = (patch: Partial<ReallocationParams>) => commands.setReallocation({ ...params, ...patch });
  return (
    <Strip label={say.best.settings} testid="effort-settings">
      <StripItem term={say.model.name} value={say.model.kinds[model.kind]} testid="model">
        <Segmented
          label={say.model.name}
          value={model.kind}
          testid="model-kind"
          options={(["constant", "adbudg"] as const).map((kind) => ({
            value: kind,
            label: say.model.kinds[kind],
            hint: say.model.hints[kind],
          }))}
          onChange={(kind) => set({ model: kind === "constant" ? { kind } : USUAL_CURVE })}
        />
        {model.kind === "constant" ? null : (
          <>
            <NumberField
              label={say.model.shape}
              value={model.shape}
              min={0.1}
              max={10}
              note={say.model.shapeNote}
              wrong={say.model.shapeWrong}
              testid="shape"
              onCommit={(shape) => set({ model: { ...model, shape } })}
            />
            <NumberField
              label={say.model.kept}
              value={percentOf(model.kept)}
              min={0}
              max={99}
              unit="%"
              wrong={say.model.keptWrong}
              testid="kept"
              onCommit={(percent) => set({ model: { ...model, kept: percent / 100 } })}
            />
          </>
        )}
      </StripItem>
      <StripItem term={say.floor.name} value={say.floor.value(params.floor)} testid="floor">
        <Slider
          label={say.floor.name}
          value={percentOf(params.floor)}
          min={0}
          max={100}
          step={5}
          unit={say.floor.unit}
          note={say.floor.note}
          wrong={say.floor.wrong}
          testid="floor-slider"
          onCommit={(percent) => set({ floor: percent / 100 })}
        />
      </StripItem>
      <Costs {...props} />
    </Strip>
  );
};

/** What the segments of a dimension cost and can do. */
const Costs = ({ state, commands, words, dimensions, report }: CoverageView) => {
  const { reallocationParams: params } = state.coverage;
  const say = words.effort.by;
  const by = params.by === null ? undefined : dimensions[params.by];
  const names = params.by === null ? [] : (report.now.names[params.by] ?? []);
  const lineOf = (segment: string): CellCost | undefined => params.costs.find((one) => one.segment === segment);
  const put = (segment: string, own: Partial<Omit<CellCost, "segment">>) =>
    commands.setReallocation(withCost(params, segment, own));
  const owners = ownersCapacities(report, params.by);
  const known = names.filter((name) => lineOf(name) !== undefined).length;
  return (
    <StripItem term={say.name} value={by === undefined ? say.none : say.own(by.name, known)} testid="costs">
      <Select
        label={say.label}
        value={params.by === null ? "" : String(params.by)}
        testid="costs-by"
        options={[
          { value: "", label: say.none },
          ...dimensions.map(({ name }, at) => ({ value: String(at), label: name })),
        ]}
        onChange={(at) => commands.setReallocation(withDimension(params, at === "" ? null : Number(at)))}
      />
      {by === undefined ? null : (
        <table class="table costs-table" data-testid="costs-table">
          <thead>
            <tr>
              <th scope="col">{by.name}</th>
              <th scope="col" class="number">
                {say.cost}
              </th>
              <th scope="col" class="number">
                {say.capacity}
              </th>
            </tr>
          </thead>
          <tbody>
            {names.map((name, at) => {
              const shown = by.segments[at] ?? name;
              return (
                <tr key={name}>
                  <th scope="row">{shown}</th>
                  <td class="number">
                    <Bound
                      label={say.costOf(shown)}
                      value={lineOf(name)?.cost ?? null}
                      least={1e-6}
                      most={1e9}
                      usual={words.f.number(params.cost, 2)}
                      wrong={words.effort.cost.wrong}
                      onCommit={(cost) => put(name, { cost })}
                      testid={`cost-${at}`}
                    />
                  </td>
                  <td class="number">
                    <Bound
                      label={say.capacityOf(shown)}
                      value={lineOf(name)?.capacity ?? null}
                      usual={say.unlimited}
                      wrong={words.effort.table.wrong}
                      onCommit={(capacity) => put(name, { capacity })}
                      testid={`capacity-${at}`}
                    />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      {owners.length === 0 ? null : (
        <Button onClick={() => commands.setReallocation(withCapacities(params, owners))} testid="owners-capacities">
          {say.fromPlan}
        </Button>
      )}
      <p class="note">{say.note}</p>
    </StripItem>
  );
};
