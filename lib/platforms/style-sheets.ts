import { backgroundAddress, hiddenByStyle } from './inline-style';

/**
 * What the page's own style sheets hide, and the pictures they put behind elements. Asked for only of small pages' inline sheets:
 * a browser's sheets run to tens of thousands of rules, so there only the first rules are gone through, and other origins' never.
 */
export function fromStyleSheets(document: Document, limit = 3000): { hidden: Set<Element>; backgrounds: Map<Element, string> } {
  const hidden = new Set<Element>();
  const backgrounds = new Map<Element, string>();
  let left = limit;
  const each = (selector: string, act: (element: Element) => void): void => {
    try {
      for (const element of Array.from(document.querySelectorAll(selector))) act(element);
    } catch {
      // a selector this host does not know
    }
  };
  for (const sheet of Array.from(document.styleSheets ?? [])) {
    if ((sheet.ownerNode as Element | null)?.tagName !== 'STYLE') continue;
    let rules: CSSRule[] = [];
    try {
      rules = Array.from(sheet.cssRules);
    } catch {
      continue;
    }
    for (const rule of rules) {
      if ((left -= 1) < 0) return { hidden, backgrounds };
      const { selectorText, style } = rule as CSSStyleRule;
      if (typeof selectorText !== 'string' || selectorText.includes(':')) continue;
      const text = style.cssText;
      if (hiddenByStyle(text)) each(selectorText, (element) => hidden.add(element));
      const address = backgroundAddress(text);
      if (address !== null) each(selectorText, (element) => backgrounds.set(element, address));
    }
  }
  return { hidden, backgrounds };
}
