import { ArrowDown, ArrowUp, Trash2 } from "lucide";
import { useRef, useState } from "preact/hooks";
import type { Rule } from "../../../engine/protocol";
import { Button, Dialog, Icon, Wide } from "../../../ui";
import type { Words } from "../../../words";
import { DIMENSIONS, type DimensionName } from "../../bands";
import { RulesCheck } from "./check";
import { rulesInForce, scoresOf } from "./fit";
import type { SettingsProps } from "./settings";

/** The largest number of rules the engine takes. */
const MOST = 100;

/** Segment rules, changed in place: each change scores again, so that the check always speaks of what is in force. */
export const RulesEditor = (props: SettingsProps & { readonly open: boolean; readonly onClose: () => void }) => {
  const { state, words, report, apply } = props;
  const { rfmParams: params } = state;
  const say = words.rfm.rules;
  const before = useRef(params);
  if (!props.open) before.current = params;
  // Not the report's: a second change may come before the first is scored.
  const rules = rulesInForce(params, report.rules);
  const scores = scoresOf(params.scoring);
  const set = (changed: readonly Rule[]) =>
    apply({ params: { ...params, rules: { kind: "own", rules: [...changed] } }, switched: null });
  const replace = (index: number, rule: Rule) => set(rules.map((old, at) => (at === index ? rule : old)));
  const swap = (index: number, other: number) =>
    set(rules.map((old, at) => (at === index ? (rules[other] ?? old) : at === other ? (rules[index] ?? old) : old)));
  const add = () => {
    const taken = new Set(rules.flatMap(({ name }) => [name, words.rfm.segmentName(name)]));
    let number = rules.length + 1;
    while (taken.has(say.fresh(number))) number += 1;
    set([...rules, { name: say.fresh(number), r: [1, scores[0]], f: [1, scores[1]], m: [1, scores[2]] }]);
  };
  return (
    <Dialog
      open={props.open}
      title={say.title}
      onClose={props.onClose}
      testid="rules-editor"
      actions={
        <>
          <Button
            disabled={params === before.current}
            onClick={() => apply({ params: before.current, switched: null })}
            testid="rules-restore"
          >
            {say.restore}
          </Button>
          <Button kind="primary" onClick={props.onClose} testid="rules-done">
            {say.done}
          </Button>
        </>
      }
    >
      <p class="note">{say.intro}</p>
      <Wide label={say.title}>
        <table class="table rules-table">
          <thead>
            <tr>
              <th scope="col">{say.columns.name}</th>
              <th scope="col">{say.columns.r}</th>
              <th scope="col">{say.columns.f}</th>
              <th scope="col">{say.columns.m}</th>
              <th scope="col" class="number">
                {say.columns.customers}
              </th>
              <td />
            </tr>
          </thead>
          <tbody>
            {rules.map((rule, index) => (
              <tr key={rule.name} data-testid={`rule-${index}`}>
                <th scope="row">
                  <Name
                    rule={rule}
                    index={index}
                    rules={rules}
                    words={words}
                    onChange={(name) => replace(index, { ...rule, name })}
                  />
                </th>
                {DIMENSIONS.map((name, dimension) => (
                  <td key={name}>
                    <Range
                      name={name}
                      range={rule[name]}
                      scores={scores[dimension] ?? 1}
                      words={words}
                      onChange={(range) => replace(index, { ...rule, [name]: range })}
                    />
                  </td>
                ))}
                <td class="number">{words.f.number(report.segments[index]?.customers ?? 0)}</td>
                <td class="rules-tools">
                  <Tool
                    label={say.up(words.rfm.segmentName(rule.name))}
                    icon={ArrowUp}
                    disabled={index === 0}
                    onClick={() => swap(index, index - 1)}
                  />
                  <Tool
                    label={say.down(words.rfm.segmentName(rule.name))}
                    icon={ArrowDown}
                    disabled={index === rules.length - 1}
                    onClick={() => swap(index, index + 1)}
                  />
                  <Tool
                    label={say.remove(words.rfm.segmentName(rule.name))}
                    icon={Trash2}
                    disabled={rules.length === 1}
                    onClick={() => set(rules.filter((_, at) => at !== index))}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
      <Button onClick={add} disabled={rules.length >= MOST} testid="rule-add">
        {say.add}
      </Button>
      <RulesCheck report={report} words={words} />
    </Dialog>
  );
};

const Tool = (props: {
  readonly label: string;
  readonly icon: Parameters<typeof Icon>[0]["of"];
  readonly disabled: boolean;
  readonly onClick: () => void;
}) => (
  <button
    type="button"
    class="tool"
    aria-label={props.label}
    title={props.label}
    disabled={props.disabled}
    onClick={props.onClick}
  >
    <Icon of={props.icon} />
  </button>
);

/** The name of a rule, handed on when the field is left; a shipped name that is left as it is keeps its key. */
const Name = (props: {
  readonly rule: Rule;
  readonly index: number;
  readonly rules: readonly Rule[];
  readonly words: Words;
  readonly onChange: (name: string) => void;
}) => {
  const { rule, index, rules, words } = props;
  const shown = words.rfm.segmentName(rule.name);
  const [wrong, setWrong] = useState(false);
  const commit = (text: string) => {
    const name = text.trim();
    const taken = rules.some(
      (other, at) => at !== index && (other.name === name || words.rfm.segmentName(other.name) === name),
    );
    const reserved = name === "" || name === "others" || name === words.rfm.segmentName("others");
    setWrong(taken || reserved);
    if (!taken && !reserved && name !== shown) props.onChange(name);
  };
  return (
    <>
      <input
        class="control rule-name"
        aria-label={words.rfm.rules.nameOf(index + 1)}
        aria-invalid={wrong}
        defaultValue={shown}
        data-testid={`rule-name-${index}`}
        onBlur={(event) => commit(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter") commit(event.currentTarget.value);
        }}
      />
      {wrong ? <p class="field-error">{words.rfm.rules.badName}</p> : null}
    </>
  );
};

/** From and to, both included; where one passes the other, it takes it along. */
const Range = (props: {
  readonly name: DimensionName;
  readonly range: readonly [number, number];
  readonly scores: number;
  readonly words: Words;
  readonly onChange: (range: [number, number]) => void;
}) => {
  const [low, high] = props.range;
  const say = props.words.rfm.rules;
  const letter = props.name.toUpperCase();
  const choices = Array.from({ length: props.scores }, (_, index) => index + 1);
  const pick = (label: string, value: number, onChange: (value: number) => void) => (
    <select
      class="control select"
      aria-label={label}
      value={String(value)}
      onChange={(event) => onChange(Number(event.currentTarget.value))}
    >
      {choices.map((score) => (
        <option key={score} value={String(score)}>
          {score}
        </option>
      ))}
    </select>
  );
  return (
    <span class="rule-range">
      {pick(say.rangeFrom(letter), low, (from) => props.onChange([from, Math.max(from, high)]))}
      <span aria-hidden="true">–</span>
      {pick(say.rangeTo(letter), high, (to) => props.onChange([Math.min(low, to), to]))}
    </span>
  );
};
