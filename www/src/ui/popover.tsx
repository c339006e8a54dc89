import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";
import { useId } from "./id";

/** A button that opens a small panel beside itself; Escape and a click elsewhere close it, as the browser does it. */
export function Popover(props: {
  readonly button: ComponentChildren;
  /** Name of the panel for those who listen. */
  readonly label: string;
  readonly children: ComponentChildren;
  readonly class?: string;
  readonly testid?: string | undefined;
  readonly disabled?: boolean;
}) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);

  const place = () => {
    if (!button.current || !panel.current) return;
    const at = button.current.getBoundingClientRect();
    const box = panel.current.getBoundingClientRect();
    const edge = 8;
    const below = at.bottom + 4;
    const top = below + box.height > innerHeight - edge ? Math.max(edge, at.top - box.height - 4) : below;
    const left = Math.max(edge, Math.min(at.left, document.documentElement.clientWidth - box.width - edge));
    panel.current.style.top = `${top + scrollY}px`;
    panel.current.style.left = `${left + scrollX}px`;
  };

  return (
    <>
      <button
        ref={button}
        type="button"
        class={props.class ?? "button button-plain"}
        popovertarget={id}
        aria-haspopup="dialog"
        disabled={props.disabled ?? false}
        data-testid={props.testid}
      >
        {props.button}
      </button>
      <div
        ref={panel}
        id={id}
        class="popover"
        popover="auto"
        role="dialog"
        aria-label={props.label}
        onToggle={(event) => {
          if (event.newState !== "open") return;
          place();
          panel.current?.querySelector<HTMLElement>("input:checked, input, select, textarea, button, a[href]")?.focus();
        }}
      >
        {props.children}
      </div>
    </>
  );
}

/** "How is this computed?": the definition of a figure, reachable beside it. */
export const Method = (props: {
  readonly label: string;
  readonly children: ComponentChildren;
  readonly testid?: string | undefined;
}) => (
  <Popover
    class="method-button"
    label={props.label}
    testid={props.testid}
    button={
      <>
        <span aria-hidden="true">?</span>
        <span class="visually-hidden">{props.label}</span>
      </>
    }
  >
    <div class="method">{props.children}</div>
  </Popover>
);
