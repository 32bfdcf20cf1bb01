import { existsSync, readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { traceSource } from '../../lib/evidence/traces';
import { searched, type TextMark } from '../../lib/evidence/visible-mark/text-marks';
import { frozenStrip } from '../../tests/fixtures/marks/frozen-strip';
import { nodeHost } from '../node-host';
import { lineHeight, lineLogits, weightsFile } from './network';
import { lineMarks } from './read-line';

/**
 * What the line reader on trial reads: `npx tsx cli/line-reader/measure.ts FOLDER…`. The product does not use it. For each score at
 * which its surest words might count: how many pictures of a folder it finds a mark on, and on how many every word is right.
 */
const scores = [1, 2, 3, 4];

/** The weights must give here what they gave in training. */
function agrees(): boolean {
  const { frozen } = JSON.parse(readFileSync(weightsFile, 'utf8')) as { frozen: { width: number; span: [number, number, number, number]; columns: number[]; logits: number[][] } };
  const [left, right, top, bottom] = frozen.span;
  const logits = lineLogits(frozenStrip(lineHeight, frozen.width), frozen.width, { left, right, top, bottom });
  return frozen.columns.every((column, i) => frozen.logits[i]!.every((wanted, k) => Math.abs(logits[column]![k]! - wanted) < 0.01));
}

async function measure(folder: string): Promise<void> {
  const truthFile = join(folder, 'truth.json');
  const truth: Record<string, string> = existsSync(truthFile) ? JSON.parse(await readFile(truthFile, 'utf8')) : {};
  const names = (await readdir(folder)).filter((name) => /\.(jpe?g|png|webp)$/i.test(name)).sort();
  const best: { name: string; mark: TextMark | undefined }[] = [];
  for (const name of names) {
    const luma = await traceSource(new Uint8Array(await readFile(join(folder, name))), nodeHost).get('luma');
    best.push({ name, mark: lineMarks(searched(luma))[0] });
  }
  for (const score of scores) {
    const found = best.filter(({ mark }) => mark && mark.score >= score);
    console.log(`${folder}: score ${score}, found ${found.length} of ${names.length}, all words right ${found.filter(({ name, mark }) => mark!.words === truth[name]).length}`);
  }
}

if (!existsSync(weightsFile)) console.log(`${weightsFile} is not here: training/README.md says how to make it.`);
else if (!agrees()) {
  console.log('The network here does not compute what the training computed.');
  process.exitCode = 1;
} else for (const folder of process.argv.slice(2)) await measure(folder);
