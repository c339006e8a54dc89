import { Button, Checkbox } from "../../../ui";
import { isReady, PARTS, type ReportPart } from "../../report";
import type { ScreenProps } from "../../screen";
import type { View } from "../../state";

/** Where a part comes from that is not there yet. */
const from: Partial<Record<ReportPart, View>> = {
  customers: "data",
  rfm: "data",
  lifecycle: "lifecycle",
  clusters: "clusters",
  profiles: "profiles",
  personas: "personas",
  coverage: "coverage",
};

/** What the report can hold: chosen or not, and what to do for what is not there. */
export const Parts = (
  props: ScreenProps & {
    readonly chosen: readonly ReportPart[];
    readonly onChoose: (part: ReportPart, yes: boolean) => void;
  },
) => {
  const { state, commands, words, chosen, onChoose } = props;
  const { parts, screen } = words.report;
  return (
    <ul class="report-parts">
      {PARTS.map((part) => {
        const there = isReady(state, part);
        const view = from[part];
        return (
          <li key={part} data-testid={`part-${part}`}>
            {there ? (
              <Checkbox
                label={parts[part].title}
                checked={chosen.includes(part)}
                onChange={(yes) => onChoose(part, yes)}
              />
            ) : (
              <span class="report-lacking">{parts[part].title}</span>
            )}
            <span class="note">{there ? parts[part].what : screen.lacking[part]}</span>
            {there || view === undefined ? null : (
              <Button kind="quiet" disabled={state.busy !== null} onClick={() => commands.go(view)}>
                {screen.goTo(words.shell.views[view])}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
};
