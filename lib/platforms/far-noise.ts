/** Words near which a fact may stand, in Chinese and English; wider than any list of labels on purpose. */
const telling = /退款|退货|售后|订单|换货|补寄|补发|补件|维修|返修|凭证|图片|照片|举证|协商|编号|单号|金额|原因|理由|说明|描述|时间|时限|状态|剩|还有|倒计时|超时|逾期|截止|自动|待|[处审]理|审核|商品|宝贝|货品|记录|历史|日志|推荐|喜欢|留言|备注|消费者|买家|客户|用户|商家|卖家|平台|类型|要求|诉求|期望|服务|变更|修改|訂單|編號|單號|憑證|圖片|金額|時間|狀態|說明|類型|剩餘|審核|記錄|買家|賣家|換貨|補寄|維修|[¥￥]|refund|return|order|sale|service|exchange|replace|repair|resend|evidence|proof|photo|image|picture|attach|reason|status|pending|wait|amount|time|deadline|left|remain|respond|descri|detail|histor|message|buyer|customer|seller|merchant|request|appl/i;

/** Worth reading whatever they hold; none of them is common. */
const telltale = new Set(['img', 'iframe', 'frame', 'video', 'template', 'slot', 'input', 'select', 'textarea', 'button']);

/** Elements of a page's own making are what is none of these. */
const uncommon = `:not(${['div', 'span', 'p', 'i', 'a', 'b', 'em', 'strong', 'li', 'ul', 'ol', 'dl', 'dt', 'dd', 'table', 'thead', 'tbody', 'tr', 'td', 'th', 'col', 'colgroup', 'br', 'label', 'section', 'header', 'footer', 'main', 'aside', 'nav', 'article', 'form', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'small', 'svg', 'path', 'g', 'use', 'rect', 'circle', 'style', 'script', 'option'].join(',')})`;

/** Common elements that an application may put its shadow root into; emptied by it, since what they held would no longer be seen. */
const hosts = ':empty:is(div,section,main,article,aside,span)';

/** All that is looked for beside words, so that the browser walks the page once. (No brackets in the string: jsdom finds nothing by them.) */
const looked = `${uncommon},[style*="url"],${hosts}`;

/** Pages below this many elements are read whole. */
const large = 1500;

/** Elements with something to find in them. */
export class Telling {
  private readonly found: Set<Element>;
  private readonly inside = new Map<Element, number>();

  constructor(body: Element) {
    this.found = new Set([body]);
  }

  /** The element and all that hold it. */
  mark(start: Element | null): void {
    for (let element = start; element !== null && !this.found.has(element); ) {
      this.found.add(element);
      const parent: Element | null = element.parentElement;
      if (parent !== null) this.inside.set(parent, (this.inside.get(parent) ?? 0) + 1);
      element = parent;
    }
  }

  has(element: Element): boolean {
    return this.found.has(element);
  }

  /** How many of an element's own children are among them. */
  childrenOf(parent: Element): number {
    return this.inside.get(parent) ?? 0;
  }
}

/**
 * On a large page, the elements that hold, somewhere inside, a word near which a fact may stand, a number of the page's address, a
 * picture, a frame, a control or an element of the page's own making. Null where the page is small. The browser itself does as much
 * of it as it can: a script that has just started is many times slower.
 */
export function tellingElements(document: Document, numbers: readonly string[], pictures: Iterable<Element>): Telling | null {
  const search = searchTelling(document, numbers, pictures);
  let step = search.next();
  while (step.done !== true) step = search.next();
  return step.value;
}

/** The same, step by step, for whoever must not hold up a page's thread: it may rest wherever this yields. */
export function* searchTelling(document: Document, numbers: readonly string[], pictures: Iterable<Element>): Generator<undefined, Telling | null> {
  const { body } = document;
  // Not counted beyond that.
  if (!body || body.getElementsByTagName('*').item(large - 1) === null) return null;
  const found = new Telling(body);
  const mark = (element: Element | null): void => found.mark(element);
  markWords(document, numbers, mark);
  yield;
  for (const element of pictures) mark(element);
  const seen = body.querySelectorAll(looked);
  yield;
  for (const element of seen) if (telltale.has(element.localName) || element.localName.includes('-') || element.shadowRoot !== null || element.getAttribute('style')?.includes('url(')) mark(element);
  yield;
  return found;
}

/** Searches the whole text at once, then looks which text nodes the places found lie in; one across two nodes marks both. */
function markWords(document: Document, numbers: readonly string[], mark: (element: Element | null) => void): void {
  const text = document.body.textContent ?? '';
  const places = numbers.flatMap((number) => {
    const at: number[] = [];
    for (let found = text.indexOf(number); found >= 0; found = text.indexOf(number, found + 1)) at.push(found);
    return at;
  });
  const search = new RegExp(telling.source, 'gi');
  let word = search.exec(text);
  const walker = document.createTreeWalker(document.body, 4 /* text */);
  let from = 0;
  for (let node = walker.nextNode(); node !== null && (word !== null || places.length > 0); node = walker.nextNode()) {
    const end = from + (node as Text).length;
    const here = places.some((place) => place >= from && place < end);
    if (here || (word !== null && word.index < end)) mark(node.parentElement);
    if (word !== null && word.index < end && word.index + word[0].length <= end) {
      // One word of a node is enough.
      search.lastIndex = end;
      word = search.exec(text);
    }
    from = end;
  }
}

const wide = 40;
/** Neighbours of a telling element are read whatever they hold: values say nothing by themselves. */
const after = 6;

/** What to do with the next child of a wide parent: read it, leave it out, or put one mark in place of it and of those that follow it. */
export class NoiseRun {
  private since = 0;
  /** Telling children still to come; of a parent that holds texts beside its elements all are gone through. */
  private left: number;
  private expected: Element | null = null;
  private expectedIsTelling = false;
  private afterIt: Element | null = null;
  private afterItIsTelling = false;

  private constructor(private readonly found: Telling, private readonly isWide: boolean, parent: Element) {
    this.left = isWide && parent.childNodes.length === parent.childElementCount ? found.childrenOf(parent) : Infinity;
  }

  static of(found: Telling | null, parent: Element): NoiseRun | null {
    return found === null ? null : new NoiseRun(found, parent.childElementCount > wide, parent);
  }

  /** Whether all that follows is left out. */
  get isOver(): boolean {
    return this.left === 0 && this.since > after + 1;
  }

  judge(child: Element): 'read' | 'mark' | 'skip' {
    if (child === this.expected ? this.expectedIsTelling : this.found.has(child)) {
      this.since = 0;
      this.left -= 1;
      this.expected = null;
      return 'read';
    }
    this.since += 1;
    if (this.isWide && this.since > after && !this.nearTelling(child)) return this.since === after + 1 ? 'mark' : 'skip';
    return child.firstElementChild !== null && child.getElementsByTagName('*').length > wide ? 'mark' : 'read';
  }

  /** Whether one of the next two is telling; each is looked at once, since children come in their order. */
  private nearTelling(child: Element): boolean {
    const known = child === this.expected;
    this.expected = known ? this.afterIt : child.nextElementSibling;
    this.expectedIsTelling = known ? this.afterItIsTelling : this.isTelling(this.expected);
    this.afterIt = this.expected?.nextElementSibling ?? null;
    this.afterItIsTelling = this.isTelling(this.afterIt);
    return this.expectedIsTelling || this.afterItIsTelling;
  }

  private isTelling(element: Element | null): boolean {
    return element !== null && this.found.has(element);
  }
}
