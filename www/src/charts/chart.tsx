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

export interface ChartProps {
  /** A pure function of the size; a new one draws anew. */
  readonly draw: (size: Size) => Drawing;
  readonly height: number;
  readonly testid: string;
}

/** Draws a chart; the arrow keys walk along its data as the pointer does. */
export function Chart({ draw, height, testid }: ChartProps) {
  const host = useRef<HTMLDivElement>(null);
  const live = useRef<Live | null>(null);
  const [width, setWidth] = useState(0);
  const [ready, setReady] = useState<Library | null>(null);
  const [at, setAt] = useState<number | null>(null);
  const drawing = useMemo(() => (width > 0 ? draw({ width, height }) : null), [draw, width, height]);

  useEffect(() => {
    let here = true;
    fetchLibrary().then((loaded) => here && setReady(loaded));
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
  }, [ready, drawing, width, height]);

  const walk = (event: KeyboardEvent) => {
    const last = (drawing?.points.length ?? 0) - 1;
    if (last < 0) return;
    const steps: Record<string, number> = {
      ArrowRight: Math.min((at ?? -1) + 1, last),
      ArrowLeft: Math.max((at ?? last + 1) - 1, 0),
      Home: 0,
      End: last,
    };
    const next = steps[event.key];
    if (next !== undefined) {
      event.preventDefault();
      setAt(next);
      live.current?.dispatchAction({ type: "downplay", seriesIndex: 0 });
      live.current?.dispatchAction({ type: "highlight", seriesIndex: 0, dataIndex: next });
      live.current?.dispatchAction({ type: "showTip", seriesIndex: 0, dataIndex: next });
    }
    if (event.key === "Escape") leave();
  };

  const leave = () => {
    setAt(null);
    live.current?.dispatchAction({ type: "downplay", seriesIndex: 0 });
    live.current?.dispatchAction({ type: "hideTip" });
  };

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
        onKeyDown={walk}
        onBlur={leave}
      />
      <p class="visually-hidden" aria-live="polite">
        {at === null ? "" : drawing?.points[at]?.replaceAll("\n", ", ")}
      </p>
    </div>
  );
}
