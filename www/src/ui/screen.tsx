import type { ComponentChildren } from "preact";
import type { Sentence } from "../words/sentence";
import { type ChoiceProps, Select } from "./field";
import { Popover } from "./popover";

/** A sentence with its figures bold. */
export const Rich = ({ say }: { readonly say: Sentence }) => (
  <>{say.map((part, i) => (typeof part === "string" ? part : <b key={i}>{part.figure}</b>))}</>
);

/** What the screen says, in one sentence. */
export const Headline = (props: { readonly say: Sentence; readonly testid?: string }) => (
  <h1 class="headline" data-testid={props.testid ?? "headline"}>
    <Rich say={props.say} />
  </h1>
);

/** On what the headline rests: as-of date, method, rows set aside. */
export const Basis = (props: { readonly children: ComponentChildren }) => <p class="basis">{props.children}</p>;

/** The settings in one quiet line, with the one thing to beware of at its end. */
export const Strip = (props: {
  readonly label: string;
  readonly children: ComponentChildren;
  readonly beware?: ComponentChildren;
  readonly testid?: string;
}) => (
  <section class="strip" aria-label={props.label} data-testid={props.testid}>
    {props.children}
    {props.beware ? <p class="strip-beware">{props.beware}</p> : null}
  </section>
);

/** One setting: its name and its value; with children, the value opens a panel to change it. */
export const StripItem = (props: {
  readonly term: string;
  readonly value: string;
  readonly children?: ComponentChildren;
  readonly testid?: string;
  readonly disabled?: boolean;
}) => (
  <div class="strip-item">
    <span class="quiet">{props.term}</span>
    {props.children ? (
      <Popover
        class="strip-value"
        label={props.term}
        testid={props.testid}
        disabled={props.disabled ?? false}
        button={
          <>
            <span class="visually-hidden">{props.term}: </span>
            {props.value}
          </>
        }
      >
        {props.children}
      </Popover>
    ) : (
      <b data-testid={props.testid}>{props.value}</b>
    )}
  </div>
);

/** One setting that is a list: changed in place. */
export const StripSelect = <T extends string>(props: ChoiceProps<T>) => (
  <div class="strip-item strip-select">
    <Select {...props} />
  </div>
);

/** A part of a screen with its title, a remark beside it and what can be done with it at the end of the line. */
export const Section = (props: {
  readonly title: ComponentChildren;
  readonly note?: ComponentChildren;
  readonly tools?: ComponentChildren;
  readonly children: ComponentChildren;
  readonly id?: string;
  readonly testid?: string;
  readonly class?: string;
}) => (
  <section class={["section", props.class].filter(Boolean).join(" ")} id={props.id} data-testid={props.testid}>
    <header class="section-head">
      <h2>{props.title}</h2>
      {props.note ? <p class="note">{props.note}</p> : null}
      {props.tools ? <div class="section-tools">{props.tools}</div> : null}
    </header>
    {props.children}
  </section>
);

/** A wide table: scrolls sideways inside its box, by keyboard too; its first column stays. */
export const Wide = (props: {
  readonly label: string;
  readonly children: ComponentChildren;
  readonly testid?: string;
}) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable without a mouse
  <section class="wide" aria-label={props.label} tabIndex={0} data-testid={props.testid}>
    {props.children}
  </section>
);

/** What can be done next, the primary button first. */
export const Actions = (props: { readonly children: ComponentChildren }) => <div class="actions">{props.children}</div>;
