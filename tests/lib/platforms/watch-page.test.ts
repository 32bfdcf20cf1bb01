import { JSDOM } from 'jsdom';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { PageCopy } from '../../../lib/platforms/copy-page';
import type { PageReading } from '../../../lib/platforms/read-page';
import { planPage, readCopy } from '../../../lib/platforms/taught/page-plan';
import { watchPage } from '../../../lib/platforms/watch-page';
import { goodsCard, invented, pairsOf } from '../../fixtures/pages/claims';
import { kits } from '../../fixtures/pages/kits';

const claim = invented.taobao;
const body = kits.fusion(pairsOf(claim)) + goodsCard(claim);
const wait = (time: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, time));
const stops: AbortController[] = [];
afterEach(() => stops.splice(0).forEach((stop) => stop.abort()));

async function watched(html: string, url: string) {
  const { window } = new JSDOM(`<body><div id="root">${html}</div></body>`, { url });
  await new Promise((resolve) => window.addEventListener('load', resolve));
  const readings: PageReading[] = [];
  const stop = new window.AbortController();
  stops.push(stop);
  const observe = vi.spyOn(window.MutationObserver.prototype, 'observe');
  const reader = {
    plan: (address: string) => Promise.resolve(planPage(address, [])),
    read: (copy: PageCopy, address: string, at: string) => Promise.resolve(readCopy(JSON.parse(JSON.stringify(copy)) as PageCopy, address, at, [])),
  };
  const watcher = watchPage(window, reader, (reading) => readings.push(reading), { signal: stop.signal, quiet: 20, patience: 100 });
  await vi.waitFor(() => expect(readings.length).toBe(1));
  const root = window.document.querySelector('#root')!;
  const fill = (text: string): void => {
    root.replaceChildren(...Array.from(new JSDOM(text).window.document.body.childNodes, (node) => window.document.importNode(node, true)));
  };
  return { window, readings, watcher, stop, fill, observe };
}

describe('watchPage', () => {
  it('reads at once, and again when late content arrives', async () => {
    const { readings, fill } = await watched('<p>加载中</p>', claim.url);
    expect(readings.at(-1)).toMatchObject({ page: 'refund-detail', claim: null });
    fill(body);
    await vi.waitFor(() => expect(readings.at(-1)!.claim).toMatchObject({ orderId: claim.read.orderId, evidence: claim.evidence }));
  });

  it('reads again when a picture gets its address late', async () => {
    const { window, readings } = await watched(body.replace(/data-src="[^"]*"/, ''), claim.url);
    expect(readings.at(-1)!.claim!.evidence.length).toBe(2);
    window.document.querySelector('img.lazy')!.setAttribute('src', claim.evidence[1]!.displayed);
    await vi.waitFor(() => expect(readings.at(-1)!.claim!.evidence.map((image) => image.displayed)).toEqual(claim.evidence.map((image) => image.displayed)));
  });

  it('joins a burst of changes into few readings', async () => {
    const { window, readings } = await watched(body, claim.url);
    const before = readings.length;
    for (let at = 0; at < 50; at += 1) {
      window.document.body.append(window.document.createElement('i'));
      await wait(1);
    }
    await vi.waitFor(() => expect(readings.length).toBeGreaterThan(before));
    await wait(150);
    expect(readings.length - before).toBeLessThan(5);
  });

  it('follows another address in the same page, and reads no claim from what is left of the old one', async () => {
    const { window, readings, fill } = await watched(body, claim.url);
    window.history.pushState({}, '', claim.url.replace('230988776655443322', '230988776655449999'));
    window.dispatchEvent(new window.PopStateEvent('popstate'));
    await vi.waitFor(() => expect(readings.at(-1)).toMatchObject({ claim: null, mismatches: [{ field: 'afterSaleId' }] }));
    fill(body.replaceAll('230988776655443322', '230988776655449999'));
    await vi.waitFor(() => expect(readings.at(-1)!.claim!.afterSaleId).toBe('230988776655449999'));
  });

  it('leaves pages alone that are no refund pages', async () => {
    const { window, readings, fill, observe } = await watched('<p>首页</p>', 'https://myseller.taobao.com/home.htm/QnworkbenchHome');
    expect(readings).toEqual([{ platform: 'taobao', page: 'none', claim: null, mismatches: [] }]);
    // Only the address is listened to; the page's text is under no observer.
    for (const [, options] of observe.mock.calls) expect(options).not.toHaveProperty('characterData');
    fill(body);
    await wait(80);
    expect(readings.length).toBe(1);
    window.history.pushState({}, '', claim.url);
    window.dispatchEvent(new window.PopStateEvent('popstate'));
    await vi.waitFor(() => expect(readings.at(-1)!.claim).not.toBeNull());
  });

  it('stops when told to', async () => {
    const { readings, fill, stop, watcher } = await watched('<p>加载中</p>', claim.url);
    const before = readings.length;
    stop.abort();
    fill(body);
    watcher.read();
    await wait(80);
    expect(readings.length).toBe(before);
  });

  it('reads when asked', async () => {
    const { readings, watcher } = await watched(body, claim.url);
    watcher.read();
    await vi.waitFor(() => expect(readings.length).toBe(2));
  });
});
