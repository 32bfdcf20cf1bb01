/** Elements whose content is never shown as text. */
export const unread: ReadonlySet<string> = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'SVG', 'CANVAS', 'HEAD', 'TITLE', 'META', 'LINK', 'OBJECT', 'EMBED', 'AUDIO', 'MAP', 'DATALIST', 'MATH']);

/** Body of the document a frame of the same origin shows. */
export function liveBody(frame: Element): HTMLElement | null {
  try {
    return (frame as HTMLIFrameElement).contentDocument?.body ?? null;
  } catch {
    return null; // another origin: its own content script reads it
  }
}

export function isShadowTemplate(element: Element): boolean {
  return element.tagName === 'TEMPLATE' && (element.hasAttribute('shadowrootmode') || element.hasAttribute('shadowroot'));
}
