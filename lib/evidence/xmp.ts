import { decodeEntities } from './xml-entities';
import { decodeUtf16, decodeUtf8 } from './text-encoding';

/** One simple value of an XMP packet (ISO 16684-1), whatever form it was written in. */
export interface XmpProperty {
  /** Namespace URI; by the packet's own declaration, else the one its prefix usually stands for, else ''. */
  uri: string;
  prefix: string;
  name: string;
  value: string;
  /** Names of the enclosing properties, outermost first: `['History']` for `stEvt:softwareAgent` in `xmpMM:History`. */
  within: string[];
  form: 'element' | 'attribute' | 'item' | 'resource';
  /** Of the value, from the start of the file (of the packet, where it is not UTF-8). */
  offset: number;
}

export const namespaces = {
  tc260: 'http://www.tc260.org.cn/ns/AIGC/1.0/',
  iptcExt: 'http://iptc.org/std/Iptc4xmpExt/2008-02-29/',
  photoshop: 'http://ns.adobe.com/photoshop/1.0/',
  xmp: 'http://ns.adobe.com/xap/1.0/',
  xmpMM: 'http://ns.adobe.com/xap/1.0/mm/',
  exif: 'http://ns.adobe.com/exif/1.0/',
  tiff: 'http://ns.adobe.com/tiff/1.0/',
  event: 'http://ns.adobe.com/xap/1.0/sType/ResourceEvent#',
  dc: 'http://purl.org/dc/elements/1.1/',
  dcterms: 'http://purl.org/dc/terms/',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
} as const;

/** For packets that use a prefix without declaring it. */
const usualPrefixes: Record<string, string> = {
  TC260: namespaces.tc260, Iptc4xmpExt: namespaces.iptcExt, iptcExt: namespaces.iptcExt, photoshop: namespaces.photoshop, xmp: namespaces.xmp, xap: namespaces.xmp,
  xmpMM: namespaces.xmpMM, exif: namespaces.exif, tiff: namespaces.tiff, stEvt: namespaces.event, dc: namespaces.dc, dcterms: namespaces.dcterms, rdf: namespaces.rdf,
};

const maxDepth = 64;
const maxProperties = 5000;
/** Longer values are pictures in Base64 (depth maps, thumbnails), not words. */
const maxValue = 1 << 20;
// Bounded: a run of '<' must not cost its length each time.
const head = /[^\s/><]{1,200}/y;
const attribute = /\s*([^\s=/>"'<]{1,200})\s*=\s*(["'])/y;
const latin = new TextDecoder('windows-1252');

interface Open {
  raw: string;
  prefix: string;
  name: string;
  declared: Map<string, string> | null;
  textFrom: number;
  hasChild: boolean;
}

/** Scans one packet. Never throws: what cannot be understood is skipped, tags left open are closed by their parents. */
export function readXmp(bytes: Uint8Array, from: number, to: number): XmpProperty[] {
  let body = bytes.subarray(from, to);
  let shift: number | null = from;
  if ((body[0] === 0xfe && body[1] === 0xff) || (body[0] === 0xff && body[1] === 0xfe) || body[0] === 0 || body[1] === 0) {
    body = new TextEncoder().encode(decodeUtf16(body, body[1] === 0));
    shift = null;
  }
  return new Scanner(body, shift, from).run();
}

/** One character per byte, so that places in the text are places in the file; only values are decoded as UTF-8. */
class Scanner {
  private readonly xml: string;
  private readonly stack: Open[] = [];
  private readonly properties: XmpProperty[] = [];
  /** How many elements of each name are open: a closing tag that matches none is passed over at once. */
  private readonly openNames = new Map<string, number>();

  constructor(
    private readonly body: Uint8Array,
    private readonly shift: number | null,
    private readonly packet: number,
  ) {
    this.xml = latin.decode(body);
  }

  run(): XmpProperty[] {
    const { xml } = this;
    let at = xml.indexOf('<');
    while (at !== -1 && this.properties.length < maxProperties) {
      let next: number;
      if (xml.startsWith('<?', at)) next = this.skip(at, '?>');
      else if (xml.startsWith('<!--', at)) next = this.skip(at, '-->');
      else if (xml.startsWith('<![CDATA[', at)) next = this.skip(at, ']]>');
      else if (xml.startsWith('<!', at)) next = this.skip(at, '>');
      else if (xml[at + 1] === '/') next = this.close(at);
      else next = this.open(at);
      at = xml.indexOf('<', next);
    }
    return this.properties;
  }

  private skip(at: number, end: string): number {
    const stop = this.xml.indexOf(end, at + 2);
    return stop === -1 ? this.xml.length : stop + end.length;
  }

  private uriOf(prefix: string): string {
    for (let i = this.stack.length - 1; i >= 0; i--) {
      const uri = this.stack[i]!.declared?.get(prefix);
      if (uri !== undefined) return uri;
    }
    return usualPrefixes[prefix] ?? '';
  }

  private valueAt(from: number, to: number): string {
    return unwrap(decodeUtf8(this.body.subarray(from, Math.min(to, from + maxValue))));
  }

  private push(prefix: string, name: string, form: XmpProperty['form'], from: number, to: number, depth: number): void {
    const value = this.valueAt(from, to).trim();
    if (value === '') return;
    const within = this.stack.slice(0, depth).filter((open) => this.isProperty(open)).map((open) => open.name);
    this.properties.push({ uri: this.uriOf(prefix), prefix, name, value, within, form, offset: this.shift === null ? this.packet : this.shift + from });
  }

  private isProperty(open: Open): boolean {
    return open.prefix !== 'rdf' && open.prefix !== 'x' && open.name !== 'RDF' && open.name !== 'xmpmeta';
  }

  /** A start tag: namespace declarations first, then attributes as properties. */
  private open(at: number): number {
    const { xml } = this;
    head.lastIndex = at + 1;
    const raw = head.exec(xml)?.[0];
    if (!raw) return at + 1;
    const parent = this.stack.at(-1);
    if (parent) parent.hasChild = true;
    const [prefix, name] = split(raw);
    const element: Open = { raw, prefix, name, declared: null, textFrom: 0, hasChild: false };
    const attributes: { raw: string; from: number; to: number }[] = [];
    let place = at + 1 + raw.length;
    while (attributes.length < 500) {
      attribute.lastIndex = place;
      const match = attribute.exec(xml);
      if (!match) break;
      const from = attribute.lastIndex;
      const to = xml.indexOf(match[2]!, from);
      if (to === -1) return xml.length;
      attributes.push({ raw: match[1]!, from, to });
      place = to + 1;
    }
    for (const { raw: key, from, to } of attributes) if (key.startsWith('xmlns:')) (element.declared ??= new Map()).set(key.slice(6), this.valueAt(from, to));
    const end = xml.indexOf('>', place);
    if (end === -1) return xml.length;
    const selfClosing = xml[end - 1] === '/';
    element.textFrom = end + 1;
    if (this.stack.length >= maxDepth) return end + 1;
    this.stack.push(element);
    this.openNames.set(raw, (this.openNames.get(raw) ?? 0) + 1);
    for (const { raw: key, from, to } of attributes) {
      const [own, local] = split(key);
      if (own === 'xmlns' || own === 'xml' || own === '' || own === 'x') continue;
      if (own !== 'rdf') this.push(own, local, 'attribute', from, to, this.stack.length);
      else if (local === 'resource' || local === 'value') this.pushOwner('resource', from, to);
    }
    if (selfClosing) this.leave(this.stack.length - 1);
    return end + 1;
  }

  /** Gives a value to the innermost real property: `rdf:li` and `rdf:value` have no name of their own. */
  private pushOwner(form: XmpProperty['form'], from: number, to: number): void {
    for (let i = this.stack.length - 1; i >= 0; i--) {
      const open = this.stack[i]!;
      if (!this.isProperty(open)) continue;
      this.push(open.prefix, open.name, form, from, to, i);
      return;
    }
  }

  private close(at: number): number {
    const { xml } = this;
    const end = xml.indexOf('>', at);
    if (end === -1) return xml.length;
    const raw = xml.slice(at + 2, Math.min(end, at + 202)).trim();
    if (!this.openNames.get(raw)) return end + 1;
    const index = this.stack.findLastIndex((open) => open.raw === raw);
    const element = this.stack[index]!;
    this.leave(index + 1);
    if (!element.hasChild) {
      const real = this.isProperty(element);
      if (real) this.push(element.prefix, element.name, 'element', element.textFrom, at, index);
      else if (element.name === 'li' || element.name === 'value') this.pushOwner('item', element.textFrom, at);
    }
    this.leave(index);
    return end + 1;
  }

  /** Closes every element above the first `depth`. */
  private leave(depth: number): void {
    while (this.stack.length > depth) {
      const { raw } = this.stack.pop()!;
      this.openNames.set(raw, this.openNames.get(raw)! - 1);
    }
  }
}

function split(raw: string): [string, string] {
  const colon = raw.indexOf(':');
  return colon === -1 ? ['', raw] : [raw.slice(0, colon), raw.slice(colon + 1)];
}

/** Entities decoded, CDATA sections taken as they are. */
function unwrap(raw: string): string {
  let text = '';
  let at = 0;
  for (;;) {
    const start = raw.indexOf('<![CDATA[', at);
    const end = start === -1 ? -1 : raw.indexOf(']]>', start);
    if (end === -1) return text + decodeEntities(raw.slice(at));
    text += decodeEntities(raw.slice(at, start)) + raw.slice(start + 9, end);
    at = end + 3;
  }
}
