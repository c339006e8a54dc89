import { useEffect, useState } from "preact/hooks";
import type { Monetary, Overview, RefundMark, Refunds } from "../../../engine/protocol";
import { Button, Field, Segmented, Strip, StripItem, StripSelect } from "../../../ui";
import { isoDay, parseIsoDay } from "../../../words/format";
import type { ScreenProps } from "../../screen";

const REFUNDS: readonly Refunds[] = ["net", "drop", "separate"];
const MONETARY: readonly Monetary[] = ["sum", "mean_per_order"];
const MARKS: readonly RefundMark["kind"][] = ["auto", "never", "prefix"];

/** How transactions become customers; each choice applies at once. */
export const Settings = (props: ScreenProps & { readonly report: Overview }) => {
  const { state, commands, words, report } = props;
  const { customersParams: params } = state;
  const say = words.overview;
  return (
    <Strip
      label={say.settings}
      testid="customers-settings"
      beware={report.rowsAfterAsOf > 0 ? say.afterAsOf(report.rowsAfterAsOf) : null}
    >
      <StripItem term={say.asOf.name} value={words.f.day(report.asOf)} testid="as-of">
        <AsOf {...props} />
      </StripItem>
      <StripSelect
        label={say.refunds.name}
        value={params.refunds}
        testid="refunds"
        options={REFUNDS.map((value) => ({ value, label: say.refunds.options[value] }))}
        onChange={(refunds) => commands.setCustomers({ ...params, refunds })}
      />
      <StripItem
        term={say.mark.name}
        value={
          params.refundMark.kind === "prefix"
            ? say.mark.value(params.refundMark.prefix)
            : say.mark.options[params.refundMark.kind]
        }
        testid="refund-mark"
      >
        <Mark {...props} />
      </StripItem>
      <StripSelect
        label={say.monetary.name}
        value={params.monetary}
        testid="monetary"
        options={MONETARY.map((value) => ({ value, label: say.monetary.options[value] }))}
        onChange={(monetary) => commands.setCustomers({ ...params, monetary })}
      />
    </Strip>
  );
};

const AsOf = ({ state, commands, words, report }: ScreenProps & { readonly report: Overview }) => {
  const { customersParams: params } = state;
  const { firstDay } = report;
  const say = words.overview.asOf;
  const [wrong, setWrong] = useState(false);
  const commit = (text: string) => {
    const day = parseIsoDay(text);
    if (day === null) return;
    // A date typed digit by digit passes through years long gone.
    setWrong(day < firstDay);
    if (day >= firstDay && day !== report.asOf) commands.setCustomers({ ...params, asOf: day });
  };
  return (
    <>
      <Field label={say.label} note={say.note} error={wrong ? say.tooEarly(firstDay) : null}>
        {(ids) => (
          <input
            id={ids.id}
            class="control"
            type="date"
            value={isoDay(report.asOf)}
            aria-invalid={ids.invalid}
            aria-describedby={ids.describedBy}
            data-testid="as-of-input"
            onChange={(event) => commit(event.currentTarget.value)}
          />
        )}
      </Field>
      {params.asOf === null ? null : (
        <Button testid="as-of-default" onClick={() => commands.setCustomers({ ...params, asOf: null })}>
          {say.reset}
        </Button>
      )}
    </>
  );
};

const Mark = ({ state, commands, words, report }: ScreenProps & { readonly report: Overview }) => {
  const { customersParams: params } = state;
  const say = words.overview.mark;
  const chosen = params.refundMark;
  const given = chosen.kind === "prefix" ? chosen.prefix : "";
  const [kind, setKind] = useState(chosen.kind);
  const [typed, setTyped] = useState(given);
  useEffect(() => {
    setKind(chosen.kind);
    setTyped(given);
  }, [chosen.kind, given]);

  const set = (refundMark: RefundMark) => commands.setCustomers({ ...params, refundMark });
  const commit = () => {
    const prefix = typed.trim();
    if (prefix !== "" && prefix !== given) set({ kind: "prefix", prefix });
  };
  return (
    <>
      <Segmented
        label={say.name}
        labelHidden
        value={kind}
        testid="refund-mark-kind"
        options={MARKS.map((value) => ({ value, label: say.options[value], hint: say.hints[value] }))}
        onChange={(value) => {
          setKind(value);
          // An empty prefix would mark every order: it waits until something is typed.
          if (value !== "prefix") set({ kind: value });
        }}
      />
      {kind === "prefix" ? (
        <Field label={say.prefix}>
          {(ids) => (
            <input
              id={ids.id}
              class="control"
              value={typed}
              data-testid="refund-prefix"
              onInput={(event) => setTyped(event.currentTarget.value)}
              onBlur={commit}
              onKeyDown={(event) => {
                if (event.key === "Enter") commit();
              }}
            />
          )}
        </Field>
      ) : null}
      {chosen.kind === "never" ? null : <p class="note">{say.caught(report.markedOrders)}</p>}
    </>
  );
};
