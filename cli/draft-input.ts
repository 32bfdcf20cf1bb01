import type { Band } from '../lib/case/assessment';
import type { ClaimFacts } from '../lib/case/claim';
import type { Finding } from '../lib/case/finding';
import { grounds, type GroundId } from '../lib/appeal/grounds';
import { letterLengths, recipientIds, type DraftImage, type DraftInput, type LetterLength, type PlatformConduct, type RecipientId } from '../lib/appeal/input';

/** A mistake in how the command was called or in a file it was given. */
export class BadInput extends Error {
  override readonly name = 'BadInput';
  constructor(
    readonly code: 'usage' | 'unknown-recipient' | 'unreadable-claim' | 'no-claim' | 'no-order-number' | 'unreadable-findings',
    message: string,
  ) {
    super(message);
  }
}

export interface DraftFlags {
  recipient?: string;
  length?: string;
  uploaded?: string;
  decided?: string;
  filed?: string;
  sued?: string;
  shop?: string;
  contact?: string;
  conduct?: string;
  procedural?: boolean;
  'without-ground'?: string[];
  'without-citation'?: string[];
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const words = (value: unknown): string | null => (typeof value === 'string' ? value : typeof value === 'number' ? String(value) : null);
const list = <T>(value: unknown): T[] => (Array.isArray(value) ? (value as T[]) : []);

const refundTypes: readonly ClaimFacts['refundType'][] = ['refund-only', 'return-and-refund', 'exchange', 'resend', 'repair', 'unknown'];

/** What `read-page` printed: an object with `claim`, or with the reason why there is none. */
export function readClaim(json: unknown): DraftInput['claim'] {
  if (!isObject(json)) throw new BadInput('unreadable-claim', '申请文件不是 read-page 输出的 JSON 对象。');
  const { platform } = json;
  // A claim on its own, without what `read-page` prints around it, is understood as well.
  const claim = json['claim'] === undefined && 'orderId' in json ? json : json['claim'];
  if (!isObject(claim)) {
    const missing = list<{ field?: string; message?: string }>(json['mismatches']);
    if (missing.some((one) => one.field === 'orderId')) throw new BadInput('no-order-number', '页面上没有读到订单编号，不能起草信函。');
    throw new BadInput('no-claim', `页面上没有读到售后申请${missing.length > 0 ? `：${missing.map((one) => one.message ?? one.field).join('；')}` : ''}。`);
  }
  const amount = isObject(claim['amount']) ? { value: words(claim['amount']['value']) ?? '', currency: words(claim['amount']['currency']) ?? 'CNY' } : null;
  return {
    platform: words(platform) ?? words(claim['platform']) ?? 'manual',
    orderId: words(claim['orderId']) ?? '',
    afterSaleId: words(claim['afterSaleId']),
    refundType: refundTypes.find((type) => type === claim['refundType']) ?? 'unknown',
    amount,
    reason: words(claim['reason']),
    description: words(claim['description']),
    status: words(claim['status']),
    appliedAt: words(claim['appliedAt']),
    respondBy: words(claim['respondBy']),
    evidence: list(claim['evidence']),
    listing: list(claim['listing']),
  };
}

function readFinding(json: unknown): Finding | null {
  if (!isObject(json) || !words(json['analyser'])) return null;
  const facts = list<Finding['facts'][number]>(json['facts']).filter((fact) => isObject(fact) && typeof fact.key === 'string');
  return { analyser: words(json['analyser'])!, family: json['family'] as Finding['family'], outcome: json['outcome'] as Finding['outcome'], strength: Number(json['strength']) || 0, facts };
}

/** What `examine --json` printed: one entry per picture of the buyer. Pictures that could not be read stay in their place. */
export function readImages(json: unknown): DraftImage[] {
  if (!Array.isArray(json) || !json.every(isObject)) throw new BadInput('unreadable-findings', '检测文件不是 examine --json 输出的 JSON 数组。');
  return json.map((entry, index) => ({
    ordinal: index + 1,
    sha256: words(entry['sha256']),
    band: words(entry['band']) as Band | null,
    findings: list(entry['findings']).map(readFinding).filter((finding) => finding !== null),
  }));
}

const conducts: Record<string, keyof PlatformConduct> = { 'machine-only': 'machineOnly', 'not-heard': 'notHeard', 'forced-refund-only': 'forcedRefundOnly' };

function readConduct(given: string | undefined): PlatformConduct {
  const names = given ? given.split(',') : [];
  const unknown = names.find((name) => !conducts[name]);
  if (unknown !== undefined) throw new BadInput('usage', `--conduct 只能是 ${Object.keys(conducts).join('、')}（逗号分隔），不能是“${unknown}”。`);
  return Object.fromEntries(names.map((name) => [conducts[name]!, true]));
}

/** @throws BadInput with a sentence that names the option or file. */
export function draftInput(claim: unknown, findings: unknown, flags: DraftFlags, today: string): DraftInput {
  const recipient = recipientIds.find((id) => id === flags.recipient) as RecipientId | undefined;
  if (!recipient) throw new BadInput('unknown-recipient', `${flags.recipient === undefined ? '缺少 --recipient；' : `没有“${flags.recipient}”这种收件人；`}--recipient 须为 ${recipientIds.join('|')} 之一。`);
  const length = letterLengths.find((one) => String(one) === (flags.length ?? 'long')) as LetterLength | undefined;
  if (!length) throw new BadInput('usage', `--length 须为 ${letterLengths.join('|')} 之一。`);
  const groundIds: readonly string[] = grounds.map((ground) => ground.id);
  const unknown = flags['without-ground']?.find((id) => !groundIds.includes(id));
  if (unknown !== undefined) throw new BadInput('usage', `没有“${unknown}”这项理由；可用：${groundIds.join('、')}。`);
  const { uploaded, decided, filed, sued } = flags;
  return {
    claim: readClaim(claim),
    images: readImages(findings),
    recipient,
    length,
    dates: { uploaded: uploaded ?? null, decided: decided ?? null, filed: filed ?? null, sued: sued ?? null },
    today,
    shop: { name: flags.shop ?? null, contact: flags.contact ?? null },
    options: { groundsOff: (flags['without-ground'] ?? []) as GroundId[], citationsOff: flags['without-citation'] ?? [], conduct: readConduct(flags.conduct), procedural: flags.procedural ?? false },
  };
}
