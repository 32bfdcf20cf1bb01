/** Pages of requests are opened one at a time, this far apart (ms), with a random part, and so many an hour at most. */
export const pace = { gap: 8_000, jitter: 4_000, perHour: 120 } as const;
const hour = 3_600_000;

export interface Turn {
  /** How long to wait before the next page may be opened, ms. */
  wait: number;
  /** Whether the wait is for the hour's limit. */
  limited: boolean;
}

/** When the next page may be opened, from when the last ones were; `chance` in [0, 1) spreads them. */
export function nextTurn(openedAt: readonly number[], now: number, chance: number): Turn {
  const recent = openedAt.filter((at) => now - at < hour);
  if (recent.length >= pace.perHour) return { wait: Math.min(...recent) + hour - now, limited: true };
  const last = Math.max(0, ...recent);
  return { wait: last === 0 ? 0 : Math.max(0, last + pace.gap + Math.floor(pace.jitter * chance) - now), limited: false };
}

export const lastHour = (openedAt: readonly number[], now: number): number[] => openedAt.filter((at) => now - at < hour);
