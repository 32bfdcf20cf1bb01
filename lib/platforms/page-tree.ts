import { isShadowTemplate, liveBody, unread } from './element-kinds';
import { NoiseRun, type Telling } from './far-noise';
import { isOpenChoice, shownByField } from './form-values';
import { backgroundAddress, hiddenByClass, hiddenByStyle } from './inline-style';
import { isBlank } from './text';

/** Where two pieces of text from different elements meet inside one line: a code point that is no character and is taken out of the page's own text. */
export const SEAM = '\ufdd0';

export interface TextPiece { kind: 'text'; text: string; element: Element; tag: string; link: boolean }
export interface ImagePiece { kind: 'image'; element: Element; background: string | null }
export interface ControlPiece { kind: 'control'; element: Element; text: string; upload: boolean }
export type Piece = TextPiece | ImagePiece | ControlPiece;

/** What is read as one line: inline content between two block edges or line breaks. */
export interface Line {
  kind: 'line';
  index: number;
  parent: Box;
  pieces: Piece[];
  /** Pieces joined by SEAM; pictures and controls leave an empty piece. */
  text: string;
  /** Whether there is nothing to read in it. */
  blank: boolean;
  hasImage: boolean;
  hasControl: boolean;
}

/** A block element. Holds the lines from `first` up to, not including, `end`. */
export interface Box {
  kind: 'box';
  tag: string;
  element: Element | null;
  parent: Box | null;
  children: (Box | Line)[];
  first: number;
  end: number;
}

export interface PageTree {
  root: Box;
  lines: Line[];
  /** Addresses of the frames that were entered. */
  frames: string[];
  elements: number;
}

export interface TreeOptions {
  /** Reads a saved frame's `srcdoc` into an inert document; without it such frames are entered only where live. */
  parseFrame?: (html: string) => Document;
  /** Whether what a frame with this address shows belongs to the page; all frames do where not given. */
  ownFrame?: (address: string) => boolean;
  /** Elements with something to find in them; long rows of others, far from these, are left out. All are read where not given. */
  telling?: Telling | null;
  /** Of a page already copied without them: elements that stand for what was left out. */
  marks?: ReadonlySet<Element>;
  /** Hears of every live shadow root that was entered. */
  onShadowRoot?: (root: ShadowRoot) => void;
  /** Elements that a style sheet hides, where the host cannot be asked. */
  hidden?: ReadonlySet<Element>;
  /** Pictures that a style sheet puts behind elements. */
  backgrounds?: ReadonlyMap<Element, string>;
  /** Also reads what is marked aria-hidden: an open dialog marks the whole page behind it. */
  throughAriaHidden?: boolean;
  /** Elements to read instead of the whole body. */
  roots?: readonly Element[];
  /** Element count at which reading stops. */
  limit?: number;
}

const skipped = new Set([...unread, 'NOSCRIPT', 'COL', 'COLGROUP', 'RP', 'RT', 'S', 'DEL', 'STRIKE']);
const inline = new Set(['SPAN', 'A', 'B', 'STRONG', 'I', 'EM', 'U', 'FONT', 'SMALL', 'BIG', 'LABEL', 'MARK', 'SUB', 'SUP', 'CODE', 'ABBR', 'BDI', 'BDO', 'TIME', 'INS', 'CITE', 'Q', 'VAR', 'SAMP', 'KBD', 'DATA', 'DFN', 'WBR', 'SLOT', 'PICTURE', 'OUTPUT', 'TT', 'ACRONYM', 'RUBY', 'NOBR']);
const controls = new Set(['INPUT', 'SELECT', 'TEXTAREA', 'BUTTON', 'METER', 'PROGRESS']);
const controlCharacters = /[\p{Cc}\ufdd0]/gu;

/** Reads a document once into lines and boxes. Visible text only; open and declarative shadow roots and reachable frames are entered. */
export function readTree(document: Document, options: TreeOptions = {}): PageTree {
  const limit = options.limit ?? 200_000;
  const lines: Line[] = [];
  const frames: string[] = [];
  const root: Box = { kind: 'box', tag: 'BODY', element: document.body, parent: null, children: [], first: 0, end: 0 };
  let elements = 0;
  let depth = 0;
  // What lies in shadow roots and frames was not looked through for telling words.
  let apart = 0;
  let open: Line | null = null;
  // Whether line breaks in the text are shown as such (`<pre>`, white-space: pre-line).
  let pre = false;

  const lineIn = (box: Box): Line => {
    if (open?.parent === box) return open;
    open = { kind: 'line', index: lines.length, parent: box, pieces: [], text: '', blank: true, hasImage: false, hasControl: false };
    lines.push(open);
    box.children.push(open);
    return open;
  };
  const addText = (node: Node, box: Box, holder: Element, tag: string, link: boolean): void => {
    const data = node.nodeValue ?? '';
    if (!pre || !data.includes('\n')) return addRun(data, box, holder, tag, link);
    for (const [at, run] of data.split(/\r?\n/).entries()) {
      if (at > 0) open = null;
      addRun(run, box, holder, tag, link);
    }
  };
  const addRun = (data: string, box: Box, holder: Element, tag: string, link: boolean): void => {
    const text = /[\p{Cc}\ufdd0]| {2}/u.test(data) ? data.replace(/[ \t\r\n\f\v]+/g, ' ').replace(controlCharacters, '') : data;
    if (text === '') return;
    if (text === ' ') {
      if (open?.parent === box && open.pieces.length > 0) open.pieces.push({ kind: 'text', text, element: holder, tag, link });
      return;
    }
    lineIn(box).pieces.push({ kind: 'text', text, element: holder, tag, link });
  };
  const addImage = (element: Element, box: Box, background: string | null): void => {
    const line = lineIn(box);
    line.pieces.push({ kind: 'image', element, background });
    line.hasImage = true;
  };
  const addControl = (element: Element, box: Box, tag: string): void => {
    const type = (element.getAttribute('type') ?? '').toLowerCase();
    if (tag === 'INPUT' && type === 'hidden') return;
    const line = lineIn(box);
    line.pieces.push({ kind: 'control', element, text: tag === 'BUTTON' ? (element.textContent ?? '').trim() : '', upload: tag === 'INPUT' && type === 'file' });
    line.hasControl = true;
  };
  const isHidden = (element: Element, style: string | null): boolean => {
    if (options.hidden?.has(element) === true) return true;
    if (!element.hasAttributes()) return false;
    if (element.hasAttribute('hidden') || element.hasAttribute('popover') || element.getAttribute('role') === 'tooltip') return true;
    if (!options.throughAriaHidden && element.getAttribute('aria-hidden') === 'true') return true;
    if (style !== null && hiddenByStyle(style)) return true;
    const names = element.getAttribute('class');
    return names !== null && hiddenByClass(names);
  };
  const slotted = (slot: Element, host: Element | null): Node[] => {
    const name = slot.getAttribute('name') ?? '';
    const given = host === null ? [] : Array.from(host.childNodes).filter((child) => {
      if (child.nodeType === 3) return name === '' && (child.nodeValue ?? '').trim() !== '';
      if (child.nodeType !== 1 || isShadowTemplate(child as Element)) return false;
      return ((child as Element).getAttribute('slot') ?? '') === name;
    });
    return given.length > 0 ? given : Array.from(slot.childNodes);
  };
  const walkAll = (nodes: Node | readonly Node[], box: Box, holder: Element, tag: string, link: boolean, host: Element | null): void => {
    if (Array.isArray(nodes)) for (const node of nodes as readonly Node[]) walk(node, box, holder, tag, link, host);
    else {
      const noise = apart === 0 && (nodes as Node).nodeType === 1 ? NoiseRun.of(options.telling ?? null, nodes as Element) : null;
      for (let node = (nodes as Node).firstChild; node !== null; node = node.nextSibling) {
        const what = noise === null || node.nodeType !== 1 ? 'read' : noise.judge(node as Element);
        if (what === 'read') walk(node, box, holder, tag, link, host);
        else if (what === 'mark') addMark(node as Element, box);
        else if (noise!.isOver) break;
      }
    }
  };
  const addMark = (element: Element, box: Box): void => enterBox(element, box, 'DIV', (inner) => addRun('…', inner, element, 'DIV', false));
  const enterBox = (element: Element, parent: Box, tag: string, fill: (box: Box) => void): void => {
    open = null;
    const box: Box = { kind: 'box', tag, element, parent, children: [], first: lines.length, end: lines.length };
    parent.children.push(box);
    fill(box);
    box.end = lines.length;
    open = null;
  };
  const frameBody = (frame: Element): Element | null => {
    if (options.ownFrame?.(frame.getAttribute('src') ?? '') === false) return null;
    const live = liveBody(frame);
    if (live !== null && live.childNodes.length > 0) return live;
    const saved = frame.getAttribute('srcdoc');
    return saved !== null && options.parseFrame ? options.parseFrame(saved).body : null;
  };

  function walk(node: Node, box: Box, holder: Element, holderTag: string, link: boolean, host: Element | null): void {
    if (node.nodeType === 3) return addText(node, box, holder, holderTag, link);
    if (node.nodeType !== 1 || elements >= limit || depth > 400) return;
    const element = node as Element;
    const tag = element.tagName.toUpperCase();
    if (options.marks?.has(element) === true) return addMark(element, box);
    if (skipped.has(tag)) return;
    elements += 1;
    const style = element.hasAttributes() ? element.getAttribute('style') : null;
    if (isHidden(element, style) || isClosed(element, tag)) return;
    if (tag === 'BR' || tag === 'HR') {
      open = null;
      return;
    }
    if (tag === 'IMG') return addImage(element, box, null);
    if (tag === 'VIDEO') return addImage(element, box, 'video:');
    if (controls.has(tag)) {
      const shown = shownByField(element, tag);
      if (shown === null) return addControl(element, box, tag);
      for (const run of shown.split(/\r?\n/)) {
        if (tag === 'TEXTAREA') open = null;
        addRun(run, box, element, tag, link);
      }
      return;
    }
    if (tag === 'LABEL' && isOpenChoice(element)) return addControl(element, box, tag);
    if (style !== null && /text-decoration[^;]*line-through/i.test(style)) return;
    depth += 1;
    const preOutside = pre;
    pre = keepsBreaks(tag, style) ?? pre;
    if (tag === 'IFRAME' || tag === 'FRAME') {
      const body = frameBody(element);
      if (body !== null) {
        const address = element.getAttribute('src');
        if (address) frames.push(address);
        apart += 1;
        enterBox(element, box, tag, (inner) => walkAll(body, inner, body, 'BODY', false, null));
        apart -= 1;
      }
      depth -= 1;
      pre = preOutside;
      return;
    }
    const background = (style === null ? null : backgroundAddress(style)) ?? options.backgrounds?.get(element) ?? null;
    const shadow = shadowOf(element);
    if (shadow !== null && shadow === element.shadowRoot) options.onShadowRoot?.(element.shadowRoot);
    const children: Node | readonly Node[] = shadow !== null ? shadow : tag === 'SLOT' && host !== null ? slotted(element, host) : element;
    const innerHost = shadow !== null ? element : host;
    if (shadow !== null) apart += 1;
    if (inline.has(tag) && !displaysAsBlock(style) && shadow === null) {
      if (background !== null) addImage(element, box, background);
      walkAll(children, box, element, tag, link || tag === 'A', innerHost);
    } else {
      enterBox(element, box, tag, (inner) => {
        if (background !== null) addImage(element, inner, background);
        walkAll(children, inner, element, tag, link || tag === 'A', innerHost);
      });
    }
    if (shadow !== null) apart -= 1;
    depth -= 1;
    pre = preOutside;
  }

  if (document.body) walkAll(options.roots ?? [document.body], root, document.body, 'BODY', false, null);
  root.end = lines.length;
  for (const line of lines) {
    line.text = line.pieces.map((piece) => (piece.kind === 'text' ? piece.text : '')).join(SEAM);
    line.blank = isBlank(line.text);
  }
  return { root, lines, frames, elements };
}

/** Whether two boxes are of one make: the same element with the same class. */
export function isAlike(one: Box, other: Box): boolean {
  return one.tag === other.tag && one.element?.getAttribute('class') === other.element?.getAttribute('class');
}

/** An open shadow root, or a declarative one that was saved with the page and is still a template. */
export function shadowOf(element: Element): ParentNode & Node | null {
  if (element.shadowRoot) return element.shadowRoot;
  for (let child = element.firstElementChild; child !== null; child = child.nextElementSibling) {
    if (isShadowTemplate(child)) return (child as HTMLTemplateElement).content;
  }
  return null;
}

/** A dialog that is not open, and what a folded `<details>` holds beside its summary. */
function isClosed(element: Element, tag: string): boolean {
  if (tag === 'DIALOG') return !element.hasAttribute('open');
  const around = element.parentElement;
  return tag !== 'SUMMARY' && around !== null && around.tagName === 'DETAILS' && !around.hasAttribute('open');
}

function keepsBreaks(tag: string, style: string | null): boolean | null {
  if (tag === 'PRE') return true;
  const found = style === null || !style.includes('white-space') ? null : /white-space\s*:\s*(pre|normal|nowrap|break-spaces)/i.exec(style);
  return found === null ? null : /^(?:pre|break-spaces)$/i.test(found[1]!);
}

function displaysAsBlock(style: string | null): boolean {
  return style !== null && /(?:^|;)\s*display\s*:\s*(?:block|flex|grid|table|list-item)/i.test(style);
}
