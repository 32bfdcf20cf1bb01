import { backgroundAddress, hiddenByStyle } from './inline-style';

/** Pseudo-classes that depend on the tree alone; of the others (hover, before) nothing is known. */
const ofTheTree = /:(?:not|is|where|has|nth-child|nth-last-child|nth-of-type|first-child|last-child|only-child|first-of-type|last-of-type|empty|root|checked|disabled)\b/g;

/**
 * What the page's own style sheets hide, and the pictures they put behind elements. Asked for only of small pages' inline sheets:
 * a browser's sheets run to tens of thousands of rules, so there only the first rules are gone through, and other origins' never.
 */
export function fromStyleSheets(document: Document, limit = 3000): { hidden: Set<Element>; backgrounds: Map<Element, string> } {
  const hidden = new Map<Element, number>();
  const backgrounds = new Map<Element, string>();
  const found = (): { hidden: Set<Element>; backgrounds: Map<Element, string> } => ({ hidden: new Set(hidden.keys()), backgrounds });
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
      if ((left -= 1) < 0) return found();
      const { selectorText, style } = rule as CSSStyleRule;
      if (typeof selectorText !== 'string' || selectorText.replace(ofTheTree, '').includes(':')) continue;
      const text = style.cssText;
      if (hiddenByStyle(text)) for (const selector of selectorText.split(/,(?![^(]*\))/)) each(selector, (element) => hidden.set(element, Math.max(weight(selector), hidden.get(element) ?? 0)));
      // .pane{display:none} .pane.active{display:block}: the more telling rule, or the later of two alike, shows it again.
      else if (hidden.size > 0 && /(?:^|;)\s*display\s*:/i.test(text)) for (const selector of selectorText.split(/,(?![^(]*\))/)) each(selector, (element) => weight(selector) >= (hidden.get(element) ?? Infinity) && hidden.delete(element));
      const address = backgroundAddress(text);
      if (address !== null) each(selectorText, (element) => backgrounds.set(element, address));
    }
  }
  return found();
}

/** A selector's specificity, near enough: ids, then classes, attributes and pseudo-classes, then tags. */
function weight(selector: string): number {
  const count = (pattern: RegExp): number => selector.match(pattern)?.length ?? 0;
  return count(/#[\w-]+/g) * 10_000 + count(/\.[\w-]+|\[[^\]]*\]|:(?!not|is|where|has)[\w-]+/g) * 100 + count(/(?:^|[\s>+~(])[a-z][\w-]*/gi);
}
