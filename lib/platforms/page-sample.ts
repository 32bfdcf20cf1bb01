import { hostMatches } from './original-address';
import { kindByAddress } from './page-kind';
import { liveBody } from './element-kinds';
import { shadowOf } from './page-tree';
import type { PlatformRecipe } from './recipe';
import { classWords, isKept, keptWords } from './sample-words';
import { withoutInvisible } from './text';

/** A page as it may be shown to others: its build and its labels, and nothing of anybody. */
export interface PageSample {
  html: string;
  /** The words that were kept, each once. */
  kept: string[];
  elements: number;
  /** Whether the page was longer than a sample may be. */
  cut: boolean;
}

const tags = new Set('a abbr article aside b body br button canvas caption center cite code col colgroup dd del details dfn div dl dt em fieldset figcaption figure font footer form h1 h2 h3 h4 h5 h6 header hr i img input ins label legend li main mark nav ol optgroup option p picture pre q s section select small span strong sub summary sup table tbody td textarea tfoot th thead time tr u ul video wbr'.split(' '));
const empty = new Set(['br', 'hr', 'img', 'input', 'col', 'wbr']);
const skipped = new Set(['script', 'style', 'noscript', 'link', 'meta', 'head', 'title', 'svg', 'math', 'object', 'embed', 'audio', 'source', 'track', 'map', 'base', 'datalist', 'iframe', 'frame']);
const roles = new Set(['table', 'rowgroup', 'row', 'cell', 'gridcell', 'columnheader', 'rowheader', 'grid', 'list', 'listitem', 'button', 'tab', 'tablist', 'tabpanel', 'dialog', 'navigation', 'main', 'img', 'link', 'presentation', 'none', 'status', 'alert', 'group', 'form', 'search', 'heading', 'checkbox', 'radio']);
const inputs = new Set(['text', 'search', 'checkbox', 'radio', 'number', 'date', 'file', 'button', 'submit', 'hidden']);
const elementsAtMost = 6000;
/** Signs that carry no content of their own; everything else is a letter or figure and is replaced. */
const signs = new Set([...' \n:：/|｜、，,。.;；()（）[]【】-–—_+~·•¥￥$%*#!！?？<>→“”"\'']);

/**
 * Builds a sample of a page from nothing: only element names, roles, spans and class words out of fixed lists, and labels out of a fixed list, are
 * written down. Every other letter becomes 口 or x and every figure 0, in the same number; no address, attribute value, comment, script, style,
 * picture or typed text is carried over. Open shadow roots and reachable frames are entered.
 */
export function pageSample(document: Document, recipe: PlatformRecipe, url: string, day: string): PageSample {
  const words = keptWords(recipe);
  const kept = new Set<string>();
  const classes = new Map<string, string>();
  const out: string[] = [];
  let elements = 0;
  let cut = false;

  const text = (value: string): string => escape(blanked(value, words, kept));
  const classOf = (element: Element): string => {
    const names = (element.getAttribute('class') ?? '').split(/\s+/).filter((name) => name !== '').slice(0, 12).map((name) => {
      const parts = name.split(/[-_]+|(?<=[a-z])(?=[A-Z])/).filter((part) => part !== '');
      if (parts.length > 0 && parts.length <= 8 && parts.every((part) => classWords.has(part.toLowerCase()))) return name;
      // The same unknown class is the same number, so that what is alike stays alike.
      const number = classes.get(name) ?? `c${classes.size + 1}`;
      classes.set(name, number);
      return number;
    });
    return names.length > 0 ? ` class="${names.join(' ')}"` : '';
  };
  const picture = (address: string | null): string => {
    if (address === null || address === '') return 'none';
    const scheme = /^(blob|data):/i.exec(address)?.[1];
    if (scheme) return scheme.toLowerCase();
    const host = URL.canParse(address, url) ? new URL(address, url).hostname : '';
    return recipe.images.hosts.find((known) => hostMatches(known, host)) ?? 'other';
  };
  const attributesOf = (element: Element, tag: string): string => {
    let attributes = classOf(element);
    const role = element.getAttribute('role')?.toLowerCase() ?? '';
    if (roles.has(role)) attributes += ` role="${role}"`;
    for (const name of ['colspan', 'rowspan']) if (/^\d{1,2}$/.test(element.getAttribute(name) ?? '')) attributes += ` ${name}="${element.getAttribute(name)}"`;
    if (element.getAttribute('aria-hidden') === 'true') attributes += ' aria-hidden="true"';
    const style = element.getAttribute('style') ?? '';
    if (element.hasAttribute('hidden') || /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style)) attributes += ' hidden';
    const background = /background(?:-image)?\s*:[^;]*url\(\s*["']?([^"')]*)/i.exec(style)?.[1];
    if (background !== undefined) attributes += ` data-picture="${picture(background)}" style="background:#ccc"`;
    if (tag === 'img') {
      attributes += ` data-picture="${picture(element.getAttribute('src'))}" alt=""`;
      for (const name of ['data-src', 'data-original', 'data-lazy-src']) if (element.hasAttribute(name)) attributes += ` data-late="${picture(element.getAttribute(name))}"`;
      for (const name of ['width', 'height']) if (/^\d{1,4}$/.test(element.getAttribute(name) ?? '')) attributes += ` ${name}="${element.getAttribute(name)}"`;
      attributes += ' style="background:#ccc"';
    }
    if (tag === 'input') attributes += ` type="${inputs.has((element.getAttribute('type') ?? 'text').toLowerCase()) ? (element.getAttribute('type') ?? 'text').toLowerCase() : 'text'}"`;
    if (tag === 'a' && URL.canParse(element.getAttribute('href') ?? '', url)) attributes += ` data-link="${kindByAddress(recipe, new URL(element.getAttribute('href') ?? '', url).href)}"`;
    return attributes;
  };
  const walkAll = (parent: ParentNode & Node, depth: number): void => {
    for (let node = parent.firstChild; node !== null; node = node.nextSibling) walk(node, depth);
  };
  const walk = (node: Node, depth: number): void => {
    if (node.nodeType === 3) {
      if ((node.nodeValue ?? '').trim() !== '') out.push(text(node.nodeValue ?? ''));
      return;
    }
    if (node.nodeType !== 1 || depth > 200) return;
    const element = node as Element;
    const name = element.tagName.toLowerCase();
    if (elements >= elementsAtMost) {
      cut = true;
      return;
    }
    if (name === 'iframe' || name === 'frame') {
      elements += 1;
      const body = liveBody(element);
      out.push('<section data-frame>');
      if (body !== null) walkAll(body, depth + 1);
      out.push('</section>\n');
      return;
    }
    if (skipped.has(name) || name.startsWith('yantu-')) return;
    elements += 1;
    const tag = tags.has(name) ? name : 'div';
    out.push(`<${tag}${name.includes('-') ? ' data-custom' : ''}${attributesOf(element, tag)}>`);
    if (empty.has(tag)) return;
    if (tag !== 'textarea') {
      const shadow = shadowOf(element);
      if (shadow !== null) {
        out.push('<template shadowrootmode="open">');
        walkAll(shadow, depth + 1);
        out.push('</template>');
      }
      walkAll(element, depth + 1);
    }
    out.push(`</${tag}>${tag === 'div' || tag === 'tr' || tag === 'li' ? '\n' : ''}`);
  };
  if (document.body) walkAll(document.body, 0);
  const head = `<!doctype html>\n<html><head><meta charset="utf-8"><title>Yantu page sample: ${recipe.id}, ${kindByAddress(recipe, url)}, ${/^\d{4}-\d{2}-\d{2}$/.test(day) ? day : ''}</title></head>\n<body>\n`;
  return { html: `${head}${out.join('')}${cut ? '\n<!-- cut -->' : ''}\n</body></html>\n`, kept: [...kept], elements, cut };
}

/** A text with every word that is not in the list replaced, sign by sign. */
export function blanked(value: string, words: ReadonlySet<string>, kept: Set<string> = new Set()): string {
  return value.replace(/[\t\r\n\f\v ]+/g, ' ').replace(/[^:：|｜、，,;；()（）[\]【】/\d¥￥$*·•。]+/gu, (run) => {
    if (isKept(run, words)) return keep(run, kept);
    return run.replace(/[^ ]+/g, (word) => ([...word].length > 1 && isKept(word, words) ? keep(word, kept) : [...word].map(placeholder).join('')));
  }).replace(/\p{N}/gu, '0');
}

/** A kept word is written as its letters are, without signs that show nothing: such may carry a message. */
function keep(run: string, kept: Set<string>): string {
  const written = withoutInvisible(run).normalize('NFKC');
  if (written.trim() !== '') kept.add(written.trim());
  return written;
}

function placeholder(character: string): string {
  if (signs.has(character)) return character;
  if (/\p{N}/u.test(character)) return '0';
  if (/\p{Script=Latin}/u.test(character)) return 'x';
  return '口';
}

const escape = (value: string): string => value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
