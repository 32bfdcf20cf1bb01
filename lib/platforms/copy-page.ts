import { isShadowTemplate, liveBody, unread } from './element-kinds';
import { NoiseRun, searchTelling, tellingElements, type Telling } from './far-noise';
import { longestData, tooLong } from './data-address';
import { fromStyleSheets } from './style-sheets';

/** An element as JSON. A text is a string; comments are left out. */
export interface CopiedElement {
  tag: string;
  attributes?: Record<string, string>;
  children?: CopiedNode[];
  /** Children of its open shadow root. */
  shadow?: CopiedNode[];
  /** Content of a declarative shadow root still waiting in a `<template>`. */
  content?: CopiedNode[];
  /** Body of the document a frame of the same origin shows. */
  frame?: CopiedElement;
  /** Of a picture: address shown, whether it has loaded, natural width and height in px. */
  picture?: [string, boolean, number, number];
  /** Stands for itself and for what was left out after it. */
  mark?: true;
}
export type CopiedNode = string | CopiedElement;

/** What the reader needs of a page, without the page. Elements are numbered from 0 as they are met: itself, shadow, content, frame, children. */
export interface PageCopy {
  body: CopiedElement | null;
  /** Numbers of the elements a style sheet hides, and pictures it puts behind elements. */
  hidden: number[];
  backgrounds: [number, string][];
}

export interface CopyOptions {
  /** Leaves out what is far from anything telling on a large page; null copies all. */
  numbers: readonly string[] | null;
  /** What `readyToCopy` found for the same numbers; looked for here where not given. */
  ready?: Ready;
  onShadowRoot?: (root: ShadowRoot) => void;
}

/** Beyond this many elements or characters, and below this depth, a page is copied no further. */
const most = { elements: 200_000, characters: 16_000_000, depth: 400 };
const long = 4096;

export interface Ready {
  sheets: ReturnType<typeof fromStyleSheets>;
  telling: Telling | null;
}

/** What goes before a copy, on a large page in several goes with a rest between them, so that none of them holds up the page's thread. */
export async function readyToCopy(document: Document, numbers: readonly string[] | null, rest: () => Promise<void>): Promise<Ready> {
  const sheets = fromStyleSheets(document);
  if (numbers === null) return { sheets, telling: null };
  const search = searchTelling(document, numbers, sheets.backgrounds.keys());
  let step = search.next();
  while (step.done !== true) {
    await rest();
    step = search.next();
  }
  return { sheets, telling: step.value };
}

/**
 * Copies a page for a reader elsewhere, so that the page's own thread does no more than this walk. Pictures written into the page as
 * `data:` travel as short stand-ins; `standsFor` gives what one stands for.
 */
export function copyPage(document: Document, { numbers, ready, onShadowRoot }: CopyOptions): { copy: PageCopy; elements: Element[]; standsFor: (address: string) => string } {
  const sheets = ready?.sheets ?? fromStyleSheets(document);
  const telling = ready !== undefined ? ready.telling : numbers === null ? null : tellingElements(document, numbers, sheets.backgrounds.keys());
  const elements: Element[] = [];
  const standIns = new Map<string, string>();
  let characters = 0;
  let depth = 0;
  // What lies in shadow roots and frames was not looked through for telling words.
  let apart = 0;

  const standInFor = (address: string): string => {
    const known = standIns.get(address);
    if (known !== undefined) return known;
    // As long as what the reader takes for a picture of its own rather than an icon.
    const kind = /^data:[^;,]{0,60}/.exec(address.slice(0, 80))?.[0] ?? 'data:';
    const made = `${kind}${address.length > longestData ? tooLong : ';base64,'}${String(standIns.size).padStart(long, 'A')}`;
    standIns.set(address, made);
    return made;
  };
  /** By hand: one expression over 50 MB would overrun the engine's stack. */
  const shorter = (text: string): string => {
    if (text.length < long) return text;
    let copied = '';
    let at = 0;
    for (let start = text.indexOf('data:'); start >= 0; start = text.indexOf('data:', at)) {
      const after = /[\s"')]/g;
      after.lastIndex = start;
      const end = after.exec(text)?.index ?? text.length;
      copied += text.slice(at, start) + (end - start < long ? text.slice(start, end) : standInFor(text.slice(start, end)));
      at = end;
    }
    return copied + text.slice(at);
  };
  const copyChildren = (parent: Node): CopiedNode[] => {
    const copied: CopiedNode[] = [];
    if (depth >= most.depth) return copied;
    depth += 1;
    const noise = apart === 0 && telling !== null && parent.nodeType === 1 ? NoiseRun.of(telling, parent as Element) : null;
    for (let node = parent.firstChild; node !== null; node = node.nextSibling) {
      if (elements.length >= most.elements || characters > most.characters) break;
      if (node.nodeType === 3) {
        const text = node.nodeValue!;
        characters += text.length;
        copied.push(text);
      } else if (node.nodeType === 1) {
        const what = noise === null ? 'read' : noise.judge(node as Element);
        if (what !== 'skip') copied.push(copyElement(node as Element, what === 'mark'));
        else if (noise!.isOver) break;
      }
    }
    depth -= 1;
    return copied;
  };
  const copyApart = (parent: Node): CopiedNode[] => {
    apart += 1;
    const copied = copyChildren(parent);
    apart -= 1;
    return copied;
  };
  const copyElement = (element: Element, mark = false): CopiedElement => {
    elements.push(element);
    const tag = element.tagName;
    const copied: CopiedElement = { tag };
    if (element.hasAttributes()) copied.attributes = attributesOf(element);
    if (mark) return { ...copied, mark };
    const upper = tag.toUpperCase();
    if (isShadowTemplate(element)) return { ...copied, content: copyApart((element as HTMLTemplateElement).content) };
    if (unread.has(upper) || upper === 'SELECT') return copied;
    if (upper === 'IMG') {
      const { currentSrc, complete, naturalWidth, naturalHeight } = element as HTMLImageElement;
      return { ...copied, picture: [shorter(currentSrc ?? ''), complete, naturalWidth, naturalHeight] };
    }
    if (upper === 'INPUT' || upper === 'TEXTAREA') return { ...copied, ...shownValue(element as HTMLInputElement | HTMLTextAreaElement, copied.attributes) };
    const { shadowRoot } = element;
    if (shadowRoot !== null) {
      onShadowRoot?.(shadowRoot);
      copied.shadow = copyApart(shadowRoot);
    }
    if (upper === 'IFRAME' || upper === 'FRAME') {
      const body = liveBody(element);
      apart += 1;
      if (body !== null) copied.frame = copyElement(body);
      apart -= 1;
    }
    if (element.firstChild !== null) copied.children = copyChildren(element);
    return copied;
  };
  const attributesOf = (element: Element): Record<string, string> => {
    const found: Record<string, string> = {};
    for (const name of element.getAttributeNames()) {
      if (name.startsWith('on')) continue;
      const value = shorter(element.getAttribute(name)!);
      characters += value.length;
      found[name] = value;
    }
    return found;
  };

  /** What a field shows now, which a page's script sets without a trace in its attributes. Of a field to type in nothing but its attributes is copied. */
  const shownValue = (field: HTMLInputElement | HTMLTextAreaElement, attributes: Record<string, string> = {}): Partial<CopiedElement> => {
    const { type } = field;
    const { checked: _before, ...others } = attributes;
    if (type === 'radio' || type === 'checkbox') return { attributes: (field as HTMLInputElement).checked ? { ...others, checked: '' } : others };
    const value = (field.readOnly || field.disabled) && type !== 'password' ? shorter(field.value) : null;
    if (type === 'textarea') return { children: [value ?? field.textContent ?? ''] };
    return value === null ? {} : { attributes: { ...attributes, value } };
  };

  const body = document.body ? copyElement(document.body) : null;
  const place = new Map(sheets.hidden.size + sheets.backgrounds.size > 0 ? elements.map((element, at) => [element, at] as const) : []);
  const hidden = [...sheets.hidden].flatMap((element) => place.get(element) ?? []);
  const backgrounds = [...sheets.backgrounds].flatMap(([element, address]): [number, string][] => (place.has(element) ? [[place.get(element)!, shorter(address)]] : []));
  const standsFor = (address: string): string => (address.startsWith('data:') ? ([...standIns].find(([, made]) => made === address)?.[0] ?? address) : address);
  return { copy: { body, hidden, backgrounds }, elements, standsFor };
}
