import { afterAll, beforeAll, expect, test } from 'vitest';
import { madePageHtml, madePageUrl, type MadePage } from '../stand-in/made-page';
import { labelledPhoto, plainPhoto } from '../stand-in/photos';
import { examined, startBench, type Bench } from './fixtures';

let bench: Bench;
beforeAll(async () => void (bench = await startBench()));
afterAll(() => bench?.stop());

test('pictures written into the page or made by it are examined, known again when it is loaded anew, and asked of nobody', async () => {
  const [written, made] = [Buffer.from(await labelledPhoto('allium-oreophilum', 600)), await plainPhoto('airplane-from-above', 600)];
  const page: MadePage = { afterSaleId: '26112700000021', orderId: '261127-000000000000021', images: [`data:image/jpeg;base64,${written.toString('base64')}`] };
  const build = `<img id="made" width="120" height="120" alt=""><script>
    fetch('/made-by-the-page').then((answer) => answer.blob()).then((blob) => { document.getElementById('made').src = URL.createObjectURL(blob); });
  </script></div></div>`;
  const asPage: Record<string, string> = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': "connect-src 'self'" };
  bench.standIn.route((address) => {
    if (address.href === madePageUrl(page)) return { headers: asPage, body: madePageHtml(page).replace('</div></div>', build) };
    return address.pathname === '/made-by-the-page' ? { headers: { 'content-type': 'image/jpeg' }, body: made } : null;
  });
  const tab = await bench.context.newPage();
  await tab.goto(madePageUrl(page));
  await examined(tab, 2);
  // Beside the pictures, not in the corner of the window: the chip knows them by the page's own addresses.
  await expect.poll(() => tab.locator('yantu-chip button').evaluate((button) => getComputedStyle(button).position)).toBe('absolute');

  const panel = await bench.open('sidepanel', `?tab=${await bench.tabId(tab)}`);
  await panel.getByText('/ 100').first().waitFor();
  await panel.getByText('仅在网页内（data:），没有网址').waitFor();
  await panel.getByText(/AI 生成|AI生成/).first().waitFor();

  await tab.reload();
  await examined(tab, 2);
  const shown = await bench.open('sidepanel', `?tab=${await bench.tabId(tab)}`);
  await shown.getByText('/ 100').first().waitFor();
  // The page made the second one anew, under another address: it is the same picture still.
  await expect.poll(async () => (await shown.evaluate(() => new Promise<{ displayed: string; problem: string | null }[]>((resolve) => {
    const opening = indexedDB.open('yantu');
    opening.onsuccess = () => {
      const all = opening.result.transaction('images').objectStore('images').getAll();
      all.onsuccess = () => resolve(all.result as { displayed: string; problem: string | null }[]);
    };
  }))).map(({ displayed, problem }) => [displayed.replace(/[0-9a-f]{64}/, '…'), problem])).toEqual([['data:image/jpeg;sha256=…,', null], ['blob:https://mms.pinduoduo.com/sha256=…', null]]);
  const asked = bench.standIn.requests.map(({ address }) => new URL(address)).filter(({ host }) => !/(^|\.)(google\.com|googleapis\.com|gvt1\.com|gstatic\.com)$/.test(host));
  expect([...new Set(asked.map(({ host }) => host))]).toEqual(['mms.pinduoduo.com']);
});
