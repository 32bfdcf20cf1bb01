import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { recipeOf } from '../../lib/platforms';
import { hostMatches } from '../../lib/platforms/original-address';
import { madePageHtml, madePageUrl, type MadePage } from '../stand-in/made-page';
import { plainPhoto } from '../stand-in/photos';
import { draftIn, startBench, type Bench } from './fixtures';

let bench: Bench;
let photo: Buffer;
beforeAll(async () => {
  bench = await startBench();
  photo = await plainPhoto('allium-oreophilum');
});
afterAll(() => bench?.stop());

const image = (name: string) => `https://img.pddpic.com/evidence-stand-in/${name}.jpeg`;
const script = '<img src=x onerror="globalThis.taken=1"><script>globalThis.taken=1</script>';
const escaped = script.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const elsewhere = ['https://localhost/a.jpeg', 'https://127.0.0.1/a.jpeg', 'https://192.168.1.1/a.jpeg', 'https://10.0.0.1/a.jpeg', 'https://[::1]/a.jpeg', 'http://169.254.169.254/latest/a.jpeg', 'file:///etc/passwd.jpeg', 'https://pictures.example/a.jpeg', 'https://img.pddpic.com.pictures.example/a.jpeg', 'https://img.pddpic.com:8443/a.jpeg'];

function serve(made: MadePage, html: string): void {
  bench.standIn.route((address) => {
    if (address.href === madePageUrl(made)) return { headers: { 'content-type': 'text/html; charset=utf-8' }, body: html };
    return address.host === 'img.pddpic.com' && address.pathname.startsWith('/evidence-stand-in/') ? { headers: { 'content-type': 'image/jpeg' }, body: photo } : null;
  });
}

async function caseOf(page: Page): Promise<Page> {
  await page.locator('yantu-chip button').filter({ hasText: /支持 · \d+ 张/ }).waitFor({ timeout: 240_000 });
  const popup = await bench.open('popup', `?tab=${await bench.tabId(page)}`);
  await popup.getByText('/ 100').waitFor();
  return popup;
}

test('pictures elsewhere are asked of nobody, text stays text, and the interface says what was refused', async () => {
  const made: MadePage = { afterSaleId: '26112700000001', orderId: '261127-000000000000001', reason: escaped, description: `${escaped} \u202e反`, images: [image('one'), image('two')], noise: 12_000 };
  // Late pictures: the page itself never loads them, so that whoever asks for one is the extension.
  const late = elsewhere.map((address) => `<img data-src="${address}" alt="">`).join('');
  serve(made, madePageHtml(made).replace('</div></div>\n<div class="noise">', `${late}<img id="big" alt=""></div></div>\n<div class="noise">`));
  const page = await bench.context.newPage();
  await page.addInitScript(() => document.addEventListener('DOMContentLoaded', () => document.querySelector('#big')?.setAttribute('data-src', `data:image/png;base64,${'A'.repeat(50 * 1024 * 1024)}`)));
  const before = bench.standIn.requests.length;
  await page.goto(madePageUrl(made));
  const popup = await caseOf(page);
  const hosts = recipeOf('pinduoduo').images.hosts;
  const asked = bench.standIn.requests.slice(before).map(({ address }) => new URL(address)).filter((address) => address.host !== 'mms.pinduoduo.com' && !/(^|\.)(google\.com|googleapis\.com|gvt1\.com|gstatic\.com)$/.test(address.host));
  expect(asked.filter((address) => !hosts.some((host) => hostMatches(host, address.host)))).toEqual([]);
  expect(asked.length).toBeGreaterThanOrEqual(2);
  for (const one of [page, popup]) expect(await one.evaluate(() => (globalThis as { taken?: number }).taken ?? null)).toBeNull();
  // Ten addresses of other hosts and one picture of 50 MB written into the page.
  await popup.getByText(/有 11 张图片的地址不在该平台的图片域名内，未读取/).waitFor();
  const panel = await bench.open('sidepanel', `?tab=${await bench.tabId(page)}`);
  await panel.getByText('/ 100').first().waitFor();
  expect(await panel.evaluate(() => (globalThis as { taken?: number }).taken ?? null)).toBeNull();
});

test('of 500 pictures the first thirty are examined, and that is said', async () => {
  const made: MadePage = { afterSaleId: '26112700000002', orderId: '261127-000000000000002', images: Array.from({ length: 500 }, (_, at) => image(`many-${at}`)) };
  serve(made, madePageHtml(made));
  const page = await bench.context.newPage();
  await page.goto(madePageUrl(made));
  const popup = await bench.open('popup', `?tab=${await bench.tabId(page)}`);
  await popup.getByText(/页面列出 500 张买家图片，已收取其中 30 张/).waitFor({ timeout: 60_000 });
  await page.close();
});

test('two shops in two tabs, and one switched in place, keep their cases apart', async () => {
  const [first, second, third] = [3, 4, 5].map((at): MadePage => ({ afterSaleId: `2611270000000${at}`, orderId: `261127-00000000000000${at}`, images: [image(`shop-${at}`)] }));
  for (const made of [first!, second!, third!]) serve(made, madePageHtml(made));
  const one = await bench.context.newPage();
  await one.goto(madePageUrl(first!));
  const two = await bench.context.newPage();
  await two.goto(madePageUrl(second!));
  const shownIn = async (page: Page): Promise<string> => {
    const popup = await caseOf(page);
    const letter = await draftIn(popup);
    await popup.close();
    return letter;
  };
  expect(await shownIn(one)).toContain(first!.orderId);
  expect(await shownIn(two)).toContain(second!.orderId);
  // The same tab goes on to another shop's request without being loaded again.
  await one.evaluate(([url, html]) => {
    history.pushState({}, '', url);
    document.body.replaceChildren(...new DOMParser().parseFromString(html!, 'text/html').body.childNodes);
  }, [madePageUrl(third!), madePageHtml(third!)]);
  await expect.poll(() => shownIn(one), { timeout: 120_000, interval: 1500 }).toContain(third!.orderId);
  expect(await shownIn(two)).toContain(second!.orderId);
});
