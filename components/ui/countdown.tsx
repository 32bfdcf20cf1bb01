import { useEffect, useState } from 'react';
import { useText } from './text-context';
import { wallClock } from './wall-clock';

/** `26:04:09` above a day's end, so that hours keep counting. */
export function clock(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

/** Time left to answer; spoken once, not every second. */
export function Countdown({ until }: { until: string | null }) {
  const { t } = useText();
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  if (!until) return <span className="quiet small">{t('noDeadline')}</span>;
  const left = Date.parse(until) - now;
  return (
    <time dateTime={until} title={wallClock(until)} role="timer" aria-live="off">
      <svg className="clock" viewBox="0 0 16 16" aria-hidden="true">
        <circle cx="8" cy="8" r="6.5" />
        <path d="M8 4v4l3 2" />
      </svg>{' '}
      {left > 0 ? t('remaining', clock(left)) : t('overdue')}
    </time>
  );
}
