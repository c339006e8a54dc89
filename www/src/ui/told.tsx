import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide";
import type { ComponentChildren } from "preact";
import { Icon } from "./icon";

const icons = { info: Info, beware: TriangleAlert, error: CircleAlert, success: CircleCheck };

/** What happened, where, and what to do. Errors are read out at once, the rest when there is time. */
export const Alert = (props: {
  readonly kind: keyof typeof icons;
  readonly title?: ComponentChildren;
  readonly children?: ComponentChildren;
  readonly actions?: ComponentChildren;
  readonly testid?: string;
}) => (
  <div
    class={`alert alert-${props.kind}`}
    role={props.kind === "error" ? "alert" : "status"}
    data-testid={props.testid}
  >
    <Icon of={icons[props.kind]} size={18} />
    <div class="alert-body">
      {props.title ? <p class="alert-title">{props.title}</p> : null}
      {props.children}
      {props.actions ? <div class="actions">{props.actions}</div> : null}
    </div>
  </div>
);

/** How far a long job is. The bar is for the eye; what is read out is `label`, by the shell's live region. */
export const Progress = (props: {
  readonly label: string;
  readonly done: number;
  readonly total: number;
  readonly testid?: string;
}) => (
  <progress
    class="progress"
    aria-label={props.label}
    max={1}
    {...(props.total > 0 ? { value: Math.min(1, props.done / props.total) } : {})}
    data-testid={props.testid}
  />
);

/** What goes here, why it is worth it, and the one thing to do. */
export const EmptyState = (props: {
  readonly title: ComponentChildren;
  readonly children?: ComponentChildren;
  readonly action?: ComponentChildren;
  readonly testid?: string;
}) => (
  <div class="empty" data-testid={props.testid}>
    <h2>{props.title}</h2>
    {props.children}
    {props.action ? <div class="actions">{props.action}</div> : null}
  </div>
);
