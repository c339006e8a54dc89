/** Browsers lay out nothing taller than about 17 million pixels; longer tables scroll in proportion. */
export const tallest = 16_000_000;

/** How a table of rows of one height lies under its scroll bar. */
export interface Track {
  readonly count: number;
  readonly rowHeight: number;
  /** Height of what is seen of the rows. */
  readonly view: number;
}

/** Rows in sight and how far the first of them is pushed up. */
export interface Sight {
  readonly first: number;
  /** One past the last. */
  readonly end: number;
  readonly shift: number;
}

/** Height that the scroll bar works on. */
export const trackHeight = ({ count, rowHeight }: Track): number => Math.min(count * rowHeight, tallest);

/** Pixels of rows per pixel of scroll bar: 1 unless the table is too tall to lay out. */
function ratio(track: Track): number {
  const travel = trackHeight(track) - track.view;
  return travel <= 0 ? 1 : (track.count * track.rowHeight - track.view) / travel;
}

export function sightAt(track: Track, scrollTop: number): Sight {
  const { count, rowHeight, view } = track;
  const most = Math.max(count * rowHeight - view, 0);
  const offset = Math.min(Math.max(scrollTop * ratio(track), 0), most);
  const first = Math.floor(offset / rowHeight);
  return { first, end: Math.min(Math.ceil((offset + view) / rowHeight), count), shift: offset - first * rowHeight };
}

/** Where to scroll so that the row is wholly in sight: nowhere if it is. */
export function scrollToSee(track: Track, row: number, scrollTop: number): number {
  const { rowHeight, view } = track;
  const scale = ratio(track);
  const offset = scrollTop * scale;
  if (row * rowHeight < offset) return (row * rowHeight) / scale;
  if ((row + 1) * rowHeight > offset + view) return ((row + 1) * rowHeight - view) / scale;
  return scrollTop;
}
