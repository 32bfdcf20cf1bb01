import { fromBase64, toBase64 } from './base64';
import { browser } from './browser';

const patience = 20_000;
const mostBytes = 256 * 1024;

export type AuthorityProblem = 'address' | 'not-granted' | 'unreachable' | 'refused';

/** No timestamp from the authority the merchant configured, and why. */
export class AuthorityFailed extends Error {
  override readonly name = 'AuthorityFailed';
  constructor(
    readonly problem: AuthorityProblem,
    detail = '',
  ) {
    const sentences: Record<AuthorityProblem, string> = {
      address: '时间戳机构地址须以 https:// 开头；只有 http 的机构请在“核验证据包”页面用文件离线办理',
      'not-granted': '尚未允许访问该时间戳机构，请在设置中重新允许',
      unreachable: '时间戳机构无法访问',
      refused: '时间戳机构没有给出答复',
    };
    super(detail ? `${sentences[problem]}（${detail}）` : sentences[problem]);
  }
}

/** Match pattern of one address's host, to ask for and to check. @throws AuthorityFailed */
export function authorityPattern(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url || url.protocol !== 'https:' || url.username || url.password) throw new AuthorityFailed('address');
  return `https://${url.hostname}/*`;
}

/** Runs in the authority's own page: same origin, without cookies, nowhere else. Self-contained, because it is sent there as source. */
async function postHere(address: string, query: string, cap: number): Promise<{ answer?: string; problem?: string }> {
  // Nothing of the page itself is wanted.
  window.stop();
  try {
    const body = Uint8Array.from(atob(query), (char) => char.charCodeAt(0));
    const response = await fetch(address, { method: 'POST', body, headers: { 'content-type': 'application/timestamp-query' }, mode: 'same-origin', credentials: 'omit', redirect: 'error', cache: 'no-store', referrerPolicy: 'no-referrer' });
    if (!response.ok) return { problem: `HTTP ${response.status}` };
    const bytes = new Uint8Array(await response.arrayBuffer());
    return bytes.length > cap ? { problem: `${bytes.length} B` } : { answer: btoa(String.fromCharCode(...bytes)) };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

/** A tab behind the others on the authority's host; the promise settles when its document is there. */
async function openQuietly(address: string): Promise<number> {
  const tab = await browser.tabs.create({ url: address, active: false });
  const tabId = tab.id!;
  for (const end = Date.now() + patience; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 100))) {
    const now = await browser.tabs.get(tabId).catch(() => null);
    if (!now) break;
    if (now.status === 'complete' || (now.url?.startsWith(new URL(address).origin) && now.status !== 'loading')) return tabId;
  }
  await browser.tabs.remove(tabId).catch(() => undefined);
  throw new AuthorityFailed('unreachable');
}

/**
 * Sends a TimeStampReq to the authority the merchant granted and returns its answer as received (unchecked).
 *
 * [Note: how the authority is reached] The extension's own policy lists the recipes' picture hosts and nothing else, so that no
 * page or worker of it can send anything anywhere. A host that is only known at run time cannot be added to that list, and
 * `connect-src https:` would open it to all. So the request is made from a page of the authority's own host, in a background
 * tab, by a function sent there: it can reach that one host, which the merchant granted on a click, and no other.
 * @throws AuthorityFailed
 */
export async function askAuthority(address: string, query: Uint8Array): Promise<Uint8Array> {
  const pattern = authorityPattern(address);
  if (!(await browser.permissions.contains({ origins: [pattern] }))) throw new AuthorityFailed('not-granted');
  // A small text that hosts commonly have: nothing else is loaded with it.
  const tabId = await openQuietly(new URL('/robots.txt', address).href);
  try {
    const [injected] = await browser.scripting.executeScript({ target: { tabId }, func: postHere, args: [address, toBase64(query), mostBytes] });
    const { answer, problem } = (injected?.result ?? {}) as Awaited<ReturnType<typeof postHere>>;
    if (answer === undefined) throw new AuthorityFailed('refused', problem);
    return fromBase64(answer);
  } catch (error) {
    throw error instanceof AuthorityFailed ? error : new AuthorityFailed('unreachable', error instanceof Error ? error.message : String(error));
  } finally {
    await browser.tabs.remove(tabId).catch(() => undefined);
  }
}
