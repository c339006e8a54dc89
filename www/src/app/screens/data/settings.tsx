import type { DateOrder, DecimalMark, Delimiter, Duplicates, Encoding } from "../../../engine/protocol";
import { NumberField, Strip, StripItem, StripSelect } from "../../../ui";
import type { ScreenProps } from "../../screen";
import { columnOf } from "./mapping";

const ENCODINGS: readonly Encoding[] = ["utf8", "gb18030", "big5", "shift_jis", "windows1252", "utf16_le", "utf16_be"];
const DELIMITERS: readonly Delimiter[] = ["comma", "semicolon", "tab", "pipe", "blanks"];
const DATE_ORDERS: readonly DateOrder[] = ["year_first", "day_first", "month_first"];
const DECIMALS: readonly DecimalMark[] = ["point", "comma"];

/** Most lines that can be said to stand above the header. */
const MOST_LINES = 1000;

/** How the file is read, in one quiet line. */
export const Settings = ({ state, commands, words }: ScreenProps) => {
  const { head, read, importParams: params } = state;
  if (head === null || params === null) return null;
  const say = words.data.settings;
  const { terms, imports } = words;
  const disabled = state.busy?.task === "read";
  // Text that only describes makes nothing wrong.
  const guessed = head.columns.flatMap(({ role, reason }) => (role !== null && reason === "content" ? [role] : []));
  const doubtful = [...new Set(guessed)].filter((role) => role !== "attribute");

  const dateColumn = columnOf(params, "date");
  // Once the file is read, what the whole columns settled takes the place of what the head let guess.
  const dateGuess = dateColumn === null ? null : read ? read.dateOrder : (head.columns[dateColumn]?.dateOrder ?? null);
  const numberColumn = columnOf(params, "amount") ?? columnOf(params, "price");
  const decimalGuess =
    numberColumn === null ? null : read ? read.decimal : (head.columns[numberColumn]?.decimal ?? null);
  return (
    <Strip
      label={say.label}
      testid="import-settings"
      beware={doubtful.length > 0 && state.read === null ? say.doubtful(doubtful) : null}
    >
      {head.sheets !== null && head.sheet !== null ? (
        <StripSelect
          label={say.sheet}
          value={head.sheet}
          disabled={disabled}
          testid="sheet"
          options={head.sheets.map(({ name, hidden }) => ({
            value: name,
            label: hidden ? say.hiddenSheet(name) : name,
          }))}
          onChange={commands.setSheet}
        />
      ) : (
        <>
          <StripSelect
            label={imports.encoding}
            value={params.encoding}
            disabled={disabled}
            testid="encoding"
            options={ENCODINGS.map((value) => ({
              value,
              label: value === params.encoding ? imports.encodings(value, head.encodingReason) : terms.encodings[value],
            }))}
            onChange={(encoding) => commands.setImport({ ...params, encoding })}
          />
          <StripSelect
            label={say.delimiter}
            value={params.delimiter}
            disabled={disabled}
            testid="delimiter"
            options={DELIMITERS.map((value) => ({ value, label: terms.delimiters[value] }))}
            onChange={(delimiter) => commands.setImport({ ...params, delimiter })}
          />
        </>
      )}
      <StripItem
        term={imports.skipLines}
        value={imports.skipLinesValue(params.skipLines)}
        disabled={disabled}
        testid="skip-lines"
      >
        <NumberField
          label={imports.skipLines}
          value={params.skipLines}
          min={0}
          max={MOST_LINES}
          step={1}
          note={imports.skipLinesNote}
          wrong={imports.skipLinesWrong}
          testid="skip-lines-value"
          onCommit={(skipLines) => commands.setImport({ ...params, skipLines })}
        />
      </StripItem>
      <StripSelect
        label={say.header}
        value={params.header ? "yes" : "no"}
        disabled={disabled}
        testid="header"
        options={[
          { value: "yes", label: say.headerYes },
          { value: "no", label: say.headerNo },
        ]}
        onChange={(value) => commands.setImport({ ...params, header: value === "yes" })}
      />
      {dateColumn === null ? null : (
        <StripSelect<DateOrder | "auto">
          label={say.dateOrder}
          value={params.dateOrder ?? "auto"}
          disabled={disabled}
          testid="date-order"
          options={[
            { value: "auto", label: dateGuess === null ? say.auto : say.autoGuess(terms.dateOrders[dateGuess]) },
            ...DATE_ORDERS.map((value) => ({ value, label: terms.dateOrders[value] })),
          ]}
          onChange={(value) => commands.setImport({ ...params, dateOrder: value === "auto" ? null : value })}
        />
      )}
      {numberColumn === null ? null : (
        <StripSelect<DecimalMark | "auto">
          label={say.decimal}
          value={params.decimal ?? "auto"}
          disabled={disabled}
          testid="decimal"
          options={[
            { value: "auto", label: decimalGuess === null ? say.auto : say.autoGuess(terms.decimals[decimalGuess]) },
            ...DECIMALS.map((value) => ({ value, label: terms.decimals[value] })),
          ]}
          onChange={(value) => commands.setImport({ ...params, decimal: value === "auto" ? null : value })}
        />
      )}
      <StripSelect<Duplicates>
        label={imports.duplicates}
        value={params.duplicates}
        disabled={disabled}
        testid="duplicates"
        options={[
          { value: "keep", label: imports.keep },
          { value: "drop", label: imports.drop },
        ]}
        onChange={(duplicates) => commands.setImport({ ...params, duplicates })}
      />
    </Strip>
  );
};
