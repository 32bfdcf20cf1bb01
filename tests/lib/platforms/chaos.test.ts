import { describe, expect, it } from 'vitest';
import { shippedPlatformIds } from '../../../lib/case/platform';
import { readPage } from '../../../lib/platforms/read-page';
import { goodsCard, invented, pairsOf } from '../../fixtures/pages/claims';
import { kitNames, kits } from '../../fixtures/pages/kits';
import { open } from '../../fixtures/pages/page';
import { surroundings } from './hostile-parts';

/** Mulberry32: small, seeded, the same everywhere. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const decoys: [string, string][] = [['下单时间', '2026-02-01 01:02:03'], ['实付金额', '¥777.00'], ['物流单号', 'SF7777777777777'], ['运费', '¥7.77'], ['买家留言', '订单编号：260777-777777777777777 尽快发货'], ['补偿金额', '¥7.00'], ['拒绝原因', '理由不成立'], ['付款时间', '2026-02-01 01:03:03'], ['商家备注', '退款金额：¥7.00'], ['原售后类型', '换货'], ['子订单编号', '777777777777777777']];

function chaos(seed: number) {
  const next = random(seed);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(next() * items.length)]!;
  const shuffle = <T>(items: T[]): T[] => items.map((item) => [next(), item] as const).sort((one, other) => one[0] - other[0]).map(([, item]) => item);
  const claim = invented[pick(shippedPlatformIds)];
  const kit = pick(kitNames);
  let pairs = pairsOf(claim).map(([label, value]): [string, string] => {
    let shown = value;
    if (next() < 0.3) shown = `<span class="${pick(['v', 'txt', 'c'])}__${seed.toString(36)}">${shown}</span>`;
    if (next() < 0.2) shown = ` \n ${shown} \n `;
    if (next() < 0.2) shown = `<!-- ${label} -->${shown}`;
    if (next() < 0.15) shown = `&nbsp;${shown}&nbsp;`;
    return [next() < 0.2 ? `\n  ${label}\n ` : label, shown];
  });
  pairs = shuffle([...pairs, ...shuffle([...decoys]).slice(0, Math.floor(next() * 5))]);
  const parts = shuffle(Object.entries(surroundings).filter(([name]) => name !== 'three thousand nodes' && name !== 'steps and tabs')).slice(0, Math.floor(next() * 4)).map(([, part]) => part);
  const before = Math.floor(next() * (parts.length + 1));
  const html = `<body><div id="root">${parts.slice(0, before).join('')}<main>${next() < 0.5 ? '<h2>售后详情</h2>' : ''}${kits[kit](pairs)}${goodsCard(claim)}</main>${parts.slice(before).join('')}</div></body>`;
  const document = open(html);
  // New hashes, and noise between blocks.
  for (const element of Array.from(document.querySelectorAll('[class]'))) if (next() < 0.5) element.setAttribute('class', (element.getAttribute('class') ?? '').replace(/__?\w+|_\w{2,5}$/g, () => `__${Math.floor(next() * 1e8).toString(36)}`));
  const blocks = Array.from(document.querySelectorAll('main > *, main, aside, section'));
  for (let at = 0; at < 300; at += 1) {
    const noise = document.createElement(pick(['div', 'span', 'i', 'p']));
    noise.setAttribute('class', `n${Math.floor(next() * 1e6).toString(36)}`);
    if (next() < 0.4) noise.textContent = pick(['·', '帮助中心', '刷新', '版本 3.2.1', '示例店铺 138****0000', '00:15', '128', '¥0.01', 'NEW', '最多 5 张']);
    pick(blocks).before(noise);
  }
  return { claim, kit, parts, document };
}

describe('pages shaken up', () => {
  it('every fact is right or reported as not found, and nearly all are right', () => {
    const wrong: string[] = [];
    let asked = 0;
    let right = 0;
    let silent = 0;
    for (let seed = 1; seed <= 120; seed += 1) {
      const { claim, kit, document } = chaos(seed);
      const reading = readPage(document, claim.url, claim.at, { parseFrame: open });
      const want = { ...claim.read, evidence: claim.evidence, listing: claim.listing };
      if (reading.claim === null) {
        asked += Object.keys(want).length;
        if (reading.mismatches.length === 0) silent += 1;
        if (process.env['SHOW_MISSES']) console.log(`seed ${seed} ${claim.platform} ${kit} ${reading.page} ${reading.mismatches.map((one) => one.message).join()}`);
        continue;
      }
      for (const [field, value] of Object.entries(want)) {
        asked += 1;
        const got = reading.claim[field as keyof typeof want];
        if (JSON.stringify(got) === JSON.stringify(value)) right += 1;
        else if (process.env['SHOW_MISSES'] && (got === null || got === 'unknown')) console.log(`seed ${seed} ${claim.platform} ${kit} ${field}`);
        else if (got !== null && got !== 'unknown' && !(Array.isArray(got) && got.length === 0)) wrong.push(`seed ${seed} ${claim.platform} ${kit} ${field}: ${JSON.stringify(got)}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(silent).toBe(0);
    expect(right / asked).toBeGreaterThan(0.97);
    console.log(`shaken pages: ${right} of ${asked} facts right, none wrong`);
  }, 180_000);
});
