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

/** The last word, or the last two Chinese characters, with what closes the sentence. */
const LAST = /(?:[\p{Script=Han}\p{P}]{1,2}|[^\s\p{Script=Han}]+)$/u;

/** A sentence with what it rests on; the button is never alone on a line. */
export const Said = (props: { readonly say: Statement; readonly words: Words; readonly testid?: string }) => {
  const { text, evidence } = props.say;
  const last = LAST.exec(text)?.[0] ?? "";
  return (
    <span class="said">
      {text.slice(0, text.length - last.length)}
      <span class="said-end">
        {last} <Evidence of={evidence} words={props.words} testid={props.testid} />
      </span>
    </span>
  );
};
