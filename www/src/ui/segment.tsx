/** The token of a segment's colour: its number, or the one of whom no rule matches. */
export type Colour = number | "others";

/** Tokens `--segment-1` to `--segment-15`. */
export const segmentTokens = 15;

/** The colour of a segment, always beside its name. */
export const Swatch = ({ colour }: { readonly colour: Colour | undefined }) => (
  <span class="swatch" data-colour={colour} aria-hidden="true" />
);

/** A share as a bar and a number; `text` is the number as the language writes it. */
export const Share = (props: {
  readonly share: number | null;
  /** The share that fills the bar. */
  readonly most: number;
  readonly text: (share: number) => string;
  readonly strong?: boolean;
}) => {
  if (props.share === null) return <span class="share">–</span>;
  const width = props.most > 0 ? Math.max(props.share / props.most, 0) * 100 : 0;
  return (
    <span class={`share ${props.strong ? "share-strong" : ""}`}>
      <span class="share-bar" aria-hidden="true">
        <span style={{ width: `${width}%` }} />
      </span>
      <span>{props.text(props.share)}</span>
    </span>
  );
};
