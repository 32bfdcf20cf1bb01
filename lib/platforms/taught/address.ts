import type { TaughtRecipe } from './taught-recipe';

/** Parameters that say which kind of page it is, where one address serves many. */
const routing = new Set(['page', 'view', 'action', 'act', 'method', 'route', 'module', 'mod', 'm', 'c', 'a', 'do', 'r']);

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** Whether a part of an address names one claim rather than a kind of page. */
const isNumber = (part: string, known: readonly string[]): boolean => known.includes(decode(part)) || /\d{5,}/.test(part) || /^(?=.*\d)[0-9a-f-]{12,}$/i.test(part) || /^[A-Za-z]{0,3}\d{3,}$/.test(part);

const templateOf = (path: string, known: readonly string[]): string => path.replace(/\/+$/, '').split('/').map((part) => (isNumber(part, known) ? '*' : part)).join('/') || '/';

interface Parameter {
  name: string;
  value: string;
}

const parametersOf = (query: string): Parameter[] =>
  query.split('&').flatMap((part) => {
    const [name = '', ...rest] = part.split('=');
    return /^[\w.-]{1,40}$/.test(name) && rest.length > 0 ? [{ name, value: decode(rest.join('=')) }] : [];
  });

/** The kind of page an address is one of: numbers become `*`, parameters stay where they carry a number or name the page. */
export function addressOf(url: string, orderId: string, afterSaleId: string | null): Pick<TaughtRecipe, 'page' | 'numbers'> {
  const { hostname, pathname, search, hash } = new URL(url);
  const known = [orderId, afterSaleId].filter((one): one is string => one !== null);
  const behind = hash.replace(/^#!?/, '');
  const isRoute = behind.startsWith('/');
  const cut = behind.indexOf('?');
  const parameters = [...parametersOf(search.slice(1)), ...(cut < 0 ? [] : parametersOf(behind.slice(cut + 1)))];
  const named = (value: string | null) => (value === null ? null : (parameters.find((one) => one.value === value)?.name ?? null));
  const numbers = { orderId: named(orderId), afterSaleId: named(afterSaleId) };
  const query = parameters.filter(({ name, value }) => known.includes(value) || (isNumber(value, known) && /id|no|sn|code|num/i.test(name)) || routing.has(name.toLowerCase())).map((one) => one.name);
  return {
    page: { host: hostname, path: templateOf(pathname, known), query: [...new Set(query)].slice(0, 6), hash: isRoute ? templateOf(cut < 0 ? behind : behind.slice(0, cut), known) : null },
    numbers,
  };
}
