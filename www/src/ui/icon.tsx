import type { IconNode } from "lucide";
import { createElement } from "preact";

/** A picture beside words, never instead of them: hidden from those who listen. */
export const Icon = ({ of, size = 16 }: { readonly of: IconNode; readonly size?: number }) => (
  <svg class="icon" width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    {of.map(([tag, attributes]) => createElement(tag, attributes))}
  </svg>
);
