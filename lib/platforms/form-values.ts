/** Classes of the kits' choosers: what they show was chosen by whoever looks at the page, or is a filter. */
const chooser = /(?:^|[\s_-])(?:select|picker|cascader|combobox|autocomplete|pagination|search)(?=$|[\s_-])/i;
const sends = /^(?:提交|发起|确定|确认|保存|发送|拒绝|同意|submit|send|save|confirm|ok)/i;
const typed = /^(?:|text|number|tel|url|email)$/i;

const isLocked = (element: Element): boolean => element.hasAttribute('readonly') || element.hasAttribute('disabled');

/** Whether a control belongs to a chooser, by its own class or one close around it. */
function inChooser(element: Element): boolean {
  if (element.getAttribute('role') === 'combobox' || element.hasAttribute('aria-haspopup')) return true;
  let node: Element | null = element;
  for (let climbs = 0; node !== null && climbs < 4; climbs += 1, node = node.parentElement) {
    if (node.tagName.toUpperCase() === 'FORM') return false;
    if (chooser.test(node.getAttribute('class') ?? '')) return true;
  }
  return false;
}

/** In a live page what a script filled in stands in the property alone; a copy has attributes and text only, filled from it. */
function textOf(element: Element, tag: string): string {
  const { value } = element as Partial<HTMLInputElement>;
  return tag === 'TEXTAREA' ? (value ?? element.textContent ?? '') : typed.test(element.getAttribute('type') ?? '') ? (value ?? element.getAttribute('value') ?? '') : '';
}

/**
 * What a field shows that can only be read (`readonly`, `disabled`), as back-ends print facts in forms; null where it is something to fill in.
 * Fields of a form in which something else is typed or chosen are the merchant's (a refusal, a proposal), unless three or more of them only show.
 */
export function shownByField(element: Element, tag: string): string | null {
  if ((tag !== 'INPUT' && tag !== 'TEXTAREA') || !isLocked(element) || inChooser(element)) return null;
  const text = textOf(element, tag);
  if (text.trim() === '') return null;
  const form = formOf(element);
  const fields = [...Array.from(form.getElementsByTagName('input')), ...Array.from(form.getElementsByTagName('textarea'))].slice(0, 60);
  // What can be sent off is the merchant's, though nothing in it can be changed.
  if (form.tagName.toUpperCase() === 'FORM' && Array.from(form.getElementsByTagName('button')).some((one) => sends.test((one.textContent ?? '').trim()))) return null;
  const showing = fields.filter((one) => isLocked(one) && textOf(one, one.tagName.toUpperCase()).trim() !== '').length;
  const open = fields.filter((one) => !isLocked(one) && (one.tagName.toUpperCase() === 'TEXTAREA' || typed.test(one.getAttribute('type') ?? ''))).length + form.getElementsByTagName('select').length;
  return open === 0 || (showing >= 3 && open <= 1) ? text : null;
}

function formOf(element: Element): Element {
  let node = element;
  for (let climbs = 0; climbs < 6 && node.parentElement !== null && node.tagName.toUpperCase() !== 'FORM'; climbs += 1) node = node.parentElement;
  return node;
}

/** Whether a label is a choice of a radio group that is not the settled one: not chosen, or still free to be changed. */
export function isOpenChoice(label: Element): boolean {
  const input = Array.from(label.getElementsByTagName('input')).find((one) => /^radio$/i.test(one.getAttribute('type') ?? ''));
  if (input === undefined || (label.textContent ?? '').length > 40) return false;
  const marks = `${label.getAttribute('class') ?? ''} ${input.parentElement?.getAttribute('class') ?? ''}`;
  const chosen = ((input as Partial<HTMLInputElement>).checked ?? input.hasAttribute('checked')) || /(?:^|[\s_-])checked(?=$|[\s_-])/i.test(marks);
  const settled = isLocked(input) || /(?:^|[\s_-])disabled(?=$|[\s_-])/i.test(marks);
  return !(chosen && settled);
}
