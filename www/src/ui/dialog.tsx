import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { useId } from "./id";

/** A question or a task that comes before the page; Escape closes it and the focus goes back where it was. */
export function Dialog(props: {
  readonly open: boolean;
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
  /** Buttons, the primary one last. */
  readonly actions?: ComponentChildren;
  readonly testid?: string;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    if (props.open && !dialog.current?.open) dialog.current?.showModal();
    if (!props.open && dialog.current?.open) dialog.current.close();
  }, [props.open]);
  return (
    <dialog ref={dialog} class="dialog" aria-labelledby={id} data-testid={props.testid} onClose={props.onClose}>
      {props.open ? (
        <>
          <h2 id={id}>{props.title}</h2>
          <div class="dialog-body">{props.children}</div>
          {props.actions ? <div class="actions">{props.actions}</div> : null}
        </>
      ) : null}
    </dialog>
  );
}
