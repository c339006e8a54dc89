import { useState } from "preact/hooks";
import { Actions, Basis, Button, Headline, Rich, Section, Segmented } from "../../../ui";
import { languageNames } from "../../../words";
import { isReady, PARTS, type ReportPart } from "../../report";
import { worthKnowing } from "../../report/front";
import type { ScreenProps } from "../../screen";
import { nameOf } from "../../sentences";
import { canDescribe } from "../../steps";
import { Lacking } from "../lacking";
import { Parts } from "./parts";
import { TakeAway } from "./take-away";

/** The last screen: what goes to others. */
export const Report = (props: ScreenProps) => {
  const { state, commands, words } = props;
  const [lang, setLang] = useState(state.lang);
  const [left, setLeft] = useState<readonly ReportPart[]>([]);
  if (state.read === null || (state.overview === null && !canDescribe(state))) return <Lacking {...props} />;
  const say = words.report.screen;
  const ready = PARTS.filter((part) => isReady(state, part));
  const chosen = ready.filter((part) => !left.includes(part));
  const known = worthKnowing({ state, words });
  return (
    <div class="screen" data-testid="report">
      <header>
        <Headline say={say.headline(nameOf(words, state.file), chosen.length)} />
        <Basis>{say.basis}</Basis>
      </header>
      {known.length === 0 ? null : (
        <Section title={words.report.know(known.length)} testid="report-summary">
          <ul class="report-known">
            {known.map((sentence, at) => (
              <li key={at}>
                <Rich say={sentence} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={say.parts} note={say.partsNote}>
        <Parts
          {...props}
          chosen={chosen}
          onChoose={(part, yes) => setLeft(yes ? left.filter((one) => one !== part) : [...left, part])}
        />
        <div class="report-language">
          <Segmented
            label={say.language}
            value={lang}
            testid="report-language"
            options={(["zh", "en"] as const).map((value) => ({ value, label: languageNames[value] }))}
            onChange={setLang}
          />
        </div>
        <Actions>
          <Button
            kind="primary"
            testid="save-report"
            disabled={state.busy !== null || chosen.length === 0}
            onClick={() => commands.saveReport(lang, chosen)}
          >
            {say.save}
          </Button>
        </Actions>
      </Section>
      <TakeAway {...props} />
    </div>
  );
};
