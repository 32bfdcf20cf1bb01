/** Whether an inline style takes its element out of sight. */
export function hiddenByStyle(style: string): boolean {
  return /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|opacity\s*:\s*0(?:\.0+)?\s*(?:;|!|$)|content-visibility\s*:\s*hidden|font-size\s*:\s*0(?:px)?\s*(?:;|!|$))/i.test(style)
    || /(?:^|;)\s*(?:left|top|text-indent|margin-left)\s*:\s*-\d{4,}px/i.test(style)
    || /(?:^|;)\s*(?:clip-path\s*:\s*inset\(\s*(?:50|100)%|transform\s*:[^;]*(?:scale[xy]?\(\s*0\s*[,)]|translate(?:[xy3]d?)?\(\s*-\d{4,}px))/i.test(style)
    || (/(?:^|;)\s*(?:max-)?(?:height|width)\s*:\s*[01](?:px)?\s*(?:;|!|$)/i.test(style) && /overflow\s*:\s*hidden/i.test(style))
    || /(?:^|;)\s*clip\s*:\s*rect\(\s*[01](?:px)?[\s,]/i.test(style);
}

/** Whether a class says that its element is out of sight, in the words of the usual kits; their style sheets are not there to be asked. */
export function hiddenByClass(names: string): boolean {
  // A carousel shows its first and last pictures twice.
  if (/(?:^|\s)(?:swiper-slide-duplicate|slick-cloned|splide__slide--clone)(?=\s|$)/.test(names)) return true;
  if (!/hid|d-none|sr-only|invisible/.test(names)) return false;
  return /(?:^|\s)(?:hidden|hide|is-hidden|d-none|invisible|sr-only|visually-hidden|[\w-]*(?:tabpane|tab-pane|dropdown|modal|drawer|popover|popup|tooltip|panel|collapse-content)[\w-]*-hidden)(?=\s|$)/.test(names)
    // Hidden on small screens only (hidden md:block, d-none d-md-flex).
    && !/(?:^|\s)(?:\w+:(?:block|flex|grid|inline|table|contents|visible|not-sr-only)|d-\w+-(?:block|flex|grid|inline|table))/.test(names);
}

/** The address of a background picture in a style text, or null. The first one counts where several are layered. */
export function backgroundAddress(style: string): string | null {
  if (!style.includes('url(')) return null;
  const found = /background(?:-image)?\s*:[^;]*?url\(\s*(?:"([^"]*)"|'([^']*)'|([^)\s]*))\s*\)/i.exec(style)
    // A data: address holds semicolons, which the pattern above takes for the end.
    ?? /background(?:-image)?\s*:\s*url\(\s*(?:"([^"]*)"|'([^']*)'|([^)\s]*))\s*\)/i.exec(style);
  const address = found?.[1] ?? found?.[2] ?? found?.[3] ?? null;
  return address === '' ? null : address;
}

/** A width or height in px from an inline style, or null. */
export function styleSize(style: string, side: 'width' | 'height'): number | null {
  const found = new RegExp(`(?:^|;)\\s*${side}\\s*:\\s*([\\d.]+)px`, 'i').exec(style);
  return found ? Number(found[1]) : null;
}
