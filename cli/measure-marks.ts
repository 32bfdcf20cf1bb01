import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { visibleMark } from '../lib/analysers/provenance/visible-mark';
import { examine } from '../lib/analysers/examine';
import { fact } from '../lib/analysers/fact-value';
import type { Finding } from '../lib/case/finding';
import { traceSource } from '../lib/evidence/traces';
import { nodeHost } from './node-host';

/**
 * What the visible-mark analyser reads: `npm run measure:marks [-- FOLDER…]`. Without folders the genuine photographs of
 * ../shared/data (nothing may be read there) and the labelled files. With a `truth.json` in a folder (file → words) the
 * words read are compared with it; training/marks/rendered.py writes such folders.
 */
const data = '../shared/data';
const isPicture = (name: string) => /\.(jpe?g|png|webp)$/i.test(name);

async function reading(path: string): Promise<Finding> {
  const [finding] = await examine(traceSource(new Uint8Array(await readFile(path)), nodeHost), {}, [visibleMark]);
  return finding!;
}

const said = (finding: Finding): string => finding.facts.map(({ key, value }) => `${key} ${value}`).join(', ');

async function measure(folder: string): Promise<void> {
  const truthFile = join(folder, 'truth.json');
  const truth: Record<string, string> | null = existsSync(truthFile) ? JSON.parse(await readFile(truthFile, 'utf8')) : null;
  const names = (await readdir(folder)).filter(isPicture).sort();
  const counts = new Map<string, { right: number; marked: number; of: number }>();
  let [marks, shapes, failed] = [0, 0, 0];
  for (const name of names) {
    const finding = await reading(join(folder, name));
    const kind = fact(finding, 'kind');
    if (finding.outcome === 'failed') failed += 1;
    if (finding.outcome === 'suspicious') {
      if (kind === 'text') marks += 1;
      else shapes += 1;
    }
    if (truth) {
      const wanted = truth[name] ?? '';
      const count = counts.get(wanted) ?? { right: 0, marked: 0, of: 0 };
      counts.set(wanted, count);
      count.of += 1;
      const words = String(fact(finding, 'words') ?? '');
      if (kind === 'text') count.marked += 1;
      if (words === wanted) count.right += 1;
      else console.log(`  ${name}\twanted ${wanted}\tread ${words || '–'}`);
    } else if (finding.outcome === 'suspicious' || finding.outcome === 'failed') console.log(`  ${name}\t${said(finding)}`);
  }
  console.log(`${folder}: ${names.length} pictures, ${marks} with words, ${shapes} with a shape alone, ${failed} failed`);
  if (truth) {
    let [right, marked, of] = [0, 0, 0];
    for (const [words, count] of counts) {
      console.log(`  ${words}\tmark found ${count.marked} of ${count.of}\tall words right ${count.right}`);
      right += count.right;
      marked += count.marked;
      of += count.of;
    }
    console.log(`  together\tmark found ${marked} of ${of} (${((100 * marked) / of).toFixed(1)} %)\tall words right ${right} (${((100 * right) / of).toFixed(1)} %)`);
  }
}

const folders = process.argv.length > 2 ? process.argv.slice(2) : [`${data}/labelled`, `${data}/photos/dev/real`, `${data}/camera`];
for (const folder of folders) {
  if (existsSync(folder)) await measure(folder);
  else console.log(`${folder} is not here: not measured.`);
}
