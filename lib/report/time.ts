/** Chinese back-ends show Beijing time; so does the report, whatever clock it is made on. */
const beijing = 8 * 60;

/** @param iso ISO 8601 with offset. @returns `2026-11-22 09:05:00`; the text itself where it is no time. */
export function beijingClock(iso: string): string {
  const at = Date.parse(iso);
  if (Number.isNaN(at)) return iso;
  const shifted = new Date(at + beijing * 60_000).toISOString();
  return `${shifted.slice(0, 10)} ${shifted.slice(11, 19)}`;
}

/** The same with its zone, for where no column head says it. */
export const beijingTime = (iso: string): string => `${beijingClock(iso)}（北京时间）`;
