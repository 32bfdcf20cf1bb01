const wanted = /申诉|举证|拒绝|说明|理由|留言|备注|回复|描述|appeal|reason|message/i;
type Box = HTMLTextAreaElement | HTMLElement;

const isTextarea = (box: Box): box is HTMLTextAreaElement => box.tagName === 'TEXTAREA';

function visible(box: Element): boolean {
  const rect = box.getBoundingClientRect();
  return rect.width > 40 && rect.height > 16;
}

function boxesOf(root: Document | ShadowRoot, found: Box[]): Box[] {
  for (const element of root.querySelectorAll<HTMLElement>('*')) {
    if (element.shadowRoot) boxesOf(element.shadowRoot, found);
    if (isTextarea(element) ? !element.disabled && !element.readOnly : element.isContentEditable && element.parentElement?.isContentEditable === false) if (visible(element)) found.push(element);
  }
  return found;
}

/** How surely the box is for a statement: its own words weigh more than those of the block around it. */
function fitness(box: Box): number {
  const own = [box.getAttribute('placeholder'), box.getAttribute('aria-label'), box.getAttribute('name'), box.closest('label')?.textContent].join(' ').slice(0, 300);
  if (/搜索|search/i.test(own)) return 0;
  if (wanted.test(own)) return 2;
  const around = box.closest('.form-item, [class*="form" i]') ?? box.parentElement;
  return around && wanted.test((around.textContent ?? '').slice(0, 200)) ? 1 : 0;
}

/** The one best box; two equally good ones are left to the merchant's own click into one of them. */
function best(boxes: Box[]): Box | undefined {
  const ranked = boxes.map((box) => ({ box, fit: fitness(box) })).sort((a, b) => b.fit - a.fit);
  return ranked[0] && ranked[0].fit > 0 && ranked[0].fit > (ranked[1]?.fit ?? 0) ? ranked[0].box : undefined;
}

/** Puts the letter into the page's own box. Only called on the user's click; the merchant still sends it. */
export function fillBox(page: Document, text: string): { filled: boolean; boxes: number } {
  const boxes = boxesOf(page, []);
  const focused = boxes.find((box) => box === page.activeElement);
  const target = focused ?? best(boxes) ?? (boxes.length === 1 ? boxes[0] : undefined);
  if (!target) return { filled: false, boxes: boxes.length };
  target.focus();
  const before = (isTextarea(target) ? target.value : target.textContent ?? '').trim();
  // What the merchant already wrote stays; filling twice does not repeat the letter.
  const whole = before === '' || before.includes(text) ? before || text : `${before}\n${text}`;
  if (isTextarea(target)) {
    // React keeps its own copy of the value; the prototype's setter plus an input event makes it notice.
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')!.set!.call(target, whole);
  } else target.textContent = whole;
  target.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText', data: text }));
  target.dispatchEvent(new Event('change', { bubbles: true }));
  return { filled: true, boxes: boxes.length };
}
