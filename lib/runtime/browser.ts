/** The one place that imports the browser; every other file of this room takes it from here. */
export { browser } from 'wxt/browser';

/** Chromium-only interfaces that webextension-polyfill does not type. Absent in Firefox and in old Chromium forks. */
interface ChromiumOnly {
  offscreen?: {
    createDocument(options: { url: string; reasons: string[]; justification: string }): Promise<void>;
    closeDocument(): Promise<void>;
  };
  sidePanel?: {
    open(options: { windowId?: number; tabId?: number }): Promise<void>;
    setPanelBehavior?(options: { openPanelOnActionClick: boolean }): Promise<void>;
  };
  runtime: { getContexts?(filter: { contextTypes: string[] }): Promise<unknown[]> };
}
/** Firefox's side bar, which webextension-polyfill does not type. Absent elsewhere. */
export const sideBar = (globalThis as { browser?: { sidebarAction?: { open(): Promise<void> } } }).browser?.sidebarAction;

export const chromium = (globalThis as { chrome?: ChromiumOnly }).chrome ?? { runtime: {} };

/** Forks of Chromium (360, QQ and others) may leave interfaces out whatever version they state: looked for, never told from a name. */
export const hasSidePanel = (): boolean => typeof chromium.sidePanel?.open === 'function' || sideBar !== undefined;

/** Pictures are examined in a worker, which only a document may start: an offscreen one, or Firefox's background page. */
export const hasHost = (): boolean => chromium.offscreen !== undefined || sideBar !== undefined;
