import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { analysers } from '../lib/analysers/index';
import { copiesFound, falseAlarms, piecesFound } from './measure-traces/count';
import { genuineSets, spliceFolder } from './measure-traces/sets';

/**
 * Counts what the trace analysers (families compression and pixels) say:
 * `npm run measure:traces -- [--write] [--only=ID,ID] [genuine|unseen|crops|splice|made]...`, all parts without a name.
 * `--write` puts each part's table in its place in docs/traces.md.
 */
const words = process.argv.slice(2);
const only = words.find((word) => word.startsWith('--only='))?.slice(7).split(',');
const asked = words.filter((word) => !word.startsWith('--'));
const chosen = analysers.filter(({ id, family }) => (only ? only.includes(id) : family === 'compression' || family === 'pixels'));
const report = 'docs/traces.md';

const parts: Record<string, { needs: string[]; count: () => Promise<string[]> }> = {
  ...Object.fromEntries(Object.entries(genuineSets).map(([name, { folders, pictures, said }]) => [name, { needs: folders, count: async () => [`${pictures().length} pictures: ${said}.`, '', ...(await falseAlarms(pictures(), chosen))] }])),
  splice: { needs: [spliceFolder], count: () => copiesFound(analysers.filter(({ id }) => id === 'copy-move')) },
  made: { needs: ['../shared/data/photos/dev/real'], count: () => piecesFound('../shared/data/photos/dev/real', 12, chosen) },
};

function write(part: string, lines: string[]): void {
  const [start, end] = [`<!-- ${part} -->`, `<!-- /${part} -->`];
  const text = readFileSync(report, 'utf8');
  const [from, to] = [text.indexOf(start), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${report} has no place for ${part}`);
  writeFileSync(report, `${text.slice(0, from + start.length)}\n${lines.join('\n')}\n${text.slice(to)}`);
}

async function main(): Promise<void> {
  for (const [part, { needs, count }] of Object.entries(parts)) {
    if (asked.length > 0 && !asked.includes(part)) continue;
    const missing = needs.filter((folder) => !existsSync(folder));
    if (missing.length > 0) {
      console.log(`${part}: ${missing.join(' and ')} not here, nothing counted.`);
      continue;
    }
    console.log(`## ${part}`);
    const lines = await count();
    console.log(lines.join('\n'));
    if (words.includes('--write')) write(part, lines);
  }
}

void main();
