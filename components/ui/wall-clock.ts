/**
 * A time as its own place reads it: `2026-03-05 09:12:33`. Pages say Beijing time with their offset, and it is shown as they say it;
 * where this machine's clock runs on another offset, the offset is named. UTC times (ours) are shown in this machine's time.
 * Input ISO 8601; what is none comes back unchanged.
 */
export function wallClock(iso: string): string {
  const at = Date.parse(iso);
  if (Number.isNaN(at)) return iso;
  const here = -new Date(at).getTimezoneOffset();
  const said = /([+-])(\d\d):?(\d\d)$/.exec(iso);
  const offset = said ? (said[1] === '-' ? -1 : 1) * (Number(said[2]) * 60 + Number(said[3])) : here;
  const clock = new Date(at + offset * 60_000).toISOString().slice(0, 19).replace('T', ' ');
  return offset === here ? clock : `${clock} UTC${offset < 0 ? '−' : '+'}${Math.floor(Math.abs(offset) / 60)}${offset % 60 ? `:${String(Math.abs(offset) % 60).padStart(2, '0')}` : ''}`;
}
