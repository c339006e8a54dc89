/** A share on its way from before to now, with the goal as a line: what the figures beside it say, for the eye. */
export const Track = (props: {
  readonly now: number | null;
  readonly before: number | null;
  readonly goal: number | null;
}) => {
  const at = (share: number) => `${Math.min(Math.max(share, 0), 1) * 100}%`;
  const { now, before, goal } = props;
  return (
    <span class="track" aria-hidden="true">
      {now === null ? null : <span class="track-now" style={{ width: at(now) }} />}
      {before === null ? null : <span class="track-before" style={{ insetInlineStart: at(before) }} />}
      {goal === null ? null : <span class="track-goal" style={{ insetInlineStart: at(goal) }} />}
    </span>
  );
};
