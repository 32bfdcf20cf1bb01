import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { examine } from '../lib/analysers/examine';
import { analysers } from '../lib/analysers/index';
import type { Finding, Region } from '../lib/case/finding';
import { traceSource } from '../lib/evidence/traces';
import { weights } from '../lib/scoring/weights';
import { nodeHost } from './node-host';

/**
 * Counts what the trace analysers (families compression and pixels) say: `npm run measure:traces -- [ID,ID…]`.
 * False alarms over the genuine photographs, finds over the copy-move set found when the
 * outlines share at least a quarter of what outline and mask cover together.
 */
const data = '../shared/data';
const genuine = [`${data}/photos/dev/real`, `${data}/camera`];
const copies = `${data}/splice`;

const ids = process.argv[2]?.split(',');
const chosen = analysers.filter(({ id, family }) => (ids ? ids.includes(id) : (family === 'compression' || family === 'pixels') && id !== 'visible-mark'));

const run = (bytes: Uint8Array, some = chosen): Promise<Finding[]> => examine(traceSource(bytes, nodeHost), {}, some);
const isPicture = (name: string) => /\.(jpe?g|png|webp)$/i.test(name) && !name.includes('-mask.');

function inside([x, y]: [number, number], points: Region['points']): boolean {
  let odd = false;
  for (let i = 0, j = points.length - 1; i < points.length; j = i, i += 1) {
    const [[ax, ay], [bx, by]] = [points[i]!, points[j]!];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) odd = !odd;
  }
  return odd;
}

/** Shares of the outlined area that is in the mask, of the mask that is outlined, and of both together that is common. */
async function overlap(regions: Region[], maskPath: string): Promise<{ precision: number; recall: number; common: number }> {
  const { data: pixels, info } = await sharp(maskPath).greyscale().raw().toBuffer({ resolveWithObject: true });
  let [marked, outlined, both] = [0, 0, 0];
  for (let y = 0; y < info.height; y += 1) {
    for (let x = 0; x < info.width; x += 1) {
      const inMask = pixels[(y * info.width + x) * info.channels]! > 127;
      const inOutline = regions.some(({ points }) => inside([(x + 0.5) / info.width, (y + 0.5) / info.height], points));
      marked += Number(inMask);
      outlined += Number(inOutline);
      both += Number(inMask && inOutline);
    }
  }
  return { precision: outlined ? both / outlined : 0, recall: both / marked, common: both / (marked + outlined - both) };
}

async function falseAlarms(): Promise<void> {
  const counts = new Map(chosen.map(({ id }) => [id, { suspicious: 0, shown: 0, notApplicable: 0, failed: 0 }]));
  let [pictures, scoredOn, suspiciousOn] = [0, 0, 0];
  for (const folder of genuine) {
    for (const name of (await readdir(folder)).filter(isPicture).sort()) {
      const findings = await run(new Uint8Array(await readFile(join(folder, name))));
      pictures += 1;
      for (const finding of findings) {
        const count = counts.get(finding.analyser)!;
        if (finding.outcome === 'suspicious') count.suspicious += 1;
        else if (finding.outcome === 'not-applicable') count.notApplicable += 1;
        else if (finding.outcome === 'failed') count.failed += 1;
        else if (finding.regions?.length) count.shown += 1;
        if (finding.outcome === 'suspicious' || finding.outcome === 'failed') {
          console.log(`  ${name} ${finding.analyser} ${finding.outcome}: ${finding.facts.map(({ key, value }) => `${key} ${value}`).join(', ')}`);
        }
      }
      const suspicious = findings.filter(({ outcome }) => outcome === 'suspicious');
      if (suspicious.length) suspiciousOn += 1;
      if (suspicious.some(({ analyser }) => weights[analyser]!.weight > 0)) scoredOn += 1;
    }
  }
  console.log(`\nGenuine photographs: ${pictures}\nanalyser\tsuspicious\tshown only\tnot applicable\tfailed`);
  for (const [id, { suspicious, shown, notApplicable, failed }] of counts) console.log(`${id}\t${suspicious}\t${shown}\t${notApplicable}\t${failed}`);
  console.log(`pictures scored by any analyser with a weight\t${scoredOn} (${((100 * scoredOn) / pictures).toFixed(2)} %)\npictures with any suspicious finding\t${suspiciousOn}`);
}

async function finds(): Promise<void> {
  const some = analysers.filter(({ id }) => id === 'copy-move');
  for (const quality of [null, 80]) {
    let found = 0;
    const names = (await readdir(copies)).filter(isPicture).sort();
    for (const name of names) {
      const stored = await readFile(join(copies, name));
      const bytes = quality ? await sharp(stored).jpeg({ quality }).toBuffer() : stored;
      const [finding] = await run(new Uint8Array(bytes), some);
      const { precision, recall, common } = await overlap(finding?.regions ?? [], join(copies, name.replace('.jpg', '-mask.png')));
      const hit = finding?.outcome === 'suspicious' && common >= 0.25;
      if (hit) found += 1;
      console.log(`  ${name}\t${finding?.outcome}\t${hit ? 'found' : 'missed'}\tof the outline in the mask ${precision.toFixed(2)}, of the mask outlined ${recall.toFixed(2)}, intersection over union ${common.toFixed(2)}`);
    }
    console.log(`copy-move, ${quality ? `after JPEG quality ${quality}` : 'as stored'}: ${found} of ${names.length} found\n`);
  }
}

async function main(): Promise<void> {
  if (existsSync(copies) && chosen.some(({ id }) => id === 'copy-move')) await finds();
  if (!genuine.every((folder) => existsSync(folder))) {
    console.log(`${genuine.join(' and ')} are not here: false alarms were not counted.`);
    return;
  }
  await falseAlarms();
}

void main();
