import { bands } from '../../../lib/case/assessment';
import type { Finding } from '../../../lib/case/finding';
import { letterLengths, recipientIds, type DraftImage, type DraftInput } from '../../../lib/appeal/input';

/** mulberry32: the same seed gives the same cases everywhere. */
export function randomSource(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export const secrets = ['u:9911223344/task:55', '7391002233445566', 'sid:aa-bb-cc'];

const digits = (next: () => number, count: number) => Array.from({ length: count }, () => Math.floor(next() * 10)).join('');
const hex = (next: () => number) => Array.from({ length: 64 }, () => Math.floor(next() * 16).toString(16)).join('');

export function randomCase(seed: number): DraftInput {
  const next = randomSource(seed);
  const pick = <T>(values: readonly T[]): T => values[Math.floor(next() * values.length)]!;
  const chance = (share: number) => next() < share;
  const day = () => new Date(Date.UTC(2023, 0, 1) + Math.floor(next() * 2192) * 86_400_000).toISOString().slice(0, 10);
  const later = (from: string, days: number) => new Date(Date.parse(`${from}T00:00:00Z`) + Math.floor(next() * days) * 86_400_000).toISOString().slice(0, 10);
  const privately: Finding['facts'] = secrets.map((value, index) => ({ key: pick(['produceId', 'raw', 'producer', 'tool'])! + (index === 0 ? '' : index), value, private: true }));

  const finding = (): Finding => {
    const outcome = pick(['suspicious', 'suspicious', 'suspicious', 'consistent', 'inconclusive', 'not-applicable', 'failed'] as const);
    const strength = outcome === 'suspicious' ? Number((next() * 4).toFixed(2)) : 0;
    const make = (analyser: string, family: Finding['family'], facts: Record<string, string | number | boolean>): Finding => ({ analyser, family, outcome, strength, facts: [...privately, ...Object.entries(facts).map(([key, value]) => ({ key, value }))] });
    return pick([
      () => make('ai-label', 'provenance', { label: pick(['1', '2', '3', '']), ...(chance(0.6) ? { producer: pick(['001191110102MACQD9K64010001', '豆包', 'Qwen', '某某科技（北京）有限公司']) } : {}), ...(chance(0.5) ? { producerOperator: pick(['北京抖音科技有限公司', '杭州示例信息技术有限公司']) } : {}), ...(chance(0.2) ? { propagator: '示例平台' } : {}) }),
      () => make('content-credentials', 'provenance', { kind: pick(['generated', 'part', 'edited', 'other']), ...(chance(0.5) ? { signer: pick(['OpenAI, OpenAI OpCo LLC', 'Adobe Inc.', '<b>造假</b>']), signerTrusted: chance(0.5), bytesUnchanged: chance(0.5) } : {}) }),
      () => make('generator-trace', 'provenance', { tool: pick(['ComfyUI', 'Midjourney', '100% AI 造假器']) }),
      () => make('visible-label', 'provenance', { text: pick(['豆包AI生成', 'AI生成']) }),
      () => make('listing-match', 'own-pictures', { verdict: pick(['same-picture-altered', 'same-picture-unaltered', 'same-printed-surface', 'same-article-another-photograph', 'no-match']), share: pick([0, 0.021, 0.5, 0.9999, 1]) }),
      () => make('reused-image', 'reuse', {}),
      () => make('capture-time', 'metadata', { raw: '2026:01:02 10:20:00', relation: pick(['after-claim', 'before-order', 'within']) }),
      () => make('editing-software', 'metadata', { editor: 'Photoshop', value: 'Adobe Photoshop 25.0' }),
      () => make('noise-residual', 'pixels', {}),
      () => make('double-compression', 'compression', {}),
    ])();
  };
  const image = (ordinal: number): DraftImage => ({
    ...(chance(0.5) ? { ordinal } : {}),
    sha256: chance(0.9) ? hex(next) : null,
    band: chance(0.95) ? pick(bands) : null,
    findings: Array.from({ length: Math.floor(next() * 5) }, finding),
  });

  const uploaded = day();
  const decided = later(uploaded, 60);
  const filed = later(decided, 200);
  return {
    claim: {
      platform: pick(['pinduoduo', 'taobao', 'doudian', 'jd', 'kuaishou', 'weixin', 'manual']),
      orderId: pick([`${digits(next, 6)}-${digits(next, 15)}`, digits(next, 19), digits(next, 12), `${digits(next, 40)}`]),
      afterSaleId: chance(0.7) ? digits(next, pick([14, 19, 40])) : null,
      refundType: pick(['refund-only', 'refund-only', 'return-and-refund', 'exchange', 'resend', 'repair', 'unknown']),
      amount: chance(0.85) ? { value: pick(['49.90', '0.01', '12999', '195', '1234567890.12', 'abc', '']), currency: pick(['CNY', 'CNY', 'USD']) } : null,
      reason: chance(0.8) ? pick(['商品破损', '质量问题。', '卖家造假', '<script>alert(1)</script>', '\u202e反着写', '少件/漏发', '不想要了，', '货不对板；', '“引号”', '描述'.repeat(30), '100%不满意', 'null']) : null,
      description: chance(0.5) ? '买家手机13900000000，姓名张三' : null,
      status: chance(0.5) ? '待商家处理' : null,
      appliedAt: chance(0.85) ? `${uploaded}T${pick(['00:00:01', '10:20:30', '23:59:59'])}${pick(['+08:00', '+08:00', 'Z'])}` : null,
      respondBy: null,
      evidence: chance(0.8) ? [{ displayed: 'https://example.invalid/1.jpg', candidates: [] }] : [],
      listing: [],
    },
    images: Array.from({ length: Math.floor(next() * 9) }, (_, index) => image(index + 1)),
    recipient: pick(recipientIds),
    length: pick(letterLengths),
    dates: { uploaded: chance(0.5) ? uploaded : null, decided: chance(0.7) ? decided : null, filed: chance(0.7) ? filed : null, sued: chance(0.6) ? later(filed, 300) : null },
    today: chance(0.5) ? later(filed, 30) : null,
    shop: chance(0.7) ? { name: pick(['晨光杯具旗舰店', '𬱖记㛃坊䶮店', '百分之百棉品店', 'A&B 店。', '', 'undefined']), contact: pick(['0571-88886666', '店长，微信shop001', null]) } : {},
    options: {
      groundsOff: chance(0.2) ? pick([['label-found'], ['unfair-burden-of-proof', 'evidence-form'], ['generated-or-altered', 'platform-decided-by-machine']]) : [],
      citationsOff: chance(0.15) ? pick([['o116-19'], ['ecl-63', 'cc-7'], ['label-5', 'ecl-31'], ['psp-58', 'o116-21']]) : [],
      conduct: { machineOnly: chance(0.3), notHeard: chance(0.3), forcedRefundOnly: chance(0.3) },
      procedural: chance(0.3),
      ownClause: chance(0.2) ? pick([{ rule: '《平台售后规则》', article: '第三条', text: '平台应核实凭证。', readOn: '2026-03-01' }, { rule: '规则', article: '第一条', text: '卖家造假的，平台可以处理。' }, { rule: '', article: '', text: '' }]) : null,
    },
  } as DraftInput;
}
