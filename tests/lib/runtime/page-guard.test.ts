import { JSDOM } from 'jsdom';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { readableAddresses } from '../../../lib/platforms/hosts';
import { guardPage } from '../../../lib/runtime/page-guard';
import { pages } from '../../fixtures/pages-by-hand/across-platforms';

vi.stubGlobal('READABLE_ADDRESSES', readableAddresses);
const wait = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

function open(url: string, answer: boolean) {
  const { window } = new JSDOM('<body></body>', { url });
  const sendMessage = vi.fn(() => Promise.resolve(answer));
  vi.stubGlobal('browser', { runtime: { sendMessage } });
  const observe = vi.spyOn(window.MutationObserver.prototype, 'observe');
  guardPage(window as unknown as Window & typeof globalThis);
  const go = async (to: string): Promise<void> => {
    window.history.pushState({}, '', to);
    window.dispatchEvent(new window.PopStateEvent('popstate'));
    await wait();
  };
  return { sendMessage, observe, go };
}
afterEach(() => vi.restoreAllMocks());

describe('guardPage', () => {
  it.each(pages.map((page) => [page.url]))('asks for the reader on %s', async (url) => {
    const { sendMessage } = open(url, true);
    await wait();
    expect(sendMessage).toHaveBeenCalledExactlyOnceWith({ yantu: 'wantReader', to: 'background', body: { url } });
  });
  it.each(['https://mms.pinduoduo.com/orders/list', 'https://myseller.taobao.com/home.htm/QnworkbenchHome', 'https://shop.jd.com/jdm/home', 'https://www.ebay.com/itm/1', 'https://example.org/aftersales-ssr/detail?id=1'])('leaves %s alone and observes nothing', async (url) => {
    const { sendMessage, observe } = open(url, true);
    await wait();
    expect(sendMessage).not.toHaveBeenCalled();
    expect(observe).not.toHaveBeenCalled();
  });
  it('follows the address of a page that changes in place, and asks once', async () => {
    const { sendMessage, go } = open('https://mms.pinduoduo.com/orders/list', true);
    await go('/aftersales-ssr/detail?id=31260601000001');
    await go('/aftersales-ssr/detail?id=31260601000002');
    expect(sendMessage).toHaveBeenCalledTimes(1);
  });
  it('asks again later where the platform was switched off', async () => {
    const { sendMessage, go } = open('https://mms.pinduoduo.com/aftersales-ssr/detail?id=31260601000001', false);
    await wait();
    await go('/aftersales-ssr/detail?id=31260601000002');
    expect(sendMessage).toHaveBeenCalledTimes(2);
  });
});
