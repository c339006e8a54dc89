import { useEffect, useState } from "preact/hooks";
import type { CustomerQuery, CustomerRow, RfmReport } from "../../../engine/protocol";
import { Rows } from "../../../ui/rows";
import type { Commands } from "../../commands";

/** Rows fetched before a new list is shown, so that it does not show empty. */
const FIRST = 40;

/**
 * The customers that match. The list before stays until the first rows of the new one are there; a reply
 * that has been overtaken is dropped.
 */
export function useFound(commands: Commands, query: CustomerQuery, report: RfmReport): Rows<CustomerRow> | null {
  const [found, setFound] = useState<Rows<CustomerRow> | null>(null);
  useEffect(() => {
    let here = true;
    const search = async () => {
      const positions = await commands.find(query);
      // A copy, not a view: a view would carry the whole list across with it.
      const rows = new Rows(positions.length, (from, to) => commands.rows(positions.slice(from, to)));
      await rows.want(0, FIRST);
      if (here) setFound(rows);
    };
    // What fails is told by the step that lost the customers; the rows before stay in sight.
    search().catch(() => undefined);
    return () => {
      here = false;
    };
  }, [commands, query, report]);
  return found;
}
