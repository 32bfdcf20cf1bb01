import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { traceSource } from '../lib/evidence/traces';
import { likelyLines } from '../lib/evidence/visible-mark/line-reader';
import { searched } from '../lib/evidence/visible-mark/text-marks';
import { nodeHost } from './node-host';

/**
 * Where the first look takes a genuine photograph for words: what training/marks/lines.py learns to leave alone. Every second
 * photograph of train/real; false alarms are counted on the others. `npx tsx cli/mistaken-lines.ts`
 */
const folder = '../shared/data/photos/train/real';
const out = 'training/.work/marks/mistaken.jsonl';
const most = 20;

if (!existsSync(folder)) console.log(`${folder} is not here: nothing written.`);
else {
  const names = (await readdir(folder)).sort().filter((_, i) => i % 2 === 0);
  const rows: string[] = [];
  for (const name of names) {
    const luma = await traceSource(new Uint8Array(await readFile(join(folder, name))), nodeHost).get('luma');
    rows.push(JSON.stringify({ name, lines: likelyLines(searched(luma), most) }));
  }
  await mkdir(dirname(out), { recursive: true });
  await writeFile(out, `${rows.join('\n')}\n`);
  console.log(`${out}: ${rows.length} photographs`);
}
