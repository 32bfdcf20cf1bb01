/** What can be pointed at: text nodes for facts, pictures for the evidence. Nothing here changes the page. */

const smallest = 40;

/** The elements under a point, through open shadow roots, topmost first; ours left out. */
export function elementsAt(root: Document | ShadowRoot, x: number, y: number, own: Element): Element[] {
  return root.elementsFromPoint(x, y).flatMap((element) => {
    if (element === own || own.contains(element)) return [];
    const inner = element.shadowRoot && element.shadowRoot !== root ? elementsAt(element.shadowRoot, x, y, own).filter((one) => one !== element) : [];
    return [...inner, element];
  });
}

function* textNodesOf(root: Node): Generator<Text> {
  for (const child of root.childNodes) {
    if (child.nodeType === 3) {
      if ((child as Text).data.trim() !== '') yield child as Text;
    } else if (child.nodeType === 1) {
      const element = child as Element;
      if (/^(?:SCRIPT|STYLE|NOSCRIPT|TEMPLATE|TEXTAREA|SELECT|YANTU-.*)$/.test(element.tagName)) continue;
      if (element.shadowRoot) yield* textNodesOf(element.shadowRoot);
      yield* textNodesOf(element);
    }
  }
}

export function rectOfText(node: Text): DOMRect {
  const range = node.ownerDocument.createRange();
  range.selectNodeContents(node);
  return range.getBoundingClientRect();
}

const distance = (rect: DOMRect, x: number, y: number): number => Math.hypot(Math.max(rect.left - x, 0, x - rect.right), Math.max(rect.top - y, 0, y - rect.bottom));

/** The text at a point: of the topmost element with text, the node nearest to the point. */
export function textAt(document: Document, x: number, y: number, own: Element): Text | null {
  for (const element of elementsAt(document, x, y, own).slice(0, 6)) {
    const nodes = [...element.childNodes].filter((node): node is Text => node.nodeType === 3 && (node as Text).data.trim() !== '');
    const [near] = nodes.map((node) => ({ node, far: distance(rectOfText(node), x, y) })).sort((one, other) => one.far - other.far);
    // A click anywhere in a cell means its text; in a block as large as the page it must be near.
    const { width, height } = element.getBoundingClientRect();
    if (near && (near.far < 24 || (height < 160 && width < 900))) return near.node;
  }
  return null;
}

const hasBackground = (element: Element): boolean => /url\(/.test(element.ownerDocument.defaultView!.getComputedStyle(element).backgroundImage);
const isPicture = (element: Element): boolean => element.tagName === 'IMG' || hasBackground(element);
const bigEnough = (element: Element): boolean => {
  const { width, height } = element.getBoundingClientRect();
  return width >= smallest && height >= smallest;
};

export function pictureAt(document: Document, x: number, y: number, own: Element): Element | null {
  const here = elementsAt(document, x, y, own).filter((element) => isPicture(element) && bigEnough(element));
  // A background behind half the page is decoration.
  return here.find((element) => element.tagName === 'IMG') ?? here.find((element) => element.getBoundingClientRect().width < document.defaultView!.innerWidth / 2) ?? null;
}

export function picturesOf(root: Document | ShadowRoot | Element): Element[] {
  return [...root.querySelectorAll('*')].flatMap((element) => [...(element.shadowRoot ? picturesOf(element.shadowRoot) : []), ...(isPicture(element) && bigEnough(element) ? [element] : [])]);
}

/** Texts a keyboard user steps through, in the order of the page. */
export const textsOf = (document: Document): Text[] => [...textNodesOf(document.body)].filter((node) => node.data.trim().length <= 200 && rectOfText(node).width > 0);

const parentOf = (element: Element): Element | null => element.parentElement ?? (element.getRootNode() as ShadowRoot).host ?? null;

/** The picture with its like neighbours: those of about its size in the smallest block that holds more than one. */
export function galleryOf(picture: Element): Element[] {
  const { width } = picture.getBoundingClientRect();
  let block = parentOf(picture);
  for (let climbs = 0; block !== null && climbs < 5; climbs += 1, block = parentOf(block)) {
    const alike = picturesOf(block).filter((one) => one === picture || Math.abs(one.getBoundingClientRect().width - width) <= width * 0.3);
    if (alike.length > 1) return alike.slice(0, 30);
  }
  return [picture];
}
