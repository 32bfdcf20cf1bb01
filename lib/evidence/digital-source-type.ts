/** How a term of the IPTC digital source type vocabulary bears on a photograph. */
export type SourceReading = 'generated' | 'ai-edited' | 'possible' | 'capture' | 'neutral';

const terms: Record<string, SourceReading> = {
  trainedalgorithmicmedia: 'generated',
  trainedalgorithmicdata: 'generated',
  compositewithtrainedalgorithmicmedia: 'ai-edited',
  compositesynthetic: 'ai-edited',
  composite: 'possible',
  digitalart: 'possible',
  digitalcapture: 'capture',
  computationalcapture: 'capture',
  compositecapture: 'capture',
};

/** Last part of an address like http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia, or a bare term. */
export const sourceTerm = (value: string): string => value.trim().replace(/[/#]+$/, '').split(/[/#:]/).at(-1) ?? '';

/** Unknown terms, `algorithmicallyEnhanced` (denoising, sharpening) and `algorithmicMedia` (procedural) are neutral. */
export const readSourceType = (value: string): SourceReading => terms[sourceTerm(value).toLowerCase()] ?? 'neutral';
