import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** One picture of an evaluation folder and what is known about it. */
export interface Photograph {
  file: string;
  generated: boolean;
  /** Generator or people behind it; the folder's name where no manifest tells. */
  source: string;
  generator: string;
  /** The marketplace chain it went through, where known. */
  profile: string;
  /** Scores of the published baselines, where measured. */
  baselines: Record<string, number>;
}

/** Splits one line of CSV; fields may be quoted. */
function fields(line: string): string[] {
  return [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].slice(0, -1).map(([, field]) => (field!.startsWith('"') ? field!.slice(1, -1).replaceAll('""', '"') : field!));
}

function table(file: string): Map<string, Record<string, string>> {
  if (!existsSync(file)) return new Map();
  const [header, ...lines] = readFileSync(file, 'utf8').split(/\r?\n/).filter(Boolean);
  const names = fields(`${header!},`).filter(Boolean);
  return new Map(lines.map((line) => {
    const values = fields(`${line},`);
    const row = Object.fromEntries(names.map((name, i) => [name, values[i] ?? '']));
    return [row['file']!, row];
  }));
}

/** The pictures under `real/` and `ai/` of a folder; manifest.csv and baselines-<folder>.csv are looked for beside it. */
export function photographs(folder: string): Photograph[] {
  const name = path.basename(path.resolve(folder));
  const manifest = table(path.join(folder, '..', 'manifest.csv'));
  const baselines = table(path.join(folder, '..', `baselines-${name}.csv`));
  return (['ai', 'real'] as const).flatMap((kind) => {
    const inside = path.join(folder, kind);
    if (!existsSync(inside)) return [];
    return readdirSync(inside).filter((file) => /\.(jpe?g|png|webp)$/i.test(file)).sort().map((file): Photograph => {
      const row = manifest.get(`${name}/${kind}/${file}`);
      const base = baselines.get(`${name}/${kind}/${file}`);
      return {
        file: path.join(inside, file),
        generated: kind === 'ai',
        source: row?.['source'] || kind,
        generator: row?.['generator'] || (kind === 'ai' ? 'unknown' : ''),
        profile: row?.['profile'] || 'as given',
        baselines: base ? { 'FerretNet-S': Number(base['ferretnet_s']), 'Tiny-LaDeDa': Number(base['tiny_ladeda']) } : {},
      };
    });
  });
}
