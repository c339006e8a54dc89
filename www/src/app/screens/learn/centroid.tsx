import { useRef } from "preact/hooks";
import type { Point } from "./frame";

const WAYS: Readonly<Record<string, Point>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
/** Pixels an arrow key moves it; with Shift five times as many. */
const NUDGE = 8;

export interface CentroidProps {
  readonly at: Point;
  readonly colour: number;
  readonly letter: string;
  /** Keeps a point within the picture. */
  readonly within: (point: Point) => Point;
  /** It is being dragged to here. */
  readonly onDrag: (to: Point) => void;
  /** It was let go here. */
  readonly onDrop: (to: Point) => void;
  readonly label: string;
  /** What kind of thing it is, for those who listen. */
  readonly kind: string;
}

/** A centroid that can be dragged, or moved with the arrow keys. */
export const Centroid = (props: CentroidProps) => {
  const { at, colour, letter, within, onDrag, onDrop, label, kind } = props;
  const hold = useRef<{ readonly offset: Point; moved: boolean } | null>(null);
  const under = (event: PointerEvent): Point => {
    const [x, y] = hold.current?.offset ?? [0, 0];
    return within([event.clientX + x, event.clientY + y]);
  };
  const nudge = (event: KeyboardEvent) => {
    const way = WAYS[event.key];
    if (way === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    const far = event.shiftKey ? 5 * NUDGE : NUDGE;
    onDrop(within([at[0] + way[0] * far, at[1] + way[1] * far]));
  };
  return (
    <button
      type="button"
      class="learn-centroid"
      aria-label={label}
      aria-roledescription={kind}
      data-testid={`centroid-${letter}`}
      data-colour={colour}
      style={{ transform: `translate(${at[0]}px, ${at[1]}px)` }}
      // Dragging takes no focus, so that the arrows go on stepping.
      onMouseDown={(event) => event.preventDefault()}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        hold.current = { offset: [at[0] - event.clientX, at[1] - event.clientY], moved: false };
      }}
      onPointerMove={(event) => {
        if (hold.current === null) return;
        hold.current.moved = true;
        onDrag(under(event));
      }}
      onPointerUp={(event) => {
        if (hold.current === null) return;
        const { moved } = hold.current;
        const to = under(event);
        hold.current = null;
        if (moved) onDrop(to);
      }}
      onPointerCancel={() => {
        hold.current = null;
      }}
      onKeyDown={nudge}
    >
      <span>{letter}</span>
    </button>
  );
};
