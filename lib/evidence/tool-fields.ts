import type { Metadata } from './metadata';

/** A field that names the program or device that wrote the file. Free text (captions, prompts, file names) is not among them. */
export interface ToolField {
  value: string;
  carrier: string;
  segment: string;
  offset: number;
}

const exifTools = new Set(['Software', '0x000B', 'Make', 'HostComputer']);
const xmpTools = new Set(['CreatorTool', 'softwareAgent', 'Software', 'Make', 'AISystemUsed']);
const pngTools = new Set(['png:Software', 'png:Source', 'png:software', 'png:source', 'png:generator', 'png:Generator', 'png:Creator Tool']);

/** Software, Make, CreatorTool, softwareAgent, PNG Software and Source, IPTC 2:65 (originating program), in file order. */
export function toolFields(metadata: Metadata): ToolField[] {
  const fields: ToolField[] = [];
  for (const tag of metadata.exif) {
    if (tag.text !== null && tag.directory !== 'IFD1' && exifTools.has(tag.name)) fields.push({ value: tag.text, carrier: `exif:${tag.directory}:${tag.name}`, segment: tag.segment, offset: tag.offset });
  }
  for (const property of metadata.xmp) if (xmpTools.has(property.name)) fields.push({ value: property.value, carrier: `xmp:${property.name}`, segment: property.segment, offset: property.offset });
  for (const text of metadata.texts) if (pngTools.has(text.carrier)) fields.push({ value: text.text, carrier: text.carrier, segment: text.segment, offset: text.offset });
  for (const { record, dataset, text, segment, offset } of metadata.iim) if (record === 2 && dataset === 65) fields.push({ value: text, carrier: 'iim:2:65', segment, offset });
  return fields;
}
