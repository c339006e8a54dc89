import { Popover } from "../ui";
import type { Words } from "../words";
import type { Fact, Statement } from "./tell/statement";

/** The figures behind a sentence, as a list. */
export const Facts = ({ facts }: { readonly facts: readonly Fact[] }) => (
  <dl class="facts">
    {facts.map(({ term, value }) => (
      <div key={term}>
        <dt>{term}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
);

/** A small n that opens what a sentence rests on; on paper the figures follow as a note. */
export const Evidence = (props: {
  readonly of: readonly Fact[];
  readonly words: Words;
  readonly testid?: string | undefined;
  /** Not on paper. */
  readonly screenOnly?: boolean;
}) => {
  const { of, words } = props;
  const [first] = of;
  if (first === undefined) return null;
  const label = `${words.personas.evidence}: ${first.term} ${first.value}`;
  return (
    <>
      <Popover
        class="evidence-button"
        label={label}
        testid={props.testid}
        button={
          <>
            <span aria-hidden="true">n</span>
            <span class="visually-hidden">{label}</span>
          </>
        }
      >
        <Facts facts={of} />
      </Popover>
      {props.screenOnly ? null : (
        <span class="evidence-print">
          {of.map(({ term, value }) => (
            <span key={term}>
              {term} {value}
            </span>
          ))}
        </span>
      )}
    </>
  );
};

/** A sentence with what it rests on. */
export const Said = (props: { readonly say: Statement; readonly words: Words; readonly testid?: string }) => (
  <span class="said">
    {props.say.text}
    {/* A blank that does not break keeps the button with the last word. */}
    {"\u00a0"}
    <Evidence of={props.say.evidence} words={props.words} testid={props.testid} />
  </span>
);
