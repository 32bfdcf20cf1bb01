import { afterAll, beforeAll, expect, test } from 'vitest';
import { madePageHtml, madePageUrl, type MadePage } from '../stand-in/made-page';
import { plainPhoto } from '../stand-in/photos';
import { examined, startBench, type Bench } from './fixtures';

let bench: Bench;
beforeAll(async () => {
  bench = await startBench();
});
afterAll(() => bench?.stop());

const image = 'https://img.pddpic.com/evidence-stand-in/views.jpeg';

test('the views for the eye are off, made on a click and shown with what to ignore', async () => {
  const made: MadePage = { afterSaleId: '26112000000031', orderId: '261120-000000000000031', images: [image] };
  const photo = await plainPhoto('allium-oreophilum');
  bench.standIn.route((address) => (address.href === madePageUrl(made) ? { headers: { 'content-type': 'text/html; charset=utf-8' }, body: madePageHtml(made) } : address.href === image ? { body: photo } : null));
  const page = await bench.context.newPage();
  await page.goto(madePageUrl(made));
  await examined(page, 1);
  const panel = await bench.open('sidepanel', `?tab=${await bench.tabId(page)}`);
  await panel.setViewportSize({ width: 460, height: 900 });
  const views = panel.locator('section[aria-label="辅助视图（不计分）"]');
  await panel.getByText('辅助视图（不计分）', { exact: true }).first().click();
  expect(await views.locator('img').count()).toBe(0);
  for (const [name, ignore] of [['误差水平', '亮处首先是边缘'], ['颗粒强度', '亮处首先是纹理'], ['JPEG 鬼影', '每个质量下都暗']] as const) {
    await views.getByRole('button', { name }).click();
    const picture = views.getByRole('img', { name });
    await picture.waitFor({ timeout: 60_000 });
    expect(await views.textContent()).toContain(ignore);
    // Grey levels of the shown picture: a blank one has a single one.
    const levels = await picture.evaluate(async (element: HTMLImageElement) => {
      await element.decode();
      const canvas = new OffscreenCanvas(64, 64).getContext('2d')!;
      canvas.drawImage(element, 0, 0, 64, 64);
      return new Set(canvas.getImageData(0, 0, 64, 64).data.filter((_, i) => i % 4 === 0)).size;
    });
    expect(levels, name).toBeGreaterThan(20);
  }
  const before = await views.getByRole('img').getAttribute('src');
  await views.getByRole('slider', { name: '选择 JPEG 质量' }).press('ArrowRight');
  await views.getByRole('img', { name: 'JPEG 鬼影 · 质量 75' }).waitFor();
  await expect.poll(() => views.getByRole('img').getAttribute('src')).not.toBe(before);
  await views.getByRole('button', { name: 'JPEG 鬼影' }).click();
  expect(await views.locator('img').count()).toBe(0);
}, 240_000);
