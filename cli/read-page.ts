import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { JSDOM, VirtualConsole } from 'jsdom';
import { readPage } from '../lib/platforms/read-page';
import type { PageReading } from '../lib/platforms/read-page';

const usage = 'usage: npm run --silent read-page -- --url URL [--at TIME] FILE.html';

/** Reads one saved page. Nothing on it runs and nothing is fetched; saved frames (`srcdoc`) are read too. */
export function readSavedPage(html: string, url: string, at: string | null): PageReading {
  const virtualConsole = new VirtualConsole(); // broken style sheets of the page are none of our news
  const open = (text: string): Document => new JSDOM(text, { url, virtualConsole }).window.document;
  return readPage(open(html), url, at, { parseFrame: open });
}

/** Reads the command line; a wrong one is an error sentence. */
export function run(args: string[]): { output: string; status: number } {
  let parsed;
  try {
    parsed = parseArgs({ args, allowPositionals: true, options: { url: { type: 'string' }, at: { type: 'string' } } });
  } catch (error) {
    return { output: `${(error as Error).message}\n${usage}`, status: 2 };
  }
  const { values, positionals } = parsed;
  if (values.url === undefined || positionals.length !== 1) return { output: usage, status: 2 };
  if (!URL.canParse(values.url)) return { output: `--url is no address: ${values.url}`, status: 2 };
  if (values.at !== undefined && Number.isNaN(Date.parse(values.at))) return { output: `--at is no time (want e.g. 2026-03-01T10:00:00+08:00): ${values.at}`, status: 2 };
  let html: string;
  try {
    html = readFileSync(positionals[0]!, 'utf8');
  } catch (error) {
    return { output: `cannot read ${positionals[0]}: ${(error as NodeJS.ErrnoException).code}`, status: 1 };
  }
  return { output: JSON.stringify(readSavedPage(html, values.url, values.at ?? null), null, 2), status: 0 };
}

if (process.argv[1] !== undefined && /read-page(?:\.ts)?$/.test(process.argv[1])) {
  const { output, status } = run(process.argv.slice(2));
  (status === 0 ? process.stdout : process.stderr).write(`${output}\n`);
  process.exitCode = status;
}
