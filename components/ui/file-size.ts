const units = [['KB', 1024], ['MB', 1024 ** 2], ['GB', 1024 ** 3]] as const;

/** A number of bytes as file managers show it, by powers of 1024: whole KB, rounded up; MB and GB with one decimal. */
export function fileSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  const [unit, of] = units.find(([, size]) => Math.ceil(bytes / size) < 1000) ?? units[2];
  return `${unit === 'KB' ? Math.ceil(bytes / of) : (bytes / of).toFixed(1)} ${unit}`;
}
