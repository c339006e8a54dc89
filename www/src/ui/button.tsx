import type { ButtonHTMLAttributes, ComponentChildren } from "preact";

export interface ButtonProps extends ButtonHTMLAttributes {
  /** One primary button per screen: what to do next. `quiet` reads like a link. */
  readonly kind?: "primary" | "plain" | "quiet";
  readonly children: ComponentChildren;
  readonly testid?: string;
}

export const Button = ({ kind = "plain", class: extra, testid, children, ...rest }: ButtonProps) => (
  <button
    type="button"
    {...rest}
    data-testid={testid}
    class={["button", `button-${kind}`, extra].filter(Boolean).join(" ")}
  >
    {children}
  </button>
);
