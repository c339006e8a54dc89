import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Drawing, Size } from "./drawing";

type Library = typeof import("./echarts");
type Live = ReturnType<Library["draw"]>;

let library: Promise<Library> | undefined;

function fetchLibrary(): Promise<Library> {
  library ??= import("./echarts").catch((thrown) => {
    library = undefined;
    throw thrown;
  });
  return library;
}

/**
 * Fetches what draws the charts. Called before a file is opened: from then on the page is closed to the
 * network and could not fetch it.
 */
export const preloadCharts = async (): Promise<void> => {
  await fetchLibrary();
};

const stillness = "(prefers-reduced-motion: reduce)";

/** The datum that is pointed at, and where it stands in the chart. */
interface Pointed {
  readonly index: number;
  readonly x: number;
  /** Whether the arrow keys led here, so that it is told aloud. */
  readonly byKey: boolean;
}

export interface ChartProps {
  /** A pure function of the size; a new one draws anew. */
  readonly draw: (size: Size) => Drawing;
  readonly height: number;
  readonly testid: string;
}

/** Draws a chart; pointer and arrow keys show the same details of one datum. */
export function Chart({ draw, height, testid }: ChartProps) {
  const host = useRef<HTMLDivElement>(null);
  const live = useRef<Live | null>(null);
  const [width, setWidth] = useState(0);
  const [ready, setReady] = useState<Library | null>(null);
  const [at, setAt] = useState<Pointed | null>(null);
  const drawing = useMemo(() => (width > 0 ? draw({ width, height }) : null), [draw, width, height]);

  useEffect(() => {
    let here = true;
    // Without the library the table, one button away, says the same.
    fetchLibrary().then(
      (loaded) => here && setReady(loaded),
      () => undefined,
    );
    return () => {
      here = false;
    };
  }, []);

  useEffect(() => {
    if (!host.current) return;
    const watch = new ResizeObserver(([entry]) => setWidth(Math.round(entry?.contentRect.width ?? 0)));
    watch.observe(host.current);
    return () => {
      watch.disconnect();
      live.current?.dispose();
      live.current = null;
    };
  }, []);

  useEffect(() => {
    if (!host.current || !ready || !drawing) return;
    if (live.current) live.current.resize({ width, height });
    else live.current = ready.draw(host.current, { width, height });
    live.current.setOption({ ...drawing.option, animation: !matchMedia(stillness).matches }, { notMerge: true });
    setAt(null);
  }, [ready, drawing, width, height]);

  const point = (index: number | null, byKey: boolean) => {
    const chart = live.current;
    if (!chart || !drawing || index === at?.index) return;
    chart.dispatchAction({ type: "downplay" });
    if (index === null) {
      setAt(null);
      return;
    }
    chart.dispatchAction({ type: "highlight", seriesIndex: drawing.pointed, dataIndex: index });
    const x = chart.convertToPixel({ xAxisIndex: 0 }, index + drawing.middle);
    setAt({ index, x, byKey });
  };

  const follow = (event: PointerEvent) => {
    const box = host.current?.getBoundingClientRect();
    if (!live.current || !drawing || !box) return;
    const place = live.current.convertFromPixel({ xAxisIndex: 0 }, event.clientX - box.left);
    const index = Math.floor(place - drawing.middle + 0.5);
    point(index >= 0 && index < drawing.points.length ? index : null, false);
  };

  const walk = (event: KeyboardEvent) => {
    const last = (drawing?.points.length ?? 0) - 1;
    if (last < 0) return;
    if (event.key === "Escape") point(null, true);
    const steps: Record<string, number> = {
      ArrowRight: Math.min((at?.index ?? -1) + 1, last),
      ArrowLeft: Math.max((at?.index ?? last + 1) - 1, 0),
      Home: 0,
      End: last,
    };
    const next = steps[event.key];
    if (next === undefined) return;
    event.preventDefault();
    point(next, true);
  };

  const [title, ...details] = (at && drawing?.points[at.index]?.split("\n")) || [];
  return (
    <div class="chart">
      <div
        ref={host}
        class="chart-host"
        style={{ height: `${height}px` }}
        role="img"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys tell the data one by one.
        tabIndex={0}
        aria-label={drawing?.description ?? ""}
        data-testid={testid}
        onPointerMove={follow}
        onPointerDown={follow}
        onPointerLeave={() => point(null, false)}
        onKeyDown={walk}
        onBlur={() => point(null, false)}
      />
      {at === null ? null : (
        <div
          class={at.x > width / 2 ? "chart-tip chart-tip-left" : "chart-tip"}
          aria-hidden="true"
          style={{ left: `${at.x}px` }}
        >
          <b>{title}</b>
          {details.map((detail) => (
            <span key={detail}>{detail}</span>
          ))}
        </div>
      )}
      <p class="visually-hidden" aria-live="polite">
        {at?.byKey ? [title, ...details].join(", ") : ""}
      </p>
    </div>
  );
}
