import { useEffect, useState } from 'react';
import { timeLeft } from '../../lib/case/time-left';
import { useText } from './text-context';

/** The time, ms since the epoch, anew every `step` ms: one clock for all lines of a list. */
export function useNow(step: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), step);
    return () => clearInterval(timer);
  }, [step]);
  return now;
}

/** Time left to answer, in a line of a list: hundreds of lines need no seconds. */
export function TimeLeft({ until, now }: { until: string | null; now: number }) {
  const { t } = useText();
  if (until === null) return <span className="quiet">{t('noDeadline')}</span>;
  const left = Date.parse(until) - now;
  return <time dateTime={until}>{left < 0 ? t('overdue') : timeLeft(left, t)}</time>;
}
