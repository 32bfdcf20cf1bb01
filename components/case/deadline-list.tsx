import { useState } from 'react';
import type { CaseEvents } from '../../lib/case/case';
import type { CaseEvent, Deadline } from '../../lib/appeal/deadlines';
import { Countdown } from '../ui/countdown';
import { textKey, useText } from '../ui/text-context';
import { wallClock } from '../ui/wall-clock';

/** A deadline with the provision it follows from; `law` is null where the page itself names the time. */
export interface ShownDeadline extends Deadline {
  law: { title: string; article: string; text: string; source: string } | null;
}

interface Props {
  deadlines: readonly ShownDeadline[];
  /** Times the merchant may tell here; none where we have verified no rule of this platform. */
  askFor: readonly CaseEvent[];
  events: CaseEvents;
  onEvent: (events: Partial<CaseEvents>) => void;
  /** The clock; tests give their own. */
  now?: () => number;
}

/** `2026-03-05T09:12`, this machine's time, as the browser's own field takes it. */
const field = (iso: string | null | undefined): string => {
  if (!iso) return '';
  const at = new Date(iso);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
};
const fromField = (value: string): string | null => (value ? new Date(value).toISOString() : null);

function Law({ title, article, text, source }: NonNullable<ShownDeadline['law']>) {
  return (
    <details className="small">
      <summary>
        《{title}》{article}
      </summary>
      <blockquote>{text}</blockquote>
      <p className="quiet break">{source}</p>
    </details>
  );
}

/** Every deadline with its countdown and the article it rests on, and the times only the merchant knows. */
export function DeadlineList({ deadlines, askFor, events, onEvent, now = Date.now }: Props) {
  const { t } = useText();
  const [opened] = useState(now);
  // What has passed stays in sight, behind what is still to come.
  const coming = (one: Deadline) => Date.parse(one.at) > opened;
  return (
    <section className="stack">
      <h2>{t('deadlines')}</h2>
      {deadlines.length === 0 && <p className="quiet">{t('deadlinesNone')}</p>}
      <ul className="plain stack">
        {[...deadlines.filter(coming), ...deadlines.filter((one) => !coming(one))].map((one) => (
          <li key={one.id}>
            <div className="row spread">
              <b className={coming(one) ? undefined : 'quiet'}>{t(textKey('deadline', one.id))}</b>
              <Countdown until={one.at} />
            </div>
            <div className="small">
              {wallClock(one.at)} <span className="quiet">{one.text}</span>
            </div>
            {one.law && <Law {...one.law} />}
          </li>
        ))}
      </ul>
      {askFor.length === 0 ? (
        <p className="quiet small">{t('deadlinesUnverified')}</p>
      ) : (
        <details>
          <summary>{t('deadlinesMore')}</summary>
          <p className="quiet small">{t('deadlinesAsk')}</p>
          {askFor.map((name) => (
            <label key={name} className="stack">
              {t(textKey('event', name))}
              <input type="datetime-local" value={field(events[name])} onChange={(event) => onEvent({ [name]: fromField(event.target.value) })} />
            </label>
          ))}
        </details>
      )}
      <label className="row">
        <input type="checkbox" checked={Boolean(events.answeredAt)} onChange={(event) => onEvent({ answeredAt: event.target.checked ? new Date(now()).toISOString() : null })} />
        {t('answered')}
      </label>
    </section>
  );
}

/** In a line each: deadlines of the next day beside the page's own, which the header counts down. */
export function PressingDeadlines({ deadlines }: { deadlines: readonly Deadline[] }) {
  const { t } = useText();
  return deadlines
    .filter(({ id }) => id !== 'respond-by')
    .map((one) => (
      <p key={one.id} className="notice small row spread">
        <span>{t(textKey('deadline', one.id))}</span>
        <Countdown until={one.at} />
      </p>
    ));
}
