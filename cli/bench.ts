import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import os from 'node:os';

/** One measured figure; `beside` names what it stands next to in the same run. */
export interface Measurement {
  name: string;
  value: number;
  unit: string;
  beside?: string;
}

// Each file of cli/bench exports one `bench…` function; figures are reported, never asserted.
const folder = join(fileURLToPath(new URL('.', import.meta.url)), 'bench');
const wanted = process.argv.slice(2);
console.log(`${os.cpus()[0]?.model ?? 'cpu'} × ${os.cpus().length}, Node ${process.versions.node}, load ${os.loadavg()[0]!.toFixed(1)}`);
for (const file of readdirSync(folder).filter((name) => name.endsWith('.ts')).sort()) {
  if (wanted.length > 0 && !wanted.some((word) => file.startsWith(word))) continue;
  const exported = (await import(pathToFileURL(join(folder, file)).href)) as Record<string, unknown>;
  const bench = Object.entries(exported).find(([name, value]) => name.startsWith('bench') && typeof value === 'function')?.[1] as (() => Promise<Measurement[]>) | undefined;
  if (!bench) continue;
  console.log(`\n## ${file.replace('.ts', '')}`);
  try {
    for (const { name, value, unit, beside } of await bench()) console.log(`${name.padEnd(64)} ${value.toFixed(value < 10 ? 2 : 0).padStart(10)} ${unit}${beside ? `   (${beside})` : ''}`);
  } catch (error) {
    console.log(`not measured: ${error instanceof Error ? error.message : String(error)}`);
  }
}
process.exit(0);
