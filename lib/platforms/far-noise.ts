/** Words near which a fact may stand, in Chinese and English; wider than any list of labels on purpose. */
const telling = /退款|退货|售后|订单|换货|补寄|补发|补件|维修|返修|凭证|图片|照片|举证|协商|编号|单号|金额|原因|理由|说明|描述|时间|时限|状态|剩|还有|倒计时|超时|逾期|截止|自动|待|[处审]理|审核|商品|宝贝|货品|记录|历史|日志|推荐|喜欢|留言|备注|消费者|买家|客户|用户|商家|卖家|平台|类型|要求|诉求|期望|服务|变更|修改|訂單|編號|單號|憑證|圖片|金額|時間|狀態|說明|類型|剩餘|審核|記錄|買家|賣家|換貨|補寄|維修|[¥￥]|refund|return|order|sale|service|exchange|replace|repair|resend|evidence|proof|photo|image|picture|attach|reason|status|pending|wait|amount|time|deadline|left|remain|respond|descri|detail|histor|message|buyer|customer|seller|merchant|request|appl/i;

/** Elements of a page's own making are what is none of these. */
const uncommon = `:not(${['div', 'span', 'p', 'i', 'a', 'b', 'em', 'strong', 'li', 'ul', 'ol', 'dl', 'dt', 'dd', 'table', 'thead', 'tbody', 'tr', 'td', 'th', 'col', 'colgroup', 'br', 'label', 'section', 'header', 'footer', 'main', 'aside', 'nav', 'article', 'form', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'small', 'svg', 'path', 'g', 'use', 'rect', 'circle', 'style', 'script', 'option'].join(',')})`;

/** Common elements that an application may put its shadow root into; emptied by it, since what they held would no longer be seen. */
const hosts = 'div:empty, section:empty, main:empty, article:empty, aside:empty, span:empty';

/** Pages below this many elements are read whole. */
const large = 1500;

/**
 * On a large page, the elements that hold, somewhere inside, a word near which a fact may stand, a number of the page's address, a
 * picture, a frame, a control or an element of the page's own making. Null where the page is small. The browser itself does as much
 * of it as it can: a script that has just started is many times slower.
 */
export function tellingElements(document: Document, numbers: readonly string[], pictures: Iterable<Element>): ReadonlySet<Element> | null {
  const search = searchTelling(document, numbers, pictures);
  let step = search.next();
  while (step.done !== true) step = search.next();
  return step.value;
}

/** The same, step by step, for whoever must not hold up a page's thread: it may rest wherever this yields. */
export function* searchTelling(document: Document, numbers: readonly string[], pictures: Iterable<Element>): Generator<undefined, ReadonlySet<Element> | null> {
  const { body } = document;
  if (!body || body.getElementsByTagName('*').length < large) return null;
  const found = new Set<Element>([body]);
  const mark = (start: Element | null): void => {
    for (let element = start; element !== null && !found.has(element); element = element.parentElement) found.add(element);
  };
  markWords(document, numbers, mark);
  yield;
  for (const element of body.querySelectorAll('img, iframe, frame, video, template, slot, input, select, textarea, button, [style*="url("]')) mark(element);
  for (const element of pictures) mark(element);
  for (const element of body.querySelectorAll(uncommon)) if (element.localName.includes('-') || element.shadowRoot !== null) mark(element);
  yield;
  for (const element of body.querySelectorAll(hosts)) if (element.shadowRoot !== null) mark(element);
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
  constructor(private readonly found: ReadonlySet<Element>, private readonly isWide: boolean) {}

  static of(found: ReadonlySet<Element> | null, parent: Element): NoiseRun | null {
    return found === null ? null : new NoiseRun(found, parent.childElementCount > wide);
  }

  judge(child: Element): 'read' | 'mark' | 'skip' {
    if (this.found.has(child)) {
      this.since = 0;
      return 'read';
    }
    this.since += 1;
    if (this.isWide && this.since > after) {
      const next = child.nextElementSibling;
      const second = next?.nextElementSibling ?? null;
      if (!(next !== null && this.found.has(next)) && !(second !== null && this.found.has(second))) return this.since === after + 1 ? 'mark' : 'skip';
    }
    return child.firstElementChild !== null && child.getElementsByTagName('*').length > wide ? 'mark' : 'read';
  }
}
