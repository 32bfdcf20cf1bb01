/** `5 小时 3 分`, `3 天 2 小时`: never more time than there is. Days are told from `daysFrom` hours on. */
export function timeLeft(milliseconds: number, t: (key: 'leftDays' | 'leftHours' | 'leftMinutes', ...values: number[]) => string, daysFrom = 24): string {
  const minutes = Math.floor(milliseconds / 60_000);
  const hours = Math.floor(minutes / 60);
  if (hours >= daysFrom) return t('leftDays', Math.floor(hours / 24), hours % 24);
  return hours > 0 ? t('leftHours', hours, minutes % 60) : t('leftMinutes', minutes);
}
