import type { ImageFormat } from '../case/image';
import { indexOfAscii, startsWith, u32be } from './bytes';
import { payload, type Container, type Segment } from './container';
import { ExtendedXmp } from './extended-xmp';
import { gifSubBlocks } from './gif-sub-blocks';
import type { MetadataCollector } from './metadata-collector';
import { rawProfile, readPngText } from './png-text';
import { readSamsungTrailer } from './samsung-trailer';
import { decodeText, looksLikeText } from './text-encoding';

type Reader = (to: MetadataCollector, container: Container) => void;

const xmpHeader = 'http://ns.adobe.com/xap/1.0/\0';
const extensionHeader = 'http://ns.adobe.com/xmp/extension/\0';
/** APPn payloads that are no words of their own (JFIF, ICC, C2PA, multi-picture, FlashPix, Adobe colour). */
const knownApplications = ['JFIF\0', 'JFXX\0', 'ICC_PROFILE\0', 'JP', 'MPF\0', 'FPXR\0', 'Adobe\0', 'Adobe_CM', 'EPPIM', 'AROT', 'urn:iso:std:iso:ts:21496'];
const maxPlainText = 1 << 20;

const end = (segment: Segment) => segment.dataOffset + segment.dataLength;
const looksLikeXmp = (bytes: Uint8Array, at: number) => startsWith(bytes, '<?xpacket', at) || startsWith(bytes, '<x:xmpmeta', at) || startsWith(bytes, '<?xml', at) || startsWith(bytes, '<rdf:RDF', at);

/** A label in bytes that belong to no known structure: what stands around each `AIGC`, at most eight times. */
function sweep(to: MetadataCollector, carrier: string, { kind, dataOffset, dataLength }: Segment): void {
  const { bytes } = to;
  const last = dataOffset + dataLength;
  for (let at = indexOfAscii(bytes, 'AIGC', dataOffset, last), n = 0; at !== -1 && n < 8; at = indexOfAscii(bytes, 'AIGC', at + 4, last), n++) {
    const from = Math.max(dataOffset, at - 2);
    to.text(carrier, decodeText(bytes.subarray(from, Math.min(last, at + to.budget.take(8192)))), from, kind);
  }
}

/** Bytes after the picture: Samsung's directory, and a label somebody appended. Other vendors' blobs stay unread. */
function readTrailer(to: MetadataCollector, segment: Segment): void {
  to.sef(readSamsungTrailer(to.bytes, segment.dataOffset, end(segment)));
  sweep(to, 'trailer', segment);
}

function readApplication(to: MetadataCollector, segment: Segment, extended: ExtendedXmp): void {
  const { bytes } = to;
  const { kind, dataOffset: at } = segment;
  if (startsWith(bytes, xmpHeader, at)) return to.xmp(at + xmpHeader.length, end(segment), kind);
  if (startsWith(bytes, extensionHeader, at)) return extended.add(bytes, at + extensionHeader.length, end(segment));
  if (startsWith(bytes, 'Exif\0', at)) return to.exifBlock(at, end(segment), kind);
  if (startsWith(bytes, 'Photoshop 3.0\0', at)) return to.resources(at + 14, end(segment), kind);
  if (looksLikeXmp(bytes, at)) return to.xmp(at, end(segment), kind);
  if (knownApplications.some((name) => startsWith(bytes, name, at))) return;
  // Words in a segment nobody reserved: some services write a bare label there.
  const label = indexOfAscii(bytes, 'AIGC', at, end(segment));
  const from = looksLikeText(payload(bytes, segment)) || label === -1 ? at : label;
  if (from === at && !looksLikeText(payload(bytes, segment))) return;
  to.text(`jpeg:${kind}`, decodeText(bytes.subarray(from, from + to.budget.take(end(segment) - from))), from, kind);
}

const readJpeg: Reader = (to, { segments }) => {
  const extended = new ExtendedXmp();
  for (const segment of segments) {
    if (segment.kind.startsWith('APP')) readApplication(to, segment, extended);
    else if (segment.kind === 'COM') to.text('jpeg:COM', decodeText(payload(to.bytes, segment).subarray(0, to.budget.take(segment.dataLength))), segment.dataOffset, 'COM');
    else if (segment.kind === 'trailer') readTrailer(to, segment);
  }
  for (const { data, offset } of extended.packets()) to.xmp(0, data.length, 'APP1', data, offset);
};

/** ImageMagick and older exporters keep whole profiles as hexadecimal text. */
function readProfile(to: MetadataCollector, keyword: string, text: string, offset: number, kind: string): void {
  const profile = rawProfile(text);
  if (!profile) return;
  const type = keyword.slice('Raw profile type '.length).toLowerCase();
  if (type === 'xmp' || startsWith(profile, xmpHeader)) to.xmp(startsWith(profile, xmpHeader) ? xmpHeader.length : 0, profile.length, kind, profile, offset);
  else if (type === 'exif' || type === 'app1') to.exifBlock(0, profile.length, kind, profile, offset);
  else if (type === 'iptc' || type === '8bim') {
    const from = startsWith(profile, 'Photoshop 3.0\0') ? 14 : 0;
    if (startsWith(profile, '8BIM', from)) to.resources(from, profile.length, kind, profile, offset);
    else to.iim(from, profile.length, kind, profile, offset);
  }
}

const pngPixels = new Set(['IHDR', 'IDAT', 'fdAT', 'PLTE', 'IEND', 'iCCP']);

const readPng: Reader = (to, { segments }) => {
  for (const segment of segments) {
    const { kind } = segment;
    if (kind === 'eXIf' || kind === 'exIf') to.exifBlock(segment.dataOffset, end(segment), kind);
    else if (kind === 'trailer') readTrailer(to, segment);
    else if (kind === 'tEXt' || kind === 'zTXt' || kind === 'iTXt') {
      const found = readPngText(to.bytes, segment, to.budget);
      if (!found) continue;
      const { keyword, text, data, offset, compressed } = found;
      if (keyword === 'XML:com.adobe.xmp') {
        // Uncompressed packets are read in place, so that each value keeps its own offset.
        if (compressed) to.xmp(0, data.length, kind, data, offset);
        else to.xmp(offset, offset + data.length, kind);
      } else if (keyword.startsWith('Raw profile type ')) readProfile(to, keyword, text, offset, kind);
      else to.text(`png:${keyword}`, text, offset, kind);
    } else if (!pngPixels.has(kind)) sweep(to, `png:${kind}`, segment);
  }
};

const webpPixels = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);

const readWebp: Reader = (to, { segments }) => {
  for (const segment of segments) {
    if (segment.kind === 'EXIF') to.exifBlock(segment.dataOffset, end(segment), segment.kind);
    else if (segment.kind === 'XMP ' || segment.kind === 'XMP\0') to.xmp(segment.dataOffset, end(segment), segment.kind);
    else if (segment.kind === 'trailer') readTrailer(to, segment);
    else if (!webpPixels.has(segment.kind)) sweep(to, `webp:${segment.kind.trim()}`, segment);
  }
};

const xmpUuid = 'be7acfcb97a942e89c71999491e3afac';

const readBmff: Reader = (to, { segments }) => {
  for (const segment of segments) {
    const { kind, dataOffset: at } = segment;
    // ISO/IEC 23008-12 Annex A: four bytes give the offset of the TIFF header after them.
    if (kind === 'item:Exif') to.exifBlock(Math.min(end(segment), at + 4 + u32be(to.bytes, at)), end(segment), kind);
    else if (kind === 'item:mime' && (segment.detail?.includes('rdf+xml') || looksLikeXmp(to.bytes, at))) to.xmp(at, end(segment), kind);
    else if (kind === 'uuid' && segment.detail === xmpUuid) to.xmp(at, end(segment), kind);
    else if (kind === 'trailer' || kind === 'sefd') readTrailer(to, segment);
    else if (kind === 'uuid' || kind === 'udta' || kind === 'free' || kind === 'item:mime') sweep(to, `bmff:${kind}`, segment);
  }
};

const readGif: Reader = (to, { segments }) => {
  for (const segment of segments) {
    const { kind, dataOffset: at } = segment;
    if (kind === 'application' && segment.detail === 'XMP DataXMP') {
      // The packet stands unblocked before a 258-byte ramp that leads block readers out; some writers block it all the same.
      if (to.bytes[at] === 0x3c) {
        const ramp = to.bytes.indexOf(1, at);
        to.xmp(at, ramp === -1 || ramp > end(segment) ? end(segment) : ramp, kind);
      } else {
        const packet = gifSubBlocks(to.bytes, at, end(segment));
        to.xmp(0, packet.length, kind, packet, at);
      }
    } else if (kind === 'comment') {
      const comment = gifSubBlocks(to.bytes, at, end(segment));
      to.text('gif:comment', decodeText(comment.subarray(0, to.budget.take(Math.min(comment.length, maxPlainText)))), at, kind);
    } else if (kind === 'trailer') readTrailer(to, segment);
  }
};

const readTiff: Reader = (to, { segments }) => {
  to.exif(0, to.bytes.length, 'IFD');
  for (const segment of segments) {
    if (segment.kind === '0x02BC') to.xmp(segment.dataOffset, end(segment), segment.kind);
    else if (segment.kind === '0x83BB') to.iim(segment.dataOffset, end(segment), segment.kind);
    else if (segment.kind === '0x8649') to.resources(segment.dataOffset, end(segment), segment.kind);
  }
};

const readBmp: Reader = (to, { segments }) => {
  for (const segment of segments) if (segment.kind === 'trailer') readTrailer(to, segment);
};

/** One reader per format: which segments hold words, and in which of the shared structures. */
export const metadataReaders: Record<ImageFormat, Reader> = { jpeg: readJpeg, png: readPng, webp: readWebp, heic: readBmff, avif: readBmff, gif: readGif, tiff: readTiff, bmp: readBmp };
