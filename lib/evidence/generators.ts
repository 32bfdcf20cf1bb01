import type { Metadata, MetadataText } from './metadata';
import { toolFields } from './tool-fields';

/** Words a generator left in the file. */
export interface GeneratorTrace {
  tool: string;
  /** `generated`: the tool makes pictures from words; `processed`: the same tool may only have enlarged or repaired a photograph. */
  kind: 'generated' | 'processed';
  /** Log10 likelihood ratio. */
  strength: number;
  carrier: string;
  segment: string;
  offset: number;
  raw: string;
}

type Found = Pick<GeneratorTrace, 'tool' | 'kind' | 'strength'>;
const generated = (tool: string, strength = 3): Found => ({ tool, kind: 'generated', strength });
const processed = (tool: string, strength = 3): Found => ({ tool, kind: 'processed', strength });

/** Nodes that make pixels from noise or from a remote model; a graph without any may only resize or mask. */
const samplingNode = /"class_type"\s*:\s*"[^"]*(Sampler|Generat|Txt2Img|Text ?To ?Image|Inpaint|ImageEdit|Flux|Gemini|OpenAI|Ideogram|Recraft|Kling|Seedream|QwenImage)/i;

/** A1111 and its kin: `Steps: 20, Sampler: Euler a, …, Version: f2.0.1`. */
function infotext(text: string): Found | null {
  if (/\bSteps: \d+,/.test(text) && /\b(Sampler|Schedule type): /.test(text) && /\b(Seed|CFG scale): -?\d/.test(text)) {
    const version = /\bVersion: ([^,\n]{1,60})/.exec(text)?.[1]?.trim() ?? '';
    if (/^stable-diffusion\.cpp/i.test(version)) return generated('stable-diffusion.cpp');
    if (/^ComfyUI/i.test(version)) return generated('ComfyUI');
    if (/^Fooocus/i.test(version)) return generated('Fooocus');
    if (/^f\d/.test(version)) return generated('Stable Diffusion WebUI Forge');
    return generated(/^(v\d|1\.)/.test(version) ? 'Stable Diffusion WebUI (A1111)' : 'Stable Diffusion WebUI');
  }
  return /\bPostprocess upscale by: /.test(text) ? processed('Stable Diffusion WebUI', 1.5) : null;
}

function comfy(text: string): Found | null {
  const head = text.slice(0, 300_000);
  const isPrompt = head.includes('"class_type"') && head.includes('"inputs"');
  const isWorkflow = /"nodes"\s*:/.test(head) && /"links"\s*:/.test(text) && /"(last_node_id|last_link_id|widgets_values)"\s*:/.test(text);
  if (!isPrompt && !isWorkflow) return null;
  const samples = samplingNode.test(text) || /"type"\s*:\s*"[^"]*(KSampler|SamplerCustom|Generat)/.test(text);
  return processed('ComfyUI', samples ? 3 : 2);
}

/** JSON settings that name themselves by their members. */
function settings(text: string): Found | null {
  if (!text.includes('{')) return null;
  const has = (...keys: string[]) => keys.every((key) => text.includes(`"${key}"`));
  if (has('sui_image_params')) return generated('SwarmUI');
  if (has('base_model', 'base_model_hash') || (has('base_model') && has('refiner_model')) || has('adm_guidance')) return generated('Fooocus');
  if (has('use_stable_diffusion_model')) return generated('Easy Diffusion');
  if (has('mflux_version')) return generated('mflux');
  if (has('signed_hash') && has('uc', 'sampler')) return generated('NovelAI');
  if (has('c', 'uc') && (has('sampler') || has('seed') || has('model'))) return generated('Draw Things');
  return null;
}

const invokeKeys = /^png:(invokeai_metadata|invokeai_workflow|invokeai_graph)$/;
const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';

/** By PNG keyword: the carrier itself names the tool. */
function byKeyword({ carrier, text }: MetadataText, keywords: Set<string>): Found | null {
  if (invokeKeys.test(carrier)) return generated('InvokeAI');
  if (carrier === 'png:sd-metadata' && /"model(_weights|_hash)?"/.test(text)) return generated('InvokeAI');
  if (carrier === 'png:Dream' && / -[sSWHCA] /.test(text)) return generated('InvokeAI');
  if (carrier === 'png:fooocus_scheme') return generated('Fooocus');
  if (carrier === 'png:hf-job-id') return generated('Higgsfield');
  if (/^png:negative[_ ]prompt$/i.test(carrier) && (keywords.has('png:use_stable_diffusion_model') || keywords.has('png:seed') || keywords.has('png:Stable Diffusion model') || keywords.has('png:Seed'))) return generated('Easy Diffusion');
  if (carrier === 'png:use_stable_diffusion_model') return generated('Easy Diffusion');
  if (carrier === 'png:Title' && /^NovelAI generated image$/.test(text)) return generated('NovelAI');
  return null;
}

/** `Description` and comments: free text, so only patterns nobody writes by hand. */
function byPattern({ carrier, text }: MetadataText): Found | null {
  if (/(Description|Comment|COM|description|Title)$/.test(carrier) && new RegExp(`\\bJob ID: ${uuid}`, 'i').test(text)) return generated('Midjourney');
  if (/^generated_by_ai$/i.test(text.trim()) && carrier.endsWith('UserComment')) return generated('火山引擎 (generated_by_ai)', 2.5);
  return null;
}

// Prompts and settings live in these carriers; captions elsewhere are people's words.
const settingsCarrier = /^(png:|gif:comment$|jpeg:COM$|jpeg:APP|exif:(IFD0|Exif):|xmp:(UserComment|description|parameters|prompt|workflow)$)/;

/**
 * xAI Grok to mid-2026: `Signature: <Base64>` in ImageDescription and UserComment, a UUID as Artist. The signature itself cannot
 * be verified (no public key), so this is a pattern.
 */
function grok(metadata: Metadata): GeneratorTrace[] {
  const signed = metadata.exif.filter((tag) => (tag.name === 'ImageDescription' || tag.name === 'UserComment') && tag.text !== null && /^Signature: [A-Za-z0-9+/]{64,}={0,2}$/.test(tag.text.trim()));
  const first = signed[0];
  if (!first) return [];
  const artist = metadata.exif.some((tag) => tag.name === 'Artist' && new RegExp(`^${uuid}$`, 'i').test(tag.text?.trim() ?? ''));
  const place = { carrier: `exif:${first.directory}:${first.name}`, segment: first.segment, offset: first.offset, raw: first.text ?? '' };
  if (!artist && signed.length < 2) return [{ ...generated('Grok', 1.5), ...place }];
  return [{ ...generated('Grok'), ...place }];
}

/** Names that stand for generators and nothing else, as whole values of tool fields (a version may follow). */
const toolNames: [RegExp, string][] = (
  [
    ['NovelAI( Diffusion.*)?', 'NovelAI'], ['Midjourney', 'Midjourney'], ['DALL[·•.\\- ]?E', 'DALL·E'], ['ChatGPT', 'ChatGPT'], ['OpenAI.*', 'OpenAI'], ['gpt-image', 'GPT Image'],
    ['stable[- ]?diffusion(\\.cpp|[- ]webui)?', 'Stable Diffusion'], ['AUTOMATIC1111', 'Stable Diffusion WebUI (A1111)'], ['ComfyUI', 'ComfyUI'], ['InvokeAI', 'InvokeAI'],
    ['(Ruined)?Fooocus', 'Fooocus'], ['(Stable)?SwarmUI', 'SwarmUI'], ['Draw Things', 'Draw Things'], ['Easy Diffusion', 'Easy Diffusion'], ['DreamStudio', 'DreamStudio'],
    ['Ideogram( AI)?', 'Ideogram'], ['(www\\.)?reve\\.com', 'Reve'], ['Luma AI', 'Luma'], ['Leonardo\\.?Ai', 'Leonardo.Ai'], ['Recraft( AI)?', 'Recraft'], ['Adobe Firefly', 'Adobe Firefly'],
    ['Black Forest Labs.*', 'FLUX'], ['Image Creator from Designer', 'Bing Image Creator'], ['Bing Image Creator', 'Bing Image Creator'], ['xAI Grok|Grok Imagine', 'Grok'],
    ['Google Imagen|Nano Banana( Pro)?', 'Google Imagen/Gemini'], ['dreamina|即梦( ?AI)?', '即梦/Dreamina'], ['豆包( ?AI)?', '豆包'], ['可灵( ?AI)?|Kling( ?AI)?', '可灵'],
    ['通义万相', '通义万相'], ['文心一格', '文心一格'], ['Apple Image Playground', 'Apple Image Playground'],
  ] as const
).map(([pattern, tool]) => [new RegExp(`^(?:${pattern})(?:[ /]?v?\\d[\\w.\\- ]{0,40})?$`, 'i'), tool]);

function byToolField(metadata: Metadata): GeneratorTrace[] {
  const traces: GeneratorTrace[] = [];
  for (const { value, ...place } of toolFields(metadata)) {
    const name = toolNames.find(([pattern]) => pattern.test(value.trim()));
    if (name) traces.push({ ...(name[1] === 'ComfyUI' ? processed(name[1]) : generated(name[1])), ...place, raw: value });
  }
  return traces;
}

/** Every generator's words, strongest first. */
export function readGenerators(metadata: Metadata): GeneratorTrace[] {
  const traces = [...grok(metadata), ...byToolField(metadata)];
  const texts = [...metadata.texts.filter((text) => text.carrier !== 'xmp'), ...metadata.xmp.map((p) => ({ carrier: `xmp:${p.name}`, text: p.value, offset: p.offset, segment: p.segment }))];
  const keywords = new Set(texts.map((text) => text.carrier));
  for (const place of texts) {
    const found = byKeyword(place, keywords) ?? byPattern(place) ?? (settingsCarrier.test(place.carrier) ? (comfy(place.text) ?? settings(place.text) ?? infotext(place.text)) : null);
    if (found) traces.push({ ...found, carrier: place.carrier, segment: place.segment, offset: place.offset, raw: place.text });
  }
  return traces.toSorted((a, b) => b.strength - a.strength);
}
