import { isObject, objectAt, parseObject, readings, type JsonObject } from '../json-in-text';
import type { Metadata } from '../metadata';

/** What apps of the ByteDance family write into EXIF on export. Fields as found; '' where absent. */
export interface ExportRecord {
  product: string;
  exportType: string;
  labelType: string;
  aigcType: string;
  originItemId: string;
  /** `declared`: says generated; `marked`: carries an AI label type; `hint`: one weak sign; `none`: an ordinary editor. */
  reading: 'declared' | 'marked' | 'hint' | 'none';
  carrier: string;
  segment: string;
  offset: number;
  raw: string;
}

/** Products that generate; `retouch`, `lv`, `aweme` are ordinary editors and say nothing by themselves. */
const generators = new Set(['dreamina', 'dreamina_oversea', 'xinghui', 'doubao']);

const member = (object: unknown, key: string): unknown => (isObject(object) ? object[key] : undefined);
const word = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');

function readingOf({ product, exportType, labelType, aigcType }: Pick<ExportRecord, 'product' | 'exportType' | 'labelType' | 'aigcType'>): ExportRecord['reading'] {
  if (generators.has(product) && exportType === 'generation') return 'declared';
  if (labelType === '1' || labelType === '2') return 'marked';
  return product === 'aweme' && aigcType === '1' ? 'hint' : 'none';
}

function interpret(object: JsonObject): Omit<ExportRecord, 'carrier' | 'segment' | 'offset' | 'raw'> {
  const data = typeof object.data === 'string' ? parseObject(object.data) : object.data;
  const info = typeof object.aigc_info === 'string' ? parseObject(object.aigc_info) : object.aigc_info;
  const parts = {
    product: word(member(data, 'product') ?? object.product).toLowerCase(),
    exportType: word(member(data, 'exportType') ?? object.exportType).toLowerCase(),
    labelType: word(member(info, 'aigc_label_type') ?? object.aigc_label_type),
    aigcType: word(member(info, 'aigc_type') ?? member(data, 'aigc_type') ?? object.aigc_type),
    originItemId: word(member(object.trace_info, 'originItemId') ?? object.originItemId),
  };
  return { ...parts, reading: readingOf(parts) };
}

/** Records in EXIF ImageDescription, UserComment, their copies in XMP, and PNG text. */
export function readExportRecords(metadata: Metadata): ExportRecord[] {
  const places = [...metadata.texts.filter((text) => text.carrier !== 'xmp'), ...metadata.xmp.map((p) => ({ carrier: `xmp:${p.name}`, text: p.value, offset: p.offset, segment: p.segment }))];
  const records: ExportRecord[] = [];
  for (const { carrier, text, offset, segment } of places) {
    if (!/aigc_info|aigc_label_type|exportType/.test(text)) continue;
    for (const reading of readings(text)) {
      const object = parseObject(objectAt(reading, reading.indexOf('{')) ?? '');
      if (!object) continue;
      records.push({ ...interpret(object), carrier, segment, offset, raw: text });
      break;
    }
  }
  return records;
}
