// Where a Chromium is on this machine: CHROMIUM_PATH, the system's, or Playwright's own.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/** @returns {string | null} path of an executable, or null */
export function chromiumPath() {
  const set = process.env.CHROMIUM_PATH;
  if (set && existsSync(set)) return set;
  for (const name of names) {
    const found = spawnSync('which', [name], { encoding: 'utf8' });
    if (found.status === 0) return found.stdout.trim();
  }
  const dry = spawnSync('npx', ['playwright-core', 'install', '--dry-run', 'chromium'], { encoding: 'utf8' });
  const folder = /Install location:\s+(.+)/.exec(dry.stdout ?? '')?.[1]?.trim();
  const inside = folder && [`${folder}/chrome-linux/chrome`, `${folder}/chrome-linux64/chrome`, `${folder}/chrome-mac/Chromium.app/Contents/MacOS/Chromium`, `${folder}/chrome-win/chrome.exe`].find(existsSync);
  return inside ?? null;
}
