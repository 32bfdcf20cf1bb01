import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { examine } from '../../lib/analysers/examine';
import type { Analyser } from '../../lib/analysers/analyser';
import type { Finding } from '../../lib/case/finding';
import { traceSource } from '../../lib/evidence/traces';
import { weights } from '../../lib/scoring/weights';
import { nodeHost } from '../node-host';
import { forgeries } from './forgeries';
import { leastCommon, overlapOf, type Mask } from './overlap';
import { picturesOf, spliceFolder, type Picture } from './sets';

const run = (bytes: Uint8Array, some: readonly Analyser[]): Promise<Finding[]> => examine(traceSource(bytes, nodeHost), {}, some);
const scores = (finding: Finding) => finding.outcome === 'suspicious' && weights[finding.analyser]!.weight > 0;
const nfa = (finding: Finding) => Number(finding.facts.find((fact) => fact.key === 'log10NFA')?.value ?? NaN);
const row = (...cells: (string | number)[]) => `| ${cells.join(' | ')} |`;
const head = (...cells: string[]) => [row(...cells), row(...cells.map(() => '---'))];

/** Grain bounds at which a reader may ask how often it would have spoken. */
const grainLimits = [-4, -6, -8, -12];

/** False alarms by analyser, as lines of a Markdown table. What scored or failed is named on the console. */
export async function falseAlarms(pictures: Picture[], some: readonly Analyser[]): Promise<string[]> {
  const counts = new Map(some.map(({ id }) => [id, { asked: 0, shown: 0, scored: 0, failed: 0, grain: grainLimits.map(() => 0) }]));
  let scoredOn = 0;
  for (const [i, picture] of pictures.entries()) {
    const findings = await run(await picture.bytes(), some);
    for (const finding of findings) {
      const count = counts.get(finding.analyser)!;
      if (finding.outcome !== 'not-applicable') count.asked += 1;
      if (finding.outcome === 'failed') count.failed += 1;
      if (scores(finding)) count.scored += 1;
      else if (finding.regions?.length) count.shown += 1;
      grainLimits.forEach((limit, k) => (count.grain[k]! += Number(nfa(finding) < limit)));
      if (scores(finding) || finding.outcome === 'failed') console.log(`  ${picture.name} ${finding.analyser} ${finding.outcome}: ${finding.facts.map(({ key, value }) => `${key} ${value}`).join(', ')}`);
    }
    if (findings.some(scores)) scoredOn += 1;
    if (i % 50 === 49) console.log(`  ${i + 1} of ${pictures.length}, scored on ${scoredOn}`);
  }
  const lines = [...head('analyser', 'asked', 'outlined, not scored', 'scored', 'failed'), ...[...counts].map(([id, { asked, shown, scored, failed }]) => row(id, asked, shown, weights[id]!.weight > 0 ? scored : '–', failed))];
  const grain = counts.get('noise-level');
  if (grain) lines.push('', `Grain outlined with log10 NFA below ${grainLimits.join(', ')}: ${grain.grain.join(', ')} of ${grain.asked}.`);
  lines.push('', `Pictures on which any analyser scored: **${scoredOn} of ${pictures.length}** (${((100 * scoredOn) / pictures.length).toFixed(2)} %).`);
  return lines;
}

async function maskOf(file: string): Promise<Mask> {
  const { data, info } = await sharp(readFileSync(file)).greyscale().raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data: Uint8Array.from({ length: info.width * info.height }, (_, i) => (data[i * info.channels]! > 127 ? 1 : 0)) };
}

/** The ten copy-move pictures, as stored and saved once more. */
export async function copiesFound(some: readonly Analyser[]): Promise<string[]> {
  const lines = head('saved', 'found', 'missed');
  for (const quality of [null, 80]) {
    const missed: string[] = [];
    const files = picturesOf(spliceFolder);
    for (const file of files) {
      const stored = readFileSync(file);
      const [finding] = await run(new Uint8Array(quality ? await sharp(stored).jpeg({ quality }).toBuffer() : stored), some);
      const { precision, recall, common } = overlapOf(finding?.regions ?? [], await maskOf(file.replace('.jpg', '-mask.png')));
      const hit = finding !== undefined && scores(finding) && common >= leastCommon;
      if (!hit) missed.push(file.split('/').at(-1)!);
      console.log(`  ${file}\t${finding?.outcome}\t${hit ? 'found' : 'missed'}\tof the outline in the mask ${precision.toFixed(2)}, of the mask outlined ${recall.toFixed(2)}, intersection over union ${common.toFixed(2)}`);
    }
    lines.push(row(quality ? `again, JPEG ${quality}` : 'as stored', `${files.length - missed.length} of ${files.length}`, missed.join(', ')));
  }
  return lines;
}

/** Pieces pasted by forgeries.ts: which analyser's outline overlaps the piece. */
export async function piecesFound(folder: string, count: number, some: readonly Analyser[]): Promise<string[]> {
  const rows = new Map<string, { made: number; any: number; by: Map<string, number>; astray: number }>();
  for await (const { kind, saved, name, bytes, mask } of forgeries(folder, count)) {
    const key = `${kind} | ${saved}`;
    const entry = rows.get(key) ?? { made: 0, any: 0, by: new Map(), astray: 0 };
    rows.set(key, entry);
    entry.made += 1;
    let any = false;
    for (const finding of await run(bytes, some)) {
      if (!finding.regions?.length) continue;
      const { common } = overlapOf(finding.regions, mask);
      const counted = finding.analyser === 'noise-level' ? nfa(finding) < -4 : scores(finding);
      if (counted && common >= leastCommon) entry.by.set(finding.analyser, (entry.by.get(finding.analyser) ?? 0) + 1);
      if (scores(finding) && common >= leastCommon) any = true;
      if (scores(finding) && common < leastCommon) {
        entry.astray += 1;
        console.log(`  ${name} ${key} ${finding.analyser}: outline elsewhere or rough, intersection over union ${common.toFixed(2)}`);
      }
    }
    if (any) entry.any += 1;
  }
  const ids = some.map(({ id }) => id).filter((id) => [...rows.values()].some(({ by }) => by.has(id)));
  return [...head('pasted', 'saved', 'made', 'found and scored', ...ids.map((id) => (weights[id]!.weight > 0 ? id : `${id} (shown)`)), 'scored, outline elsewhere'), ...[...rows].map(([key, { made, any, by, astray }]) => row(key, made, any, ...ids.map((id) => by.get(id) ?? 0), astray))];
}
