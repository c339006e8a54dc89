/** A course in a line, as small as a word. What it says is told beside it or by `label`. */
export const Sparkline = (props: { readonly values: readonly number[]; readonly label: string }) => {
  const { values } = props;
  const [width, height, edge] = [120, 28, 2];
  const high = Math.max(...values, 0);
  const low = Math.min(...values, 0);
  const span = high - low || 1;
  const x = (index: number) => edge + (index / Math.max(values.length - 1, 1)) * (width - 2 * edge);
  const y = (value: number) => height - edge - ((value - low) / span) * (height - 2 * edge);
  const points = values.map((value, index) => `${x(index).toFixed(1)},${y(value).toFixed(1)}`).join(" ");
  const last = values.at(-1);
  if (last === undefined || values.length < 2) return null;
  return (
    <svg class="sparkline" viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img">
      <title>{props.label}</title>
      <line class="sparkline-zero" x1={edge} x2={width - edge} y1={y(0)} y2={y(0)} />
      <polyline class="sparkline-line" points={points} />
      <circle class="sparkline-end" cx={x(values.length - 1)} cy={y(last)} r="2" />
    </svg>
  );
};
