/** What a digitalSourceType says about a picture (IPTC NewsCodes, C2PA 2.2 §18.15.3, C2PA asset rubrics). */
export type SourceReading = 'generated' | 'composite-with-ai' | 'captured' | 'neutral';

const readings: Record<string, SourceReading> = {
  trainedAlgorithmicMedia: 'generated',
  trainedAlgorithmicData: 'generated',
  compositeWithTrainedAlgorithmicMedia: 'composite-with-ai',
  compositeSynthetic: 'composite-with-ai',
  digitalCapture: 'captured',
  computationalCapture: 'captured',
  compositeCapture: 'captured',
};

/** Last part of the URI; some writers give it alone or with a trailing slash. */
export const sourceName = (uri: string): string => uri.replace(/\/+$/, '').split(/[/:#]/).at(-1)!;

/** `algorithmicallyEnhanced` (denoising, sharpening), `algorithmicMedia` (procedural), `composite` and the rest say nothing about AI. */
export const readSourceType = (uri: string): SourceReading => readings[sourceName(uri)] ?? 'neutral';

/** Inception and steps that leave the content as it is (C2PA 2.2 §18.15.2, rubric "non-editorial"). Everything else under `c2pa.` is an edit. */
const notEdits = new Set([
  'c2pa.created', 'c2pa.opened', 'c2pa.converted', 'c2pa.published', 'c2pa.repackaged', 'c2pa.transcoded', 'c2pa.resized.proportional', 'c2pa.enhanced',
  'c2pa.edited.metadata', 'c2pa.watermarked', 'c2pa.watermarked.bound', 'c2pa.watermarked.unbound', 'c2pa.redacted', 'c2pa.unknown', 'c2pa.produced', 'c2pa.saved', '',
]);
export const isEdit = ({ action, digitalSourceType }: { action: string; digitalSourceType: string }): boolean => !notEdits.has(action) && sourceName(digitalSourceType) !== 'algorithmicallyEnhanced';

/** Programs that only generate, by the whole name in `softwareAgent` of a `c2pa.created` action without a source type. */
const generatorAgents = new Set([
  'image creator from designer', 'image creator from microsoft designer', 'bing image creator', 'microsoft bing image creator', 'dall·e', 'dall-e', 'dall·e 3', 'dall-e 3',
  'adobe firefly', 'dreamina', 'midjourney', 'gpt-image', 'gpt-image-1',
]);
/** Organisations that sign nothing but generated or AI-edited pictures, by the whole name in their certificates. */
const generatorSigners = new Set(['openai', 'openai opco, llc', 'black forest labs inc.', 'ideogram, inc', 'runway ai, inc.']);
export const isGeneratorSigner = (organisation: string): boolean => generatorSigners.has(organisation.trim().toLowerCase());

export const isGeneratorAgent = (agent: string): boolean => generatorAgents.has(agent.trim().toLowerCase());
