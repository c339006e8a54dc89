import { ChevronLeft, ChevronRight, Printer } from "lucide";
import { useMemo, useState } from "preact/hooks";
import type { Persona, ProfileReport } from "../../../engine/protocol";
import { Actions, Basis, Button, Headline, Icon, Method, Strip, Swatch } from "../../../ui";
import { profileColours } from "../../colours";
import { DivisionSelect } from "../../division-select";
import { writtenOn } from "../../insight";
import type { ScreenProps } from "../../screen";
import { tellPersonas } from "../../tell/persona";
import { foremost } from "../../tell/profile";
import { Undescribed } from "../undescribed";
import { Card } from "./card";

/** The segments made readable, a card each. */
export const Personas = (props: ScreenProps) => {
  const { profile, personas } = props.state.insight;
  return profile === null || personas === null ? (
    <Undescribed {...props} />
  ) : (
    <Cards {...props} report={profile} personas={personas} />
  );
};

const Cards = (props: ScreenProps & { readonly report: ProfileReport; readonly personas: readonly Persona[] }) => {
  const { state, commands, words, report, personas } = props;
  const { insight, clustering } = state;
  const written = writtenOn(insight, report, clustering.report);
  const say = words.personas;
  const first = foremost(report);
  const told = useMemo(
    () => tellPersonas(words, report, personas, written),
    [words, report, personas, insight.edits, clustering.report],
  );
  const colours = useMemo(() => profileColours(report, state.rfm), [report, state.rfm]);
  const [chosen, setChosen] = useState<number | null>(null);
  // What was chosen of another division may not be here.
  const wanted = told.findIndex(({ segment }) => segment === (chosen ?? first?.segment));
  const at = Math.max(wanted, 0);
  const step = (to: number) => setChosen(told[to]?.segment ?? null);
  const best = told.find(({ segment }) => segment === first?.segment);
  return (
    <div class="screen personas" data-testid="personas">
      <header class="no-print">
        <Headline
          say={say.headline(
            told.length,
            best === undefined || first === null ? null : { title: best.title.text, value: first.valueShare },
          )}
        />
        <Basis>
          {say.basis}
          <Method label={`${words.shell.views.personas}: ${words.shell.how}`}>
            {say.how.map((text) => (
              <p key={text}>{text}</p>
            ))}
          </Method>
        </Basis>
      </header>
      <div class="no-print">
        <Strip label={words.profiles.settings} testid="persona-settings">
          <DivisionSelect {...props} />
        </Strip>
      </div>
      <nav class="persona-nav no-print" aria-label={say.cards}>
        <Button disabled={at === 0} aria-label={say.previous} onClick={() => step(at - 1)} testid="persona-previous">
          <Icon of={ChevronLeft} size={16} />
        </Button>
        <ul class="persona-tabs">
          {told.map(({ segment, name }, index) => (
            <li key={segment}>
              <button
                type="button"
                class="persona-tab"
                aria-current={index === at ? "true" : undefined}
                data-testid={`persona-tab-${segment}`}
                onClick={() => step(index)}
              >
                <Swatch colour={colours[index]} />
                {name}
              </button>
            </li>
          ))}
        </ul>
        <Button
          disabled={at >= told.length - 1}
          aria-label={say.next}
          onClick={() => step(at + 1)}
          testid="persona-next"
        >
          <Icon of={ChevronRight} size={16} />
        </Button>
      </nav>
      {told.map((card, index) => (
        <Card
          key={card.segment}
          told={card}
          colour={colours[index]}
          words={words}
          shown={index === at}
          place={say.card(index + 1, told.length)}
          onEdit={(patch) => {
            const segment = report.segments.find((one) => one.segment === card.segment);
            if (segment !== undefined) commands.editPersona({ ...written(segment), ...patch });
          }}
        />
      ))}
      <Actions>
        <Button kind="primary" onClick={() => commands.go("report")} testid="to-report">
          {say.toReport}
        </Button>
        <Button onClick={() => print()} testid="print-personas">
          <Icon of={Printer} size={16} />
          {say.print}
        </Button>
      </Actions>
    </div>
  );
};
