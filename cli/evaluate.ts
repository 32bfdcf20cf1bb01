import { existsSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { memory } from '@tensorflow/tfjs-core';
import sharp from 'sharp';
import type { ClassifierResult } from '../lib/analysers/analyser';
import { log10LikelihoodRatio } from '../lib/analysers/learned/likelihood';
import { qualityBand, type QualityBand } from '../lib/analysers/learned/quality-band';
import { traceSource } from '../lib/evidence/traces';
import { loadClassifierFromDisk } from '../lib/runtime/classifier/node';
import { above, auc, aucOfAlike, grouped, share, thresholdAt } from './evaluation/measures';
import { photographs, type Photograph } from './evaluation/photographs';
import { probeAuc } from './evaluation/probe';
import { nodeHost } from './node-host';

// npm run evaluate [-- --folder DIR] [--scores FILE] [--from FILE]: how well the shipped classifier does on a folder of
// real/ and ai/. `--from` takes the logits from what training/score_dev.py wrote instead of computing them here.
const { values } = parseArgs({ options: { folder: { type: 'string' }, scores: { type: 'string' }, limit: { type: 'string' }, from: { type: 'string' } } });
const folder = values.folder ?? fileURLToPath(new URL('../../shared/data/photos/dev', import.meta.url));

interface Scored extends Photograph {
  logit: number;
  tiles: ClassifierResult['tiles'];
  log10LR: number | null;
  band: QualityBand;
  bytes: number;
  width: number;
  height: number;
  thumbnail: number[];
}

const logits = (pictures: readonly Scored[], generated: boolean): number[] => pictures.filter((one) => one.generated === generated).map((one) => one.logit);

function row(name: string, generated: readonly number[], genuine: readonly number[], thresholds?: { five: number; one: number }): string {
  const five = thresholds?.five ?? thresholdAt(genuine, 0.05);
  const one = thresholds?.one ?? thresholdAt(genuine, 0.01);
  const order = generated.length && genuine.length ? auc(generated, genuine).toFixed(3) : '    –';
  return `${name.slice(0, 46).padEnd(46)} ${String(generated.length).padStart(4)} ${String(genuine.length).padStart(5)}  ${order}  ${share(above(generated, five), generated.length)}  ${share(above(generated, one), generated.length)}`;
}

const header = `${''.padEnd(46)}   ai  real    AUC  TPR at 5 % FPR     TPR at 1 % FPR`;

async function score(given: readonly Photograph[]): Promise<Scored[]> {
  const classifier = await loadClassifierFromDisk();
  const known = values.from ? (JSON.parse(await readFile(values.from, 'utf8')) as Record<string, number>) : null;
  console.log(`model ${classifier.id}, ${known ? `logits from ${values.from}` : classifier.backend}`);
  const scored: Scored[] = [];
  const before = memory().numTensors;
  for (const [i, one] of given.entries()) {
    const bytes = new Uint8Array(await readFile(one.file));
    const source = traceSource(bytes, nodeHost);
    const { width, height, rgb } = await source.get('pixels');
    if (Math.min(width, height) < classifier.smallest) {
      console.log(`too small, left out: ${path.basename(one.file)}`);
      continue;
    }
    if (known && !(path.basename(one.file) in known)) continue;
    const { logit, tiles } = known ? { logit: known[path.basename(one.file)]!, tiles: [] } : await classifier.classify(rgb, width, height);
    const band = qualityBand(bytes, await source.get('format'));
    const thumbnail = [...(await sharp(bytes).removeAlpha().toColourspace('srgb').resize(8, 8, { fit: 'fill' }).raw().toBuffer())];
    scored.push({ ...one, logit, tiles, band, log10LR: log10LikelihoodRatio(classifier.id, band, logit), bytes: bytes.length, width, height, thumbnail });
    if (i % 100 === 99) console.error(`${i + 1} of ${given.length}`);
  }
  console.log(`tensors held before ${before}, after ${scored.length} pictures ${memory().numTensors}`);
  classifier.dispose();
  return scored;
}

function report(scored: readonly Scored[]): void {
  const [generated, genuine] = [logits(scored, true), logits(scored, false)];
  const thresholds = { five: thresholdAt(genuine, 0.05), one: thresholdAt(genuine, 0.01) };
  console.log(`\n## All pictures\n${header}\n${row('this model', generated, genuine)}`);
  for (const name of Object.keys(scored[0]?.baselines ?? {})) {
    const of = (kind: boolean) => scored.filter((one) => one.generated === kind && name in one.baselines).map((one) => one.baselines[name]!);
    console.log(row(`${name} (published weights)`, of(true), of(false)));
  }
  const worstFirst = (groups: Map<string, Scored[]>) => [...groups].map(([name, list]) => ({ name, list, order: auc(logits(list, true), logits(list, false)) })).sort((a, b) => a.order - b.order);
  console.log(`\n## Per marketplace chain, worst first (thresholds of each chain's own genuine pictures)\n${header}`);
  for (const { name, list } of worstFirst(grouped(scored, (one) => one.profile))) console.log(row(name, logits(list, true), logits(list, false)));
  console.log(`\n## Per generator, worst first (thresholds of all genuine pictures)\n${header}`);
  const generators = [...grouped(scored.filter((one) => one.generated), (one) => `${one.generator} · ${one.source.split('/')[0]}`)].map(([name, list]) => ({ name, list: list.map((one) => one.logit) }));
  for (const { name, list } of generators.sort((a, b) => auc(a.list, genuine) - auc(b.list, genuine))) console.log(row(name, list, genuine, thresholds));
  console.log('\n## Genuine pictures per source, worst first: share above the overall 5 % threshold; at "moderate" (log10 LR ≥ 1)');
  const sources = [...grouped(scored.filter((one) => !one.generated), (one) => one.source)].map(([name, list]) => ({ name, list, hits: list.filter((one) => one.logit > thresholds.five).length, moderate: list.filter((one) => (one.log10LR ?? 0) >= 1).length }));
  const small = sources.filter((one) => one.list.length < 5);
  const rest = { name: `${small.length} sources of fewer than 5`, list: small.flatMap((one) => one.list), hits: small.reduce((sum, one) => sum + one.hits, 0), moderate: small.reduce((sum, one) => sum + one.moderate, 0) };
  for (const { name, list, hits, moderate } of [...sources.filter((one) => one.list.length >= 5), rest].filter((one) => one.list.length).sort((a, b) => b.hits / b.list.length - a.hits / a.list.length)) {
    console.log(`${name.slice(0, 60).padEnd(60)} ${String(list.length).padStart(4)}  ${share(hits, list.length)}   ${moderate}`);
  }
  if (scored.every((one) => one.log10LR !== null)) {
    console.log('\n## Calibrated, per quality band: pictures at "moderate" or above');
    for (const [band, list] of grouped(scored, (one) => one.band)) {
      const at = (kind: boolean) => { const some = list.filter((one) => one.generated === kind); return share(some.filter((one) => one.log10LR! >= 1).length, some.length); };
      console.log(`${band.padEnd(14)} generated ${at(true)}   genuine ${at(false)}`);
    }
  }
  console.log('\n## Shortcut probes, cross-validated over sources (near 0.5 is good)');
  const labels = scored.map((one) => one.generated);
  const by = scored.map((one) => one.source);
  const probes: Record<string, (one: Scored) => number[]> = {
    dimensions: ({ width, height }) => [width, height, Math.log(width * height), width / height],
    'file size': ({ bytes, width, height }) => [Math.log(bytes), Math.log((8 * bytes) / (width * height))],
    '8×8 thumbnail': ({ thumbnail }) => thumbnail,
  };
  for (const [name, columns] of Object.entries(probes)) console.log(`${name.padEnd(16)} AUC ${probeAuc(scored.map(columns), labels, by).toFixed(3)}`);
  const near = (a: number, b: number) => Math.abs(Math.log(a / b)) < Math.log(1.1);
  const ofOneSize = aucOfAlike(scored.filter((one) => one.generated), scored.filter((one) => !one.generated), (one) => one.logit, (a, b) => near(a.width, b.width) && near(a.height, b.height));
  console.log(`this model, only pairs whose width and height differ by less than 10 %: AUC ${ofOneSize.auc.toFixed(3)} over ${ofOneSize.pairs} pairs`);
}

if (!existsSync(folder)) {
  console.log(`No pictures to evaluate on: ${path.relative(process.cwd(), folder)} is absent. Give a folder with real/ and ai/ by --folder.`);
} else {
  const scored = await score(photographs(folder).slice(0, values.limit ? Number(values.limit) : undefined));
  if (values.scores) writeFileSync(values.scores, JSON.stringify(scored.map(({ file, thumbnail: _, baselines: __, ...rest }) => ({ file: path.basename(file), ...rest }))));
  if (scored.length) report(scored);
}
