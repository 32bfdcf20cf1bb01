// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';

/** The browser as it is when this extension starts: with the interfaces given and no others. */
async function inBrowser(chrome: object, browser?: object) {
  vi.resetModules();
  vi.stubGlobal('chrome', { runtime: {}, ...chrome });
  vi.stubGlobal('browser', browser);
  const parts = await import('../../../lib/runtime/browser');
  const { show } = await import('../../components/harness');
  const { MissingParts } = await import('../../../lib/runtime/missing-parts');
  return { parts, say: (language: 'zh' | 'en' = 'zh') => show(<MissingParts />, language) };
}
const panel = { open: () => Promise.resolve() };
const whole = { sidePanel: panel, offscreen: {} };
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('what a browser lacks', () => {
  it('nothing in Chromium as it is, and nothing in Firefox, which has its own', async () => {
    const { say } = await inBrowser(whole);
    expect(say().container.textContent).toBe('');
    const firefox = await inBrowser({}, { sidebarAction: { open: () => Promise.resolve() } });
    expect(firefox.say().container.textContent).toBe('');
  });
  it.each([[{ offscreen: {} }], [{ offscreen: {}, sidePanel: {} }]])('no side panel in %j: a sentence in either language', async (chrome) => {
    const { say } = await inBrowser(chrome);
    expect(say().container.textContent).toContain('没有侧边栏接口');
    expect(say('en').container.textContent).toContain('has no side panel');
  });
  it('no place to examine in: an alert that says so and what helps', async () => {
    const { say } = await inBrowser({ sidePanel: panel });
    say();
    expect(screen.getByRole('alert').textContent).toMatch(/不能检验图片。请更新浏览器/);
  });
});

describe('what goes on all the same', () => {
  it('the case opens in a tab where there is no side panel', async () => {
    await inBrowser({ offscreen: {} });
    const kept = vi.fn(() => Promise.resolve());
    vi.doMock('../../../lib/runtime/settings', () => ({ panelTarget: { setValue: kept } }));
    vi.doMock('../../../lib/runtime/case-view', () => ({ caseView: { getState: () => ({ tabId: 3 }) } }));
    const create = vi.spyOn(fakeBrowser.tabs, 'create').mockResolvedValue({ id: 1 } as never);
    const { openPanelFor } = await import('../../../lib/runtime/open-panel');
    await openPanelFor('jd:7');
    expect(kept).toHaveBeenCalledWith(expect.objectContaining({ caseId: 'jd:7' }));
    expect(create).toHaveBeenCalledExactlyOnceWith({ url: expect.stringMatching(/sidepanel\.html\?case=jd%3A7$/) as string });
  });
  it.each([
    ['Chromium', { sidePanel: { open: () => Promise.resolve() } }, undefined, false, 0],
    ['Chromium that will not open it now', { sidePanel: { open: () => Promise.reject(new Error('no gesture')) } }, undefined, false, 1],
    ['Firefox, from its own menu', {}, { sidebarAction: { open: () => Promise.resolve() } }, false, 0],
    ['Firefox, from a click on a page', {}, { sidebarAction: { open: () => Promise.reject(new Error('not from a page')) } }, true, 1],
    ['a fork without a panel', {}, undefined, true, 1],
  ] as const)('%s: the panel, or else one tab', async (_name, chrome, browser, onPage, tabs) => {
    await inBrowser(chrome, browser);
    const create = vi.spyOn(fakeBrowser.tabs, 'create').mockResolvedValue({ id: 1 } as never);
    const { openSide } = await import('../../../lib/runtime/open-side');
    await openSide(3, '?tab=3', onPage);
    expect(create.mock.calls.map(([{ url }]) => url)).toEqual(Array.from({ length: tabs }, () => expect.stringMatching(/sidepanel\.html\?tab=3$/) as string));
  });
  it('without a place for the worker nothing is started and nobody is told that a picture is broken', async () => {
    await inBrowser({ sidePanel: panel });
    const { ensureHost, NoHost } = await import('../../../lib/runtime/analysis-host');
    const startHere = vi.fn(() => Promise.resolve());
    await expect(ensureHost(startHere)).rejects.toThrow(NoHost);
    expect(startHere).not.toHaveBeenCalled();
  });
});
