import type { CopiedElement, CopiedNode, PageCopy } from './copy-page';

/** A text of a copied page. */
class TextCopy {
  readonly nodeType = 3;
  readonly firstChild = null;
  nextSibling: Copied | null = null;
  constructor(readonly nodeValue: string) {}
  get textContent(): string {
    return this.nodeValue;
  }
}

type Copied = TextCopy | ElementCopy;

/** As much of an element as the reader asks for: names, attributes, neighbours, pictures. Nothing can be changed, run or loaded through it. */
class ElementCopy {
  readonly nodeType = 1;
  readonly nodeValue = null;
  readonly tagName: string;
  readonly localName: string;
  nextSibling: Copied | null = null;
  childNodes: Copied[] = [];
  shadowRoot: { nodeType: 11; firstChild: Copied | null; childNodes: Copied[] } | null = null;
  content: { nodeType: 11; firstChild: Copied | null; childNodes: Copied[] } | null = null;
  contentDocument: { body: ElementCopy } | null = null;
  readonly currentSrc: string | undefined;
  readonly complete: boolean | undefined;
  readonly naturalWidth: number | undefined;
  readonly naturalHeight: number | undefined;

  constructor(private readonly copy: CopiedElement, readonly parentElement: ElementCopy | null) {
    this.tagName = copy.tag;
    this.localName = copy.tag.toLowerCase();
    [this.currentSrc, this.complete, this.naturalWidth, this.naturalHeight] = copy.picture ?? [];
  }
  get firstChild(): Copied | null {
    return this.childNodes[0] ?? null;
  }
  get children(): ElementCopy[] {
    return this.childNodes.filter((node) => node.nodeType === 1);
  }
  get childElementCount(): number {
    return this.children.length;
  }
  get firstElementChild(): ElementCopy | null {
    return this.children[0] ?? null;
  }
  get nextElementSibling(): ElementCopy | null {
    let next = this.nextSibling;
    while (next !== null && next.nodeType !== 1) next = next.nextSibling;
    return next;
  }
  get textContent(): string {
    return this.childNodes.map((node) => node.textContent).join('');
  }
  getAttribute(name: string): string | null {
    const { attributes } = this.copy;
    return attributes !== undefined && Object.hasOwn(attributes, name) ? attributes[name]! : null;
  }
  hasAttribute(name: string): boolean {
    return this.getAttribute(name) !== null;
  }
  hasAttributes(): boolean {
    return this.copy.attributes !== undefined;
  }
  getElementsByTagName(name: string): ElementCopy[] {
    return this.children.flatMap((child) => [...(name === '*' || child.localName === name ? [child] : []), ...child.getElementsByTagName(name)]);
  }
  closest(name: string): ElementCopy | null {
    return this.localName === name ? this : (this.parentElement?.closest(name) ?? null);
  }
  contains(other: ElementCopy): boolean {
    for (let up: ElementCopy | null = other; up !== null; up = up.parentElement) if (up === this) return true;
    return false;
  }
}

/** A copied page, to be read where its page is not. */
export interface CopiedPage {
  document: Document;
  /** By number. */
  elements: Element[];
  hidden: ReadonlySet<Element>;
  backgrounds: ReadonlyMap<Element, string>;
  marks: ReadonlySet<Element>;
}

/** Opens a copy made by copy-page.ts. */
export function openCopy({ body, hidden, backgrounds }: PageCopy): CopiedPage {
  const elements: ElementCopy[] = [];
  const marks = new Set<ElementCopy>();
  const openAll = (nodes: readonly CopiedNode[], parent: ElementCopy | null): Copied[] => {
    const opened = nodes.map((node) => (typeof node === 'string' ? new TextCopy(node) : open(node, parent)));
    for (const [at, node] of opened.entries()) node.nextSibling = opened[at + 1] ?? null;
    return opened;
  };
  const fragment = (nodes: readonly CopiedNode[]) => {
    const childNodes = openAll(nodes, null);
    return { nodeType: 11 as const, firstChild: childNodes[0] ?? null, childNodes };
  };
  const open = (copy: CopiedElement, parent: ElementCopy | null): ElementCopy => {
    const element = new ElementCopy(copy, parent);
    elements.push(element);
    if (copy.mark) marks.add(element);
    if (copy.shadow) element.shadowRoot = fragment(copy.shadow);
    if (copy.content) element.content = fragment(copy.content);
    if (copy.frame) element.contentDocument = { body: open(copy.frame, null) };
    element.childNodes = openAll(copy.children ?? [], element);
    return element;
  };
  const root = body === null ? null : open(body, null);
  const real = elements as unknown as Element[];
  const document = {
    body: root,
    // All the reader asks for is `tag, tag` and `[name="value"]`.
    querySelector(selector: string) {
      const attribute = /^\[([\w-]+)="([^"]*)"\]$/.exec(selector);
      const tags = selector.split(', ');
      return elements.find((one) => (attribute === null ? tags.includes(one.localName) : one.getAttribute(attribute[1]!) === attribute[2])) ?? null;
    },
  };
  return { document: document as unknown as Document, elements: real, hidden: new Set(hidden.flatMap((at) => real[at] ?? [])), backgrounds: new Map(backgrounds.flatMap(([at, address]) => (real[at] ? [[real[at], address] as const] : []))), marks: marks as unknown as ReadonlySet<Element> };
}
