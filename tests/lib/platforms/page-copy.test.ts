import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { JSDOM, VirtualConsole } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { shippedPlatformIds } from '../../../lib/case/platform';
import { openCopy } from '../../../lib/platforms/copied-page';
import { copyPage, type CopiedElement, type PageCopy } from '../../../lib/platforms/copy-page';
import { numbersInAddress } from '../../../lib/platforms/page-kind';
import { readPage, type PageReading } from '../../../lib/platforms/read-page';
import { readCopy } from '../../../lib/platforms/taught/page-plan';
import { invented, pairsOf } from '../../fixtures/pages/claims';
import { kits } from '../../fixtures/pages/kits';
import { pages as acrossPlatforms } from '../../fixtures/pages-by-hand/across-platforms';
import { pages as alibaba1688 } from '../../fixtures/pages-by-hand/alibaba1688';
import { pages as doudian } from '../../fixtures/pages-by-hand/doudian';
import { pages as jd } from '../../fixtures/pages-by-hand/jd';
import { pages as kuaishou } from '../../fixtures/pages-by-hand/kuaishou';
import { pages as pinduoduo } from '../../fixtures/pages-by-hand/pinduoduo';
import { pages as taobao } from '../../fixtures/pages-by-hand/taobao';
import { pages as weixin } from '../../fixtures/pages-by-hand/weixin';
import { pages as xiaohongshu } from '../../fixtures/pages-by-hand/xiaohongshu';

const folder = join(dirname(fileURLToPath(import.meta.url)), '../../fixtures/pages');
const virtualConsole = new VirtualConsole();
const open = (html: string, url: string): Document => new JSDOM(html, { url, virtualConsole }).window.document;

/** As the two ends of a message do it. */
function throughCopy(document: Document, url: string, at: string, numbers: readonly string[] | null): PageReading {
  const { copy } = copyPage(document, { numbers });
  const { document: copied, ...left } = openCopy(JSON.parse(JSON.stringify(copy)) as PageCopy);
  return JSON.parse(JSON.stringify(readPage(copied, url, at, { copied: left }))) as PageReading;
}

const byHand = [pinduoduo, taobao, doudian, jd, kuaishou, xiaohongshu, weixin, alibaba1688, acrossPlatforms].flat().map(({ id, html, url, at }) => ({ id, html, url, at: at ?? '2026-03-01T10:00:00+08:00' }));
const stored = shippedPlatformIds.flatMap((platform) =>
  readdirSync(join(folder, platform)).filter((slug) => existsSync(join(folder, platform, slug, 'page.html'))).map((slug) => {
    const { url, at } = JSON.parse(readFileSync(join(folder, platform, slug, 'meta.json'), 'utf8')) as { url: string; at: string };
    return { id: `${platform} ${slug}`, html: readFileSync(join(folder, platform, slug, 'page.html'), 'utf8'), url, at };
  }));
// Every kind of markup is among the pages by hand; of the stored ones, which repeat them, every fifth.
const pages = [...byHand, ...stored.filter((_, at) => at % 5 === 0)];

it.each(pages.map((page) => [page.id, page] as const))('a copy of %s reads as the page does', (_id, { html, url, at }) => {
  const document = open(html, url);
  expect(throughCopy(document, url, at, null)).toEqual(JSON.parse(JSON.stringify(readPage(document, url, at))));
});

describe('a large page', () => {
  const noise = (rows: number): string => Array.from({ length: rows }, (_, at) => `<div class="row_${at}"><div class="cell"><span>行 ${at}</span><span>内容 ${at}</span></div><i></i></div>`).join('');

  it.each(byHand.filter(({ html }, at) => html.includes('</body>') && at % 6 === 0).map((page) => [page.id, page] as const))('%s reads the same among 1,600 elements more, by page and by copy', (_id, { html, url, at }) => {
    const alone = readPage(open(html, url), url, at);
    const crowded = open(html.replace('</body>', `<div>${noise(320)}</div></body>`), url);
    expect(readPage(crowded, url, at)).toEqual(alone);
    const kind = alone.page === 'refund-list' ? null : [...numbersInAddress(url)];
    expect(throughCopy(crowded, url, at, kind)).toEqual(JSON.parse(JSON.stringify(alone)));
  });

  const claim = invented.pinduoduo;
  const facts = kits.fusion(pairsOf(claim));
  it('is copied without what is far from anything telling', () => {
    const { elements } = copyPage(open(`<body><main>${facts}</main><div>${noise(1000)}</div></body>`, claim.url), { numbers: [] });
    expect(elements.length).toBeLessThan(400);
  });
  it('is read where all of it lies in an open shadow root or a frame, which the search for telling words does not enter', () => {
    for (const inside of ['shadow', 'frame']) {
      const document = open(`<body>${noise(320)}<div id="root"></div></body>`, claim.url);
      const root = document.querySelector('#root')!;
      // Facts deep among many, as an app draws them.
      const app = `<section>${noise(20)}<div>${noise(10)}${facts}</div></section>`;
      if (inside === 'shadow') root.attachShadow({ mode: 'open' }).innerHTML = app;
      else {
        const frame = document.createElement('iframe');
        root.append(frame);
        frame.contentDocument!.body.innerHTML = app;
      }
      expect(readPage(document, claim.url, claim.at).claim, inside).toMatchObject({ orderId: claim.read.orderId, amount: claim.read.amount });
      expect(throughCopy(document, claim.url, claim.at, [...numbersInAddress(claim.url)]).claim, inside).toMatchObject({ orderId: claim.read.orderId, amount: claim.read.amount });
    }
  });
});

it('pictures written into the page travel as stand-ins, which are told apart, counted and refused as they would be themselves', () => {
  const claim = invented.pinduoduo;
  const picture = (letter: string, length: number): string => `data:image/jpeg;base64,${letter.repeat(length)}`;
  const evidence = [picture('B', 21_000_000), picture('C', 300_000), picture('C', 300_000), picture('D', 300_000)];
  const document = open(`<body>${kits.fusion(pairsOf({ ...claim, evidence: [] }))}<div><div>图片凭证</div><div>${evidence.map((one) => `<img src="${one}">`).join('')}</div></div></body>`, claim.url);
  const { copy, standsFor } = copyPage(document, { numbers: null });
  expect(JSON.stringify(copy).length).toBeLessThan(30_000);
  // What the page is asked for afterwards is each picture itself; the one that is too long is not asked for.
  expect(readCopy(copy, claim.url, claim.at, []).onlyHere.map(standsFor)).toEqual([evidence[1], evidence[3]]);
  expect(standsFor('https://img.pddpic.com/a.jpeg')).toBe('https://img.pddpic.com/a.jpeg');
  const direct = readPage(document, claim.url, claim.at);
  const copied = throughCopy(document, claim.url, claim.at, null);
  expect(direct.claim!.evidence.length + direct.mismatches.length).toBeGreaterThan(0);
  expect(copied.claim!.evidence).toHaveLength(direct.claim!.evidence.length);
  expect(copied.mismatches).toEqual(direct.mismatches);
});

it('a copy carries no handlers and no scripts', () => {
  const { copy } = copyPage(open('<body><div onclick="steal()">x<script>steal()</script></div></body>', 'https://mms.pinduoduo.com/'), { numbers: null });
  expect(JSON.stringify(copy)).not.toContain('steal');
});

it('a field that only shows is copied with what it shows now, one to type in with nothing typed', () => {
  const fields = '<input id="a" readonly><input id="b" disabled value="旧"><textarea id="c" readonly>旧</textarea><input id="d"><textarea id="e"></textarea><input id="f" type="password" readonly><input id="g" type="radio" checked><input id="h" type="radio">';
  const document = open(`<body>${fields}</body>`, 'https://mms.pinduoduo.com/');
  const at = (id: string) => document.querySelector<HTMLInputElement>(`#${id}`)!;
  for (const id of ['a', 'b', 'c', 'd', 'e', 'f']) at(id).value = `现在${id}`;
  [at('g').checked, at('h').checked] = [false, true];
  const { copy } = copyPage(document, { numbers: null });
  const copied = Object.fromEntries((copy.body!.children as CopiedElement[]).map((one) => [one.attributes!.id, [one.attributes!.value ?? null, one.attributes!.checked ?? null, one.children ?? []]]));
  expect(copied).toEqual({ a: ['现在a', null, []], b: ['现在b', null, []], c: [null, null, ['现在c']], d: [null, null, []], e: [null, null, ['']], f: [null, null, []], g: [null, null, []], h: [null, '', []] });
});

it('facts in locked fields that a script filled are read in the page as they are in its stored copy', () => {
  const claim = invented.doudian;
  const row = (label: string, value: string) => `<div class="row"><label>${label}</label><input readonly data-value="${value}"></div>`;
  const document = open(`<body><h2>售后详情</h2><div>${row('售后编号', claim.read.afterSaleId!)}${row('订单编号', claim.read.orderId)}${row('售后类型', '仅退款')}${row('退款金额', `¥${claim.read.amount!.value}`)}</div></body>`, claim.url);
  for (const field of document.querySelectorAll('input')) field.value = field.dataset.value!;
  for (const { claim: read } of [readPage(document, claim.url, claim.at), throughCopy(document, claim.url, claim.at, null)]) expect(read).toMatchObject({ orderId: claim.read.orderId, refundType: 'refund-only', amount: claim.read.amount });
});
