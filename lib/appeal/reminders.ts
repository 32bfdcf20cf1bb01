import type { Deadline, DeadlineId } from './deadlines';

const hour = 3_600_000;

/** Hours before each deadline at which the merchant is reminded. */
export const reminderHours: Record<DeadlineId, readonly number[]> = {
  'respond-by': [6, 1],
  'evidence-by': [6, 1],
  'supplement-by': [2, 0.5],
  'appeal-by': [48, 6],
  'receipt-by': [72, 24],
  'police-by': [30 * 24, 7 * 24, 24],
};

export interface Reminder {
  deadline: Deadline;
  /** Epoch ms. */
  at: number;
}

/** Every reminder of these deadlines, soonest first. */
export const remindersOf = (found: readonly Deadline[]): Reminder[] =>
  found
    .flatMap((deadline) => reminderHours[deadline.id].map((hours) => ({ deadline, at: Date.parse(deadline.at) - hours * hour })))
    .sort((one, other) => one.at - other.at);

/**
 * Reminders that came due after `since` and are still of use at `now`; of one deadline only the latest, so that a browser
 * that was closed for a day tells once.
 */
export function dueReminders(found: readonly Deadline[], since: number, now: number): Reminder[] {
  const due = remindersOf(found).filter(({ at, deadline }) => at > since && at <= now && Date.parse(deadline.at) > now);
  return due.filter((one, index) => !due.slice(index + 1).some((later) => later.deadline === one.deadline));
}

/** Deadlines of the next day: what the toolbar counts. */
export const pressing = (found: readonly Deadline[], now: number): Deadline[] => found.filter(({ at }) => Date.parse(at) > now && Date.parse(at) - now <= 24 * hour);

/** The next moment at which a reminder or the count changes, or null. */
export function nextMoment(found: readonly Deadline[], now: number): number | null {
  const moments = [...remindersOf(found).map(({ at }) => at), ...found.flatMap(({ at }) => [Date.parse(at) - 24 * hour, Date.parse(at)])];
  const coming = moments.filter((at) => at > now);
  return coming.length > 0 ? Math.min(...coming) : null;
}
