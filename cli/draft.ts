import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { deadlines } from '../lib/appeal/deadlines';
import { draftLetter } from '../lib/appeal/draft';
import { DraftRefused } from '../lib/appeal/input';
import { BadInput, draftInput, type DraftFlags } from './draft-input';

const usage =
  'draft --claim CLAIM.json --findings FINDINGS.json --recipient platform|buyer|regulator|service|police|court [--length long|500|200] [--uploaded DATE] [--decided DATE] [--filed DATE] [--sued DATE] ' +
  '[--shop NAME] [--contact TEXT] [--conduct machine-only,not-heard,forced-refund-only] [--procedural] [--without-ground ID]... [--without-citation ID]...';

const text = { type: 'string' } as const;
const several = { type: 'string', multiple: true } as const;
const options = {
  claim: text, findings: text, recipient: text, length: text, uploaded: text, decided: text, filed: text, sued: text, shop: text, contact: text, conduct: text,
  procedural: { type: 'boolean' }, 'without-ground': several, 'without-citation': several,
} as const;

async function readJson(file: string | undefined, code: 'unreadable-claim' | 'unreadable-findings', option: string): Promise<unknown> {
  if (!file) throw new BadInput('usage', `缺少 ${option}。用法：${usage}`);
  try {
    return JSON.parse((await readFile(file, 'utf8')).replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new BadInput(code, `${file} 不能读取或不是 JSON：${error instanceof Error ? error.message : String(error)}`);
  }
}

function flagsOf(): DraftFlags & { claim?: string; findings?: string } {
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    throw new BadInput('usage', `${error instanceof Error ? error.message : String(error)}。用法：${usage}`);
  }
}

/** Prints one draft (cli/schemas/draft.schema.json); a refusal is `{error: {code, message}}` on stderr and status 1. */
async function main(): Promise<void> {
  const flags = flagsOf();
  const claim = await readJson(flags.claim, 'unreadable-claim', '--claim');
  const findings = await readJson(flags.findings, 'unreadable-findings', '--findings');
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  const input = draftInput(claim, findings, flags, today);
  const { text: letter, characters, citations, grounds, warnings, advice, dates } = draftLetter(input);
  const due = deadlines({ platform: input.claim.platform, respondBy: input.claim.respondBy, dates });
  console.log(JSON.stringify({ text: letter, characters, citations, grounds, warnings, advice, dates, deadlines: due }, null, 2));
}

main().catch((error: unknown) => {
  const known = error instanceof BadInput || error instanceof DraftRefused;
  const message = error instanceof Error ? error.message : String(error);
  console.error(JSON.stringify({ error: { code: known ? error.code : 'internal', message } }));
  process.exitCode = 1;
});
