import type { Head, ImportParams } from "../../../engine/protocol";
import type { ScreenProps } from "../../screen";

/** What is odd about the form of the file, one line each; nothing where nothing is. */
export const Notes = ({ state, words }: ScreenProps) => {
  const { head, importParams: params } = state;
  if (head === null || params === null) return null;
  const say = words.imports;
  const notes = [
    say.chooseEncoding(params.encoding, head.encodingReason),
    head.badBytes > 0 ? say.badBytes(head.badBytes, params.encoding) : "",
    params.skipLines > 0 && head.skipped.length > 0 ? say.skipped(params.skipLines, head.skipped.map(short)) : "",
    params.spareColumns > 0 ? say.spare(head.columns.length - params.spareColumns + 1, params.spareColumns) : "",
    ...amountNames(head, params).flatMap((name) => {
      const unit = UNIT.exec(name)?.[0];
      return unit === undefined ? [] : [say.unit(name, unit)];
    }),
  ].filter((note) => note !== "");
  if (notes.length === 0) return null;
  return (
    <ul class="import-notes" data-testid="import-notes">
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  );
};

/** Units above one that a column's name can say its amounts are in. */
const UNIT = /[百千]?万元|亿元|千元|百万|万(?=[）)])|\b(?:thousands|millions)\b/i;

const amountNames = ({ columns }: Head, { roles }: ImportParams): string[] =>
  columns.filter((_, at) => roles[at] === "amount" || roles[at] === "price").map(({ name }) => name);

const LONG = 40;

/** A line above the header, without the delimiters that a spreadsheet fills it up with. */
function short(line: string): string {
  const text = line.replace(/[,;\t|\s]+$/, "");
  return text.length > LONG ? `${text.slice(0, LONG)}…` : text;
}
