import { ChevronFirst, ChevronLast, Maximize, Minimize, Pause, Play, StepBack, StepForward } from "lucide";
import { Button, Icon, Popover, StripSelect } from "../../../ui";
import type { Words } from "../../../words";
import { type Player, SPEEDS } from "./use-player";

/** First, back, play, forward, last; speed, projector, keys. */
export const Controls = (props: {
  readonly player: Player;
  readonly words: Words;
  readonly projecting: boolean;
  readonly onProject: () => void;
}) => {
  const { player, words, projecting, onProject } = props;
  const { at, last, playing } = player;
  const say = words.learn.player;
  const size = projecting ? 30 : 18;
  const step = (name: "first" | "back" | "forward" | "last", to: number, icon: typeof Play, possible: boolean) => (
    // Not disabled at the ends: the button would lose the focus it is pressed with.
    <Button
      aria-label={say[name]}
      title={say[name]}
      aria-disabled={!possible}
      testid={`lesson-${name}`}
      onClick={() => player.toStep(to)}
    >
      <Icon of={icon} size={size} />
    </Button>
  );
  return (
    <section class="learn-controls" aria-label={say.label}>
      <div class="learn-buttons">
        {step("first", 0, ChevronFirst, at > 0)}
        {step("back", at - 1, StepBack, at > 0)}
        <Button kind="primary" class="learn-play" testid="lesson-play" onClick={player.toggle}>
          <Icon of={playing ? Pause : Play} size={size} />
          {playing ? say.pause : say.play}
        </Button>
        {step("forward", at + 1, StepForward, at < last)}
        {step("last", last, ChevronLast, at < last)}
      </div>
      <p class="learn-at" data-testid="lesson-at">
        {say.at(at + 1, last + 1)}
      </p>
      <div class="learn-tools">
        <StripSelect
          label={say.speed}
          value={String(player.speed)}
          testid="lesson-speed"
          options={SPEEDS.map((speed) => ({ value: String(speed), label: say.perSecond(speed) }))}
          onChange={(speed) => player.setSpeed(Number(speed))}
        />
        <Popover button={say.keys} label={say.keys} testid="lesson-keys">
          <dl class="learn-keys">
            {words.learn.keys.map(([key, what]) => (
              <div key={key}>
                <dt>
                  <kbd>{key}</kbd>
                </dt>
                <dd>{what}</dd>
              </div>
            ))}
          </dl>
        </Popover>
        <Button testid="lesson-projector" aria-pressed={projecting} onClick={onProject}>
          <Icon of={projecting ? Minimize : Maximize} size={size} />
          {projecting ? say.leave : say.projector}
        </Button>
      </div>
    </section>
  );
};
