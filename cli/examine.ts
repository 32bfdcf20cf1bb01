import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { Finding } from '../lib/case/finding';
import { problemText } from '../lib/case/problem-text';
import type { Assessment } from '../lib/case/assessment';
import type { Classifier, ExamineContext } from '../lib/analysers/analyser';
import { referenceOf } from '../lib/analysers/reference';
import { analyserText } from '../lib/analysers/analyser-text';
import { traceSource } from '../lib/evidence/traces';
import { loadClassifierFromDisk } from '../lib/runtime/classifier/node';
import { bandText } from '../lib/scoring/band-text';
import { examinePicture } from '../lib/scoring/examine-picture';
import { nodeHost } from './node-host';

const usage = 'examine [--json] [--listing FILE]... FILE...';

/** One entry of the JSON answer; its shape is a contract: cli/schemas/examine.schema.json. */
interface Entry {
  file: string;
  sha256: string | null;
  format: string | null;
  width: number | null;
  height: number | null;
  score: number | null;
  log10LR: number | null;
  band: Assessment['band'] | null;
  findings: Finding[];
  error: string | null;
}

type Listing = NonNullable<ExamineContext['references']>;

async function examineFile(file: string, listing: Listing, classifier: Classifier | null): Promise<Entry> {
  try {
    const bytes = new Uint8Array(await readFile(file));
    const { sha256, format, width, height, findings, assessment, problem } = await examinePicture(bytes, nodeHost, { references: listing, classifier });
    const readable = format !== null;
    return {
      file,
      sha256,
      format,
      width,
      height,
      score: readable ? assessment.score : null,
      log10LR: readable ? assessment.log10LR : null,
      band: readable ? assessment.band : null,
      findings,
      error: problem && problemText.zh[problem],
    };
  } catch (error) {
    const message = (error as NodeJS.ErrnoException).code === 'ENOENT' ? '文件不存在' : error instanceof Error ? error.message : String(error);
    return { file, sha256: null, format: null, width: null, height: null, score: null, log10LR: null, band: null, findings: [], error: message };
  }
}

function print(entry: Entry): void {
  console.log(`\n${entry.file}`);
  if (entry.error) console.log(`  ! ${entry.error}`);
  if (entry.band === null) return;
  console.log(`  ${entry.score} / 100  ${bandText.zh[entry.band]}  (log10 LR ${entry.log10LR!.toFixed(2)})  ${entry.format} ${entry.width}×${entry.height}  SHA-256 ${entry.sha256}`);
  for (const finding of entry.findings) {
    if (finding.outcome === 'suspicious') console.log(`  ◆ ${analyserText(finding.analyser, 'zh')?.summary(finding) ?? finding.analyser}`);
    else if (finding.outcome === 'failed') console.log(`  × ${finding.analyser}: ${finding.facts[0]?.value}`);
  }
}

const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: 'boolean', default: false }, listing: { type: 'string', multiple: true, default: [] } } });
if (positionals.length === 0) {
  console.error(usage);
  process.exit(2);
}
const listing: Listing = [];
let failed = false;
for (const file of values.listing) {
  try {
    listing.push(referenceOf(file, traceSource(new Uint8Array(await readFile(file)), nodeHost)));
  } catch (error) {
    console.error(`--listing ${file}: ${error instanceof Error ? error.message : String(error)}`);
    failed = true;
  }
}
const classifier = await loadClassifierFromDisk().catch((error: unknown) => {
  console.error(`classifier not loaded: ${error instanceof Error ? error.message : String(error)}`);
  return null;
});
const entries: Entry[] = [];
for (const file of positionals) {
  const entry = await examineFile(file, listing, classifier);
  failed ||= entry.error !== null;
  entries.push(entry);
  if (!values.json) print(entry);
}
if (values.json) process.stdout.write(`${JSON.stringify(entries, null, 1)}\n`);
classifier?.dispose();
process.exitCode = failed ? 1 : 0;
