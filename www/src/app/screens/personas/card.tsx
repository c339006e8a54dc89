import type { ComponentChildren } from "preact";
import type { PersonaEdits } from "../../../engine/protocol";
import { type Colour, Swatch } from "../../../ui";
import type { Words } from "../../../words";
import { Evidence, Facts, Said } from "../../evidence";
import { type PersonaField, type PersonaTold, PLAN } from "../../tell/persona";
import type { Statement } from "../../tell/statement";
import { Own } from "./own";

interface CardProps {
  readonly told: PersonaTold;
  readonly colour: Colour | undefined;
  readonly words: Words;
  /** Only one is on the screen; on paper all are, each on its page. */
  readonly shown: boolean;
  /** Which of how many, for paper. */
  readonly place: string;
  readonly onEdit: (patch: Partial<Record<PersonaField, PersonaEdits[PersonaField]>>) => void;
}

/** What is shown of a real customer, so that a card stays on its page. */
const mostFacts = 12;

/** A card: every sentence with its figures, title, plan and notes to be rewritten in place. */
export const Card = (props: CardProps) => {
  const { told, words, shown, onEdit } = props;
  const say = words.personas;
  const id = `persona-${told.segment}`;
  return (
    <article class={shown ? "persona" : "persona persona-hidden"} aria-labelledby={`${id}-title`} data-testid={id}>
      <header class="persona-head">
        <p class="persona-segment">
          <Swatch colour={props.colour} />
          {told.name}
          <span class="persona-place">{props.place}</span>
        </p>
        <Own
          say={told.title}
          label={say.edit.title}
          words={words}
          testid={`${id}-own-title`}
          longest={120}
          onKeep={(title) => onEdit({ title })}
        >
          <h2 id={`${id}-title`} class="persona-title">
            {told.title.text}
          </h2>
          <Evidence of={told.title.evidence} words={words} testid={`${id}-title-n`} screenOnly />
        </Own>
        <p class="persona-size">
          <Said say={told.size} words={words} testid={`${id}-size`} />
          {told.value === null ? null : <Said say={told.value} words={words} testid={`${id}-value`} />}
        </p>
        {told.small ? <p class="beware">{words.profiles.small}</p> : null}
      </header>
      <div class="persona-parts">
        <div class="persona-column">
          <Part title={say.parts.apart} says={told.differences} none={words.apart.nothing} words={words} />
          <Part title={say.parts.stage} says={told.stages} none={say.noStage} words={words} />
        </div>
        <Part title={say.parts.habit} says={told.habit} none={say.noHabit} words={words} />
      </div>
      <Section title={say.parts.example}>
        <p>
          {told.example.text}
          {told.example.evidence.length > mostFacts ? (
            <>
              {" "}
              <Evidence of={told.example.evidence} words={words} screenOnly />
            </>
          ) : null}
        </p>
        <Facts facts={told.example.evidence.slice(0, mostFacts)} />
      </Section>
      <Section title={say.parts.plan}>
        <dl class="persona-plan">
          {PLAN.map((field) => (
            <div key={field}>
              <dt>{say.plan[field]}</dt>
              <dd>
                <Own
                  say={told.plan[field]}
                  label={say.plan[field]}
                  words={words}
                  testid={`${id}-own-${field}`}
                  longest={400}
                  onKeep={(text) => onEdit({ [field]: text })}
                >
                  <span>{told.plan[field].text}</span> <Evidence of={told.plan[field].evidence} words={words} />
                </Own>
              </dd>
            </div>
          ))}
        </dl>
      </Section>
      <Section title={say.parts.notes}>
        <Own
          say={{ text: told.notes ?? "", evidence: [], own: told.notes !== null }}
          label={say.parts.notes}
          words={words}
          testid={`${id}-own-notes`}
          longest={4000}
          onKeep={(notes) => onEdit({ notes })}
        >
          <p class={told.notes === null ? "quiet" : "persona-notes"}>{told.notes ?? say.notesEmpty}</p>
        </Own>
      </Section>
    </article>
  );
};

const Section = (props: { readonly title: string; readonly children: ComponentChildren }) => (
  <section class="persona-part">
    <h3>{props.title}</h3>
    {props.children}
  </section>
);

/** Sentences of one part of a card, or why there are none. */
const Part = (props: {
  readonly title: string;
  readonly says: readonly Statement[];
  readonly none: string;
  readonly words: Words;
}) => (
  <Section title={props.title}>
    {props.says.length === 0 ? (
      <p class="quiet">{props.none}</p>
    ) : (
      <ul class="persona-sentences">
        {props.says.map((say) => (
          <li key={say.text}>
            <Said say={say} words={props.words} />
          </li>
        ))}
      </ul>
    )}
  </Section>
);
