// biome-ignore-all lint/a11y: a table walked through cell by cell is a grid, and its cells hold the focus.
import { ChevronDown, ChevronRight } from "lucide";
import { Icon } from "../../../ui";
import { type Place, shownCategories, type TableRow } from "../../tell/table-rows";
import type { ProfileView } from "./view";

/** A row of the comparison: a trait's figure or one of its categories, of all customers and of each segment. */
export const Row = (
  props: ProfileView & {
    readonly row: TableRow;
    /** Counted over all groups. */
    readonly place: number;
    /** The cell that can be tabbed to. */
    readonly stop: Place;
    /** Whether more than one of the categories is shown. */
    readonly opened: boolean;
    readonly nameAt: (place: Place) => string;
    readonly onToggle: () => void;
    readonly onPoint: (place: Place) => void;
    readonly onFocus: (place: Place) => void;
    readonly onWalk: (event: KeyboardEvent, place: Place) => void;
  },
) => {
  const { report, row, place, stop, words } = props;
  return (
    <tr>
      <th scope="row">
        <RowName {...props} />
      </th>
      <td class="profile-all">{row.all}</td>
      {row.cells.map((cell, segment) => {
        const here = { row: place, segment };
        return (
          <td
            key={report.segments[segment]?.segment}
            role="gridcell"
            class="heat-cell"
            data-tone={cell.tone}
            data-place={`${place}-${segment}`}
            tabIndex={stop.row === place && stop.segment === segment ? 0 : -1}
            aria-label={[
              props.nameAt(here),
              cell.text,
              ...cell.facts.map(({ term, value }) => `${term} ${value}`),
            ].join(words.clustering.join)}
            onMouseEnter={() => props.onPoint(here)}
            onFocus={() => props.onFocus(here)}
            onKeyDown={(event) => props.onWalk(event, here)}
          >
            {cell.text}
          </td>
        );
      })}
    </tr>
  );
};

/** The name of a figure with its unit; of categories the trait before the first, with the way to the others. */
const RowName = (props: {
  readonly report: ProfileView["report"];
  readonly words: ProfileView["words"];
  readonly row: TableRow;
  readonly opened: boolean;
  readonly onToggle: () => void;
}) => {
  const { report, words, row, opened } = props;
  const say = words.profiles.table;
  if (row.category === null)
    return (
      <>
        {row.name}
        {row.detail === "" ? null : <span class="heat-unit">{row.detail}</span>}
      </>
    );
  if (row.category > 0) return <span class="profile-category">{row.detail}</span>;
  const spread = report.traits[row.at]?.spread;
  const distinct = spread?.kind === "categories" ? spread.distinct : 1;
  const hidden = opened ? Math.max(distinct - shownCategories, 0) : distinct - 1;
  return (
    <>
      {distinct > 1 ? (
        <button
          type="button"
          class="fold"
          aria-expanded={opened}
          aria-label={opened ? say.shut(row.name) : say.open(row.name)}
          data-testid={`profile-trait-${row.at}`}
          onClick={props.onToggle}
        >
          <Icon of={opened ? ChevronDown : ChevronRight} size={14} />
          {row.name}
        </button>
      ) : (
        row.name
      )}
      <span class="heat-unit">
        {row.detail}
        {hidden > 0 ? `${words.clustering.join}${say.others(hidden)}` : ""}
      </span>
    </>
  );
};
