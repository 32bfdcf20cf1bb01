import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { analysers } from '../../lib/analysers/index';
import { examine } from '../../lib/analysers/examine';
import { traceSource } from '../../lib/evidence/traces';
import { nodeHost } from '../node-host';

/**
 * Counts how often analysers speak on genuine photographs: `tsx cli/bench/false-alarms.ts [--png] ID[,ID…] FOLDER…`.
 * `--png` re-saves each picture as PNG with alpha first, for questions that only lossless files can be asked.
 * An alarm is any `suspicious` finding; `applicable` leaves out pictures the question could not be asked of.
 */
const png = process.argv.includes('--png');
const [ids, ...folders] = process.argv.slice(2).filter((word) => word !== '--png');
if (!ids || folders.length === 0) {
  console.error('false-alarms [--png] ID[,ID…] FOLDER…');
  process.exit(2);
}
const chosen = analysers.filter((analyser) => ids.split(',').includes(analyser.id));

async function main(): Promise<void> {
  for (const folder of folders) {
    const counts = new Map(chosen.map(({ id }) => [id, { alarms: 0, applicable: 0, failed: 0, genuine: 0, where: [] as string[] }]));
    for (const name of (await readdir(folder)).sort()) {
      if (!/\.(jpe?g|png|webp|heic|avif|tiff?|gif|bmp)$/i.test(name)) continue;
      const original = await readFile(join(folder, name));
      const bytes = new Uint8Array(png ? await sharp(original).ensureAlpha().png({ compressionLevel: 1 }).toBuffer() : original);
      for (const finding of await examine(traceSource(bytes, nodeHost), {}, chosen)) {
        const count = counts.get(finding.analyser)!;
        count.genuine++;
        if (finding.outcome !== 'not-applicable') count.applicable++;
        if (finding.outcome === 'failed') count.failed++;
        if (finding.outcome === 'suspicious') {
          count.alarms++;
          if (count.where.length < 20) count.where.push(`${name} (${finding.strength})`);
        }
      }
    }
    for (const [id, { alarms, genuine, applicable, failed, where }] of counts) console.log(`${id}\t${folder}\t${alarms} alarms of ${genuine} (${applicable} applicable, ${failed} failed)\t${where.join(' ')}`);
  }
}

void main();
