import type { CoverageParams, GridDimension, Outcome, Per, Roster, Span, TouchKind } from "../../../engine/protocol";
import { Button, NumberField, Segmented, Select, Strip, StripItem } from "../../../ui";
import { defaultCoverage, sameDimension } from "../../coverage";
import { dimensionName } from "../../coverage-cells";
import { DayField, SpanFields } from "./span";
import { TierFields } from "./tier";
import type { CoverageView } from "./view";

const PERS: readonly Per[] = ["month", "quarter", "year", "period"];
const NONE = "";

/** What coverage is told of; each choice applies at once. */
export const Settings = (props: CoverageView) => {
  const { state, commands, report, words, dimensions } = props;
  const { params: chosen } = state.coverage;
  const { params, inputs } = report;
  const { f } = words;
  const say = words.coverage.settings;
  const set = (patch: Partial<CoverageParams>) => commands.setCoverage({ ...chosen, ...patch });
  const busy = state.busy !== null;
  const offered = inputs.dimensions.map(({ dimension }) => dimension);
  const { period, before } = params;
  const isOwn = JSON.stringify(chosen) === JSON.stringify(defaultCoverage);
  return (
    <Strip label={say.label} testid="coverage-settings">
      <StripItem
        term={say.dimensions.name}
        value={dimensions.map(({ name }) => name).join(" × ")}
        testid="dimensions"
        disabled={busy}
      >
        <Dimensions {...props} onChange={(dimensions) => set({ dimensions })} />
      </StripItem>
      {inputs.listed && inputs.orders ? (
        <StripItem term={say.roster.name} value={say.roster.names[params.roster ?? "buyers"]} testid="roster">
          <Segmented<Roster>
            label={say.roster.name}
            value={params.roster ?? "buyers"}
            testid="roster-choice"
            options={(["listed", "buyers"] as const).map((value) => ({
              value,
              label: say.roster.names[value],
              hint: say.roster.hints[value],
            }))}
            onChange={(roster) => set({ roster })}
          />
        </StripItem>
      ) : null}
      {params.touched === null ? null : (
        <StripItem
          term={say.touches.name}
          value={say.touches.value(params.touched, params.touches)}
          testid="touches"
          disabled={busy}
        >
          {inputs.contacts && inputs.orders ? (
            <Segmented<TouchKind>
              label={say.touches.kind}
              value={params.touched}
              testid="touch-kind"
              options={(["contacts", "purchases"] as const).map((value) => ({
                value,
                label: say.touches.kinds[value],
              }))}
              onChange={(touched) => set({ touched })}
            />
          ) : null}
          <NumberField
            label={say.touches.least}
            value={params.touches}
            min={1}
            max={1000}
            step={1}
            wrong={say.touches.wrong}
            testid="touches-least"
            onCommit={(touches) => set({ touches })}
          />
          {params.touched === "contacts" && inputs.outcomes.length > 0 ? (
            <Select
              label={say.outcome}
              value={params.outcome === null ? NONE : JSON.stringify(params.outcome)}
              testid="outcome"
              options={[
                ...(params.outcome === null ? [{ value: NONE, label: say.none }] : []),
                ...inputs.outcomes.flatMap(({ name, values }) =>
                  values.map((value) => ({
                    value: JSON.stringify({ column: name, value }),
                    label: `${name} = ${value}`,
                  })),
                ),
              ]}
              onChange={(value) => (value === NONE ? undefined : set({ outcome: JSON.parse(value) as Outcome }))}
            />
          ) : null}
        </StripItem>
      )}
      {period === null ? null : (
        <StripItem
          term={say.period.name}
          value={say.period.value(period.from, period.to)}
          testid="period"
          disabled={busy}
        >
          <SpanFields
            label={say.period.name}
            span={period}
            words={words}
            testid="period"
            onChange={(period: Span) => set({ period, before: null, asOf: null })}
          />
          <DayField
            label={say.period.asOf}
            note={say.period.asOfNote}
            wrong={say.period.asOfWrong}
            day={params.asOf ?? period.to}
            first={period.from}
            last={period.to}
            testid="as-of"
            onChange={(asOf) => set({ period, asOf: asOf === period.to ? null : asOf })}
          />
          {before === null ? null : (
            <SpanFields
              label={say.period.before}
              span={before}
              words={words}
              testid="before"
              onChange={(before: Span) => set({ before })}
            />
          )}
        </StripItem>
      )}
      <StripItem term={say.target.name} value={f.percent(params.target, 0)} testid="target" disabled={busy}>
        <NumberField
          label={say.target.name}
          value={Math.round(params.target * 1000) / 10}
          min={0}
          max={100}
          unit="%"
          note={inputs.targetRows === null ? say.target.note : say.target.file}
          wrong={say.target.wrong}
          testid="target-input"
          onCommit={(percent) => set({ target: percent / 100 })}
        />
      </StripItem>
      <StripItem
        term={say.potential.name}
        value={params.potential?.column ?? say.none}
        testid="potential"
        disabled={busy || inputs.figures.length === 0}
      >
        <Select
          label={say.potential.column}
          value={params.potential?.column ?? NONE}
          testid="potential-column"
          options={[
            ...(params.potential === null ? [{ value: NONE, label: say.none }] : []),
            ...inputs.figures.map((name) => ({ value: name, label: name })),
          ]}
          onChange={(column) =>
            column === NONE ? undefined : set({ potential: { column, per: params.potential?.per ?? "year" } })
          }
        />
        {params.potential === null ? null : (
          <Select<Per>
            label={say.potential.per}
            value={params.potential.per}
            testid="potential-per"
            options={PERS.map((value) => ({ value, label: say.potential.pers[value] }))}
            onChange={(per) => set({ potential: { column: params.potential?.column ?? "", per } })}
          />
        )}
      </StripItem>
      <StripItem
        term={say.tier.name}
        value={params.tier === null ? say.none : dimensionName(words, params.tier)}
        testid="tier"
        disabled={busy}
      >
        <TierFields {...props} offered={offered} set={set} />
      </StripItem>
      <StripItem
        term={say.owner.name}
        value={params.owner === null ? say.none : dimensionName(words, params.owner)}
        testid="owner"
        disabled={busy}
      >
        <Select
          label={say.owner.column}
          value={indexOf(offered, params.owner)}
          testid="owner-column"
          options={[
            ...(params.owner === null ? [{ value: "-1", label: say.none }] : []),
            ...offered.map((one, at) => ({ value: String(at), label: dimensionName(words, one) })),
          ]}
          onChange={(at) => set({ owner: offered[Number(at)] ?? null, capacities: [] })}
        />
        <NumberField
          label={say.owner.capacity}
          value={params.capacity ?? 0}
          min={0}
          max={1_000_000}
          note={say.owner.note}
          wrong={say.owner.wrong}
          testid="capacity"
          onCommit={(capacity) => set({ capacity: capacity === 0 ? null : capacity })}
        />
      </StripItem>
      {isOwn ? null : (
        <Button
          kind="quiet"
          testid="coverage-reset"
          disabled={busy}
          onClick={() => commands.setCoverage(defaultCoverage)}
        >
          {say.reset}
        </Button>
      )}
    </Strip>
  );
};

const indexOf = (offered: readonly GridDimension[], wanted: GridDimension | null): string =>
  String(offered.findIndex((one) => sameDimension(one, wanted)));

/** One to three dimensions, each once. */
const Dimensions = ({
  report,
  words,
  onChange,
}: CoverageView & { readonly onChange: (dimensions: GridDimension[]) => void }) => {
  const say = words.coverage.settings.dimensions;
  const chosen = report.params.dimensions ?? [];
  const offered: readonly GridDimension[] = [
    ...report.inputs.dimensions.map(({ dimension }) => dimension),
    { kind: "score" },
  ];
  return (
    <>
      {say.places.map((label, place) => {
        if (place > chosen.length) return null;
        const free = offered.filter(
          (one) => sameDimension(one, chosen[place] ?? null) || !chosen.some((other) => sameDimension(one, other)),
        );
        return (
          <Select
            key={label}
            label={label}
            value={chosen[place] === undefined ? NONE : JSON.stringify(chosen[place])}
            testid={`dimension-${place + 1}`}
            options={[
              ...(place === 0 ? [] : [{ value: NONE, label: words.coverage.settings.none }]),
              ...free.map((one) => ({ value: JSON.stringify(one), label: dimensionName(words, one) })),
            ]}
            onChange={(value) => {
              const found = free.find((one) => JSON.stringify(one) === value);
              onChange(found === undefined ? chosen.slice(0, place) : chosen.toSpliced(place, 1, found));
            }}
          />
        );
      })}
      <p class="note">{say.note}</p>
    </>
  );
};
