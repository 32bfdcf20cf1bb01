// Where a Firefox is on this machine: FIREFOX_PATH or the system's.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** @returns {string | null} path of an executable, or null */
export function firefoxPath() {
  const set = process.env.FIREFOX_PATH;
  if (set && existsSync(set)) return set;
  for (const name of ['firefox-esr', 'firefox']) {
    const found = spawnSync('which', [name], { encoding: 'utf8' });
    if (found.status === 0) return found.stdout.trim();
  }
  return null;
}
