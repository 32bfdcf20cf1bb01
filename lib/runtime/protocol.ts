import type { PageCopy } from '../platforms/copy-page';
import type { PageReading } from '../platforms/read-page';
import type { CopyReading, PagePlan } from '../platforms/taught/page-plan';
import type { TaughtReading } from '../platforms/taught/read-with-taught';
import type { TaughtRecipe } from '../platforms/taught/taught-recipe';
import type { DetailState } from './triage/detail-tabs';
import { browser } from './browser';
import type { Settings } from './settings';
import type { LetterChoice } from './draft-for-case';
import type { Rectangle, View } from './region/rectangle';

/** What goes into the bundle beside what is stored: the letter as the merchant left it. */
export interface BundleWish {
  caseId: string;
  text: string;
  choice: LetterChoice;
  unmask: boolean;
}

/** How a chip on a page looks and what it says, in the merchant's language. */
export interface MarkFace {
  text: string;
  look: '' | 'busy' | 'raised';
}

/** What is known of one request of a list, for the chip beside its row. `label` is what a screen reader says. */
export interface RowMark extends MarkFace {
  id: string;
  label: string;
}

/**
 * Every message, sender by sender. Wishes are verb + noun, news are past tense. Bytes do not travel
 * (runtime messages are JSON), with one exception: pictures that exist only in the page (`blob:`, `data:`).
 */
export interface Protocol {
  // content script → background
  planPage: { request: { url: string }; response: PagePlan };
  readCopy: { request: { copy: PageCopy; url: string; at: string }; response: CopyReading };
  claimRead: { request: { reading: TaughtReading; url: string }; response: { caseId: string | null; face: MarkFace | null } };
  pagePictureRead: { request: { address: string; base64: string | null }; response: { address: string | null } };
  rowsRead: { request: { reading: PageReading; url: string }; response: { marks: RowMark[] } };
  openPanel: { request: { caseId?: string }; response: void };
  recipeTaught: { request: { recipe: TaughtRecipe }; response: { refusal: string | null } };
  regionPicked: { request: { rectangle: Rectangle; view: View }; response: void };
  wantReader: { request: { url: string }; response: boolean };
  // ---- trust line: everything below must come from a page of this extension ----
  // popup, panel → background
  wakeHost: { request: Record<string, never>; response: void };
  startCase: { request: { caseId: string }; response: void };
  fillDraft: { request: { tabId: number; text: string }; response: { filled: boolean; boxes: number } };
  askForRegion: { request: { tabId: number; into: string | null }; response: { asked: boolean } };
  teachPage: { request: { tabId: number }; response: { opened: boolean } };
  taughtChanged: { request: Record<string, never>; response: void };
  takeAllowed: { request: { tabId: number }; response: void };
  runTriage: { request: Record<string, never>; response: void };
  readAgain: { request: { tabId: number }; response: void };
  exportBundle: { request: BundleWish; response: { started: boolean } };
  cancelExport: { request: { caseId: string }; response: void };
  // background → offscreen
  runCase: { request: { caseId: string }; response: void };
  buildBundle: { request: BundleWish & { settings: Settings }; response: void };
  stopBundle: { request: { caseId: string }; response: void };
  // offscreen → background
  openDetail: { request: { url: string; from: string }; response: { tabId: number | null } };
  detailState: { request: { tabId: number }; response: DetailState };
  closeDetail: { request: { tabId: number }; response: void };
  askTimestamp: { request: { address: string; query: string }; response: { answer: string | null; problem: string | null } };
  saveFile: { request: { url: string; filename: string }; response: { id: number } };
  // background → content script
  chipChanged: { request: { caseId: string; face: MarkFace }; response: void };
  fillBox: { request: { text: string }; response: { filled: boolean; boxes: number } };
  rowChanged: { request: RowMark; response: void };
  reread: { request: Record<string, never>; response: void };
  // anyone → all pages of the extension
  caseChanged: { request: { caseId: string }; response: void };
  /** Requests of the queue that changed; null: any may have. */
  triageChanged: { request: { ids: string[] | null }; response: void };
  exportProgressed: { request: { caseId: string; stage: string; fraction: number; error: string | null; done: boolean; warning?: string | null }; response: void };
}
export type MessageName = keyof Protocol;
export type Request<N extends MessageName> = Protocol[N]['request'];
export type Response<N extends MessageName> = Protocol[N]['response'];

interface Envelope<N extends MessageName = MessageName> {
  yantu: N;
  to?: 'background' | 'offscreen' | 'pages';
  body: Request<N>;
}

export interface Sender {
  tabId: number | null;
  frameId: number;
  /** True for this extension's own pages and worker hosts, false for content scripts. */
  trusted: boolean;
}

type Handlers = { [N in MessageName]?: (body: Request<N>, sender: Sender) => Promise<Response<N>> | Response<N> };

const fromContentScript: readonly MessageName[] = ['planPage', 'readCopy', 'claimRead', 'rowsRead', 'pagePictureRead', 'openPanel', 'recipeTaught', 'regionPicked', 'wantReader'];

/** Handlers of this very context: a browser delivers no message to its sender, and in Firefox background and host are one page. */
const here = new Set<{ receiver: string; handlers: Handlers }>();

/** Registers handlers synchronously; a name that is not handled here is left for another listener. */
export function listen(receiver: NonNullable<Envelope['to']> | 'content', handlers: Handlers): () => void {
  const listener = (raw: unknown, origin: { tab?: { id?: number }; frameId?: number; url?: string; id?: string }) => {
    const message = raw as Partial<Envelope>;
    if (!message?.yantu || origin.id !== browser.runtime.id) return undefined;
    if (receiver !== 'content' && message.to !== receiver) return undefined;
    const handler = handlers[message.yantu] as ((body: unknown, sender: Sender) => unknown) | undefined;
    if (!handler) return undefined;
    const trusted = origin.url?.startsWith(browser.runtime.getURL('/' as never)) ?? origin.tab === undefined;
    if (receiver !== 'content' && !trusted && !fromContentScript.includes(message.yantu)) return undefined;
    return Promise.resolve(handler(message.body, { tabId: origin.tab?.id ?? null, frameId: origin.frameId ?? 0, trusted }));
  };
  browser.runtime.onMessage.addListener(listener as never);
  const own = { receiver, handlers };
  here.add(own);
  return () => {
    here.delete(own);
    browser.runtime.onMessage.removeListener(listener as never);
  };
}

/** Sends a wish and waits for the answer. */
export async function send<N extends MessageName>(to: NonNullable<Envelope['to']>, name: N, body: Request<N>): Promise<Response<N>> {
  const own = to === 'pages' ? undefined : [...here].find(({ receiver, handlers }) => receiver === to && handlers[name])?.handlers[name];
  if (own) return (own as (body: Request<N>, sender: Sender) => Promise<Response<N>>)(body, { tabId: null, frameId: 0, trusted: true });
  return (await browser.runtime.sendMessage({ yantu: name, to, body } satisfies Envelope<N>)) as Response<N>;
}

/** Tells news to whoever listens; nobody listening is normal. */
export function tell<N extends MessageName>(to: NonNullable<Envelope['to']>, name: N, body: Request<N>): void {
  send(to, name, body).catch(() => undefined);
}

/** Asks the content script in one frame of a tab. */
export async function askTab<N extends MessageName>(tabId: number, name: N, body: Request<N>, frameId?: number): Promise<Response<N>> {
  const options = frameId === undefined ? undefined : { frameId };
  return (await browser.tabs.sendMessage(tabId, { yantu: name, body } satisfies Envelope<N>, options)) as Response<N>;
}
