import type { SegmentProfile } from "../../../engine/protocol";
import { type Colour, Method, Section, Share, Sparkline, Swatch } from "../../../ui";
import { Evidence, Said } from "../../evidence";
import type { SegmentTold } from "../../tell/profile";
import type { ProfileView } from "./view";

/** The segments, a card each: how large, how valuable, and what sets them apart. */
export const Segments = (props: ProfileView) => {
  const { report, told, colours, words } = props;
  const say = words.profiles.segments;
  const most = Math.max(...report.segments.flatMap((one) => [one.share, one.valueShare ?? 0]));
  return (
    <Section
      title={
        <>
          {say.title}
          <Method label={`${say.title}: ${words.shell.how}`}>
            {say.how.map((text) => (
              <p key={text}>{text}</p>
            ))}
          </Method>
        </>
      }
      testid="profile-segments"
    >
      <ul class="profile-cards">
        {report.segments.map((segment, index) => (
          <Card
            key={segment.segment}
            {...props}
            segment={segment}
            said={told[index]}
            colour={colours[index]}
            most={most}
          />
        ))}
      </ul>
    </Section>
  );
};

const Card = (
  props: ProfileView & {
    readonly segment: SegmentProfile;
    readonly said: SegmentTold | undefined;
    readonly colour: Colour | undefined;
    /** The share that fills a bar. */
    readonly most: number;
  },
) => {
  const { report, segment, said, words } = props;
  const { f } = words;
  const say = words.profiles.segments;
  if (said === undefined) return null;
  return (
    <li class="profile-card" data-testid={`profile-${segment.segment}`}>
      <h3>
        <Swatch colour={props.colour} />
        {said.name}
      </h3>
      {segment.small ? (
        <p class="beware" data-testid={`profile-small-${segment.segment}`}>
          {words.profiles.small}
        </p>
      ) : null}
      <dl class="profile-figures">
        <div>
          <dt>{say.customers}</dt>
          <dd>
            <b data-testid={`profile-customers-${segment.segment}`}>{f.number(segment.customers)}</b>
            <Share share={segment.share} most={props.most} text={f.percent} />
          </dd>
        </div>
        {segment.value === null ? null : (
          <div>
            <dt>{say.value}</dt>
            <dd>
              <b>{f.money(segment.value)}</b>
              {segment.valueShare === null ? null : (
                <Share share={segment.valueShare} most={props.most} text={f.percent} strong />
              )}
            </dd>
          </div>
        )}
        {segment.meanValue === null ? null : (
          <div>
            <dt>{say.mean}</dt>
            <dd>
              <b data-testid={`profile-mean-${segment.segment}`}>{f.money(segment.meanValue)}</b>
            </dd>
          </div>
        )}
        <Trend {...props} />
      </dl>
      {said.differences.length === 0 ? (
        <p>{said.apart}</p>
      ) : (
        <div>
          <h4 class="profile-label">{say.apart}</h4>
          <ul class="profile-apart">
            {said.differences.map((difference) => (
              <li key={difference.text}>
                <Said say={difference} words={words} />
              </li>
            ))}
          </ul>
        </div>
      )}
      <div>
        <h4 class="profile-label">
          {say.rule}
          <Method label={`${said.name}, ${say.rule}: ${words.shell.how}`}>
            <p>{say.ruleHow(report.ruleSample, report.customers)}</p>
          </Method>
        </h4>
        <p>
          {said.rule === null ? (
            <span class="quiet">{words.apart.noRule}</span>
          ) : (
            <>
              {said.rule.text} <Evidence of={said.rule.evidence} words={words} />
            </>
          )}
        </p>
      </div>
    </li>
  );
};

/** The value over the periods, where there is one. */
const Trend = ({ report, segment, words }: ProfileView & { readonly segment: SegmentProfile }) => {
  const say = words.profiles.segments;
  const { f } = words;
  const [first, last] = [report.periods[0], report.periods.at(-1)];
  if (segment.trend.length < 2 || first === undefined || last === undefined) return null;
  const [from, to] = report.unit === "month" ? [f.month(first), f.month(last)] : [f.day(first), f.day(last)];
  const text = `${f.compact(segment.trend[0] ?? 0)} → ${f.compact(segment.trend.at(-1) ?? 0)}`;
  return (
    <div>
      <dt>{say.trendTitle}</dt>
      <dd>
        <Sparkline values={segment.trend} label={say.trend(from, to, text)} />
      </dd>
    </div>
  );
};
