import { describe, expect, test } from 'vitest';
import { generatorTrace } from '../../../../lib/analysers/provenance/generator-trace';
import { ask, factsOf } from '../../../fixtures/ask';
import { sharedFile, sharedFiles } from '../../../fixtures/shared-data';
import { join, placeOf, utf16 } from '../../../fixtures/writers/bytes';
import { silentFiles } from '../../../fixtures/writers/carriers';
import { app1Exif, app1Xmp, comment, jpeg, segment } from '../../../fixtures/writers/jpeg';
import { iTXt, png, tEXt, zTXt } from '../../../fixtures/writers/png';
import { asciiComment, tiffBlock, type TiffParts } from '../../../fixtures/writers/tiff-block';
import { webp } from '../../../fixtures/writers/webp';
import { packet } from '../../../fixtures/writers/xmp-packet';

const exifJpeg = (parts: TiffParts) => jpeg({ segments: [app1Exif(tiffBlock(parts))] });
const unicode = (text: string, little: boolean) => ({ tag: 0x9286, value: join('UNICODE\0', utf16(text, little)) });
const infotext = (version: string) => `a cup, broken\nNegative prompt: blurry\nSteps: 20, Sampler: Euler a, CFG scale: 7, Seed: 1, Size: 512x512, Version: ${version}`;
const prompt = JSON.stringify({ '3': { inputs: { seed: 1, steps: 20 }, class_type: 'KSampler' } });
const enlarging = JSON.stringify({ '3': { inputs: { image: 'a.png' }, class_type: 'ImageScaleBy' } });
const workflow = JSON.stringify({ last_node_id: 3, last_link_id: 1, nodes: [{ id: 3, type: 'KSampler' }], links: [] });
const creatorTool = (tool: string) => jpeg({ segments: [app1Xmp(packet({ declare: { xmp: 'http://ns.adobe.com/xap/1.0/' }, attributes: `xmp:CreatorTool="${tool}"` }))] });
const signature = `Signature: ${'Ab3/'.repeat(32)}==`;
const artist = { tag: 0x013b, value: '4800156b-8880-4786-9056-7ca3da449d8c' };

test.each<[string, Uint8Array, string, string]>([
  ['A1111 in tEXt', png({ before: [tEXt('parameters', infotext('v1.9.4'))] }), 'Stable Diffusion WebUI (A1111)', 'generated'],
  ['Forge in iTXt', png({ before: [iTXt('parameters', infotext('f2.0.1v1.10.1'))] }), 'Stable Diffusion WebUI Forge', 'generated'],
  ['sd.cpp in zTXt after IDAT', png({ after: [zTXt('parameters', infotext('stable-diffusion.cpp'))] }), 'stable-diffusion.cpp', 'generated'],
  ['A1111 in JPEG UserComment, UTF-16 big-endian', exifJpeg({ exif: [unicode(infotext('v1.9.4'), false)] }), 'Stable Diffusion WebUI (A1111)', 'generated'],
  ['A1111 in WebP UserComment, UTF-16 little-endian', webp({ exif: tiffBlock({ littleEndian: true, exif: [unicode(infotext('v1.9.4'), true)] }) }), 'Stable Diffusion WebUI (A1111)', 'generated'],
  ['A1111 enlargement only', png({ before: [tEXt('postprocessing', 'Postprocess upscale by: 4, Postprocess upscaler: R-ESRGAN 4x+')] }), 'Stable Diffusion WebUI', 'processed'],
  ['ComfyUI prompt', png({ before: [tEXt('prompt', prompt)] }), 'ComfyUI', 'processed'],
  ['ComfyUI workflow', png({ before: [tEXt('workflow', workflow)] }), 'ComfyUI', 'processed'],
  ['ComfyUI in WebP EXIF', webp({ exif: tiffBlock({ ifd0: [{ tag: 0x010f, value: `workflow:${workflow}` }, { tag: 0x0110, value: `prompt:${prompt}` }] }) }), 'ComfyUI', 'processed'],
  ['ComfyUI in JPEG EXIF', exifJpeg({ ifd0: [{ tag: 0x010f, value: `Prompt:${prompt}` }] }), 'ComfyUI', 'processed'],
  ['InvokeAI', png({ before: [tEXt('invokeai_metadata', '{"generation_mode":"txt2img"}')] }), 'InvokeAI', 'generated'],
  ['InvokeAI graph', png({ before: [tEXt('invokeai_graph', '{}')] }), 'InvokeAI', 'generated'],
  ['InvokeAI, old', png({ before: [tEXt('sd-metadata', '{"model": "stable diffusion"}')] }), 'InvokeAI', 'generated'],
  ['InvokeAI, oldest', png({ before: [tEXt('Dream', '"a cat" -s 50 -S 29 -W 512 -H 768')] }), 'InvokeAI', 'generated'],
  ['NovelAI', png({ before: [tEXt('Title', 'NovelAI generated image'), tEXt('Software', 'NovelAI'), tEXt('Source', 'NovelAI Diffusion V4.5 4BDE2A90')] }), 'NovelAI', 'generated'],
  ['NovelAI comment alone', png({ before: [tEXt('Comment', '{"uc": "x", "sampler": "k", "signed_hash": "abc"}')] }), 'NovelAI', 'generated'],
  ['Fooocus', png({ before: [tEXt('fooocus_scheme', 'fooocus'), tEXt('parameters', '{"base_model": "m", "base_model_hash": "h"}')] }), 'Fooocus', 'generated'],
  ['Fooocus JPEG comment', jpeg({ segments: [comment('{"base_model": "m", "refiner_model": "None", "steps": 30}')] }), 'Fooocus', 'generated'],
  ['SwarmUI', png({ before: [tEXt('parameters', '{"sui_image_params": {"prompt": "x"}}')] }), 'SwarmUI', 'generated'],
  ['SwarmUI JPEG', exifJpeg({ exif: [{ tag: 0x9286, value: asciiComment('{"sui_image_params": {}}') }] }), 'SwarmUI', 'generated'],
  ['Draw Things', png({ before: [tEXt('XML:com.adobe.xmp', packet({ declare: { exif: 'http://ns.adobe.com/exif/1.0/' }, elements: '<exif:UserComment><rdf:Alt><rdf:li>{&quot;c&quot;:&quot;a&quot;,&quot;uc&quot;:&quot;b&quot;,&quot;seed&quot;:1}</rdf:li></rdf:Alt></exif:UserComment>' }))] }), 'Draw Things', 'generated'],
  ['Easy Diffusion', png({ before: [tEXt('use_stable_diffusion_model', 'sd-v1-4'), tEXt('negative_prompt', 'x')] }), 'Easy Diffusion', 'generated'],
  ['Easy Diffusion, other spelling', png({ before: [tEXt('Negative Prompt', 'x'), tEXt('Seed', '1')] }), 'Easy Diffusion', 'generated'],
  ['Midjourney', png({ before: [tEXt('Description', 'a cup --v 6.1 Job ID: 2b6e053b-9a65-4ca9-9e13-b6f4465164d4')] }), 'Midjourney', 'generated'],
  ['Grok', jpeg({ jfif: false, segments: [app1Exif(tiffBlock({ ifd0: [{ tag: 0x010e, value: signature }, artist], exif: [{ tag: 0x9286, value: asciiComment(signature) }] })), segment(0xe0, 'JFIF\0', [1, 1, 0, 0, 1, 0, 1, 0, 0])] }), 'Grok', 'generated'],
  ['Ideogram', exifJpeg({ ifd0: [{ tag: 0x010f, value: 'Ideogram AI' }] }), 'Ideogram', 'generated'],
  ['Reve', exifJpeg({ ifd0: [{ tag: 0x0131, value: 'reve.com' }] }), 'Reve', 'generated'],
  ['Reve in XMP', creatorTool('reve.com'), 'Reve', 'generated'],
  ['Luma', png({ before: [tEXt('Source', 'Luma AI')] }), 'Luma', 'generated'],
  ['Higgsfield', png({ before: [tEXt('hf-job-id', '0f0e')] }), 'Higgsfield', 'generated'],
  ['a tool name with its version', creatorTool('ComfyUI 0.3.40'), 'ComfyUI', 'processed'],
  ['Adobe Firefly as CreatorTool', creatorTool('Adobe Firefly'), 'Adobe Firefly', 'generated'],
  ['mflux', exifJpeg({ exif: [{ tag: 0x9286, value: asciiComment('{"mflux_version": "0.4", "prompt": "x"}') }] }), 'mflux', 'generated'],
  ['generated_by_ai', exifJpeg({ exif: [{ tag: 0x9286, value: asciiComment('generated_by_ai') }] }), '火山引擎 (generated_by_ai)', 'generated'],
])('%s', async (_, bytes, tool, kind) => {
  const finding = await ask(generatorTrace, bytes);
  expect(finding.outcome).toBe('suspicious');
  expect(finding.strength).toBeGreaterThanOrEqual(1.5);
  expect(factsOf(finding)).toMatchObject({ tool, kind });
});

test.each<[string, Uint8Array]>([
  ['a caption that names a generator', png({ before: [tEXt('Description', 'Unlike Midjourney or Stable Diffusion, this is my photo')] })],
  ['Nova Canvas is not Canva, nor flux or aurora in a software name', creatorTool('Aurora HDR 2019, Nova Flux')],
  ['a place called Runway', exifJpeg({ ifd0: [{ tag: 0x010e, value: 'runway at dawn, imagen del aeropuerto' }] })],
  ['a recipe with steps', png({ before: [tEXt('Comment', 'Steps: 3, mix and bake. Sampler: grandmother')] })],
  ['Meitu', exifJpeg({ ifd0: [{ tag: 0x0131, value: 'www.meitu.com' }] })],
  ['a camera', exifJpeg({ ifd0: [{ tag: 0x010f, value: 'Apple' }, { tag: 0x0110, value: 'iPhone 15 Pro' }, { tag: 0x0131, value: '17.3' }] })],
  ['a short signature', exifJpeg({ ifd0: [{ tag: 0x010e, value: 'Signature: John' }, artist] })],
  ['an iOS screenshot', exifJpeg({ exif: [{ tag: 0x9286, value: asciiComment('Screenshot') }] })],
  ['Firefly in a longer name', creatorTool('Firefly Camera App')],
])('says nothing about %s', async (_, bytes) => {
  const finding = await ask(generatorTrace, bytes);
  expect([finding.outcome, finding.strength]).toEqual(['inconclusive', 0]);
});

describe('weights within', () => {
  test('a ComfyUI graph that samples weighs more than one that only enlarges', async () => {
    const sampled = await ask(generatorTrace, png({ before: [tEXt('prompt', prompt)] }));
    const enlarged = await ask(generatorTrace, png({ before: [tEXt('prompt', enlarging)] }));
    expect([sampled.strength, enlarged.strength]).toEqual([3, 2]);
    expect(generatorTrace.text.zh.summary(sampled)).toContain('经过该工具处理');
  });
  test('one Grok field without the others is only a hint', async () => {
    expect((await ask(generatorTrace, exifJpeg({ ifd0: [{ tag: 0x010e, value: signature }] }))).strength).toBe(1.5);
  });
});

test('place, length cap, and a private job number', async () => {
  const bytes = png({ before: [tEXt('prompt', prompt + ' '.repeat(5000))] });
  const finding = await ask(generatorTrace, bytes);
  expect(factsOf(finding)).toMatchObject({ segment: 'tEXt', offset: placeOf(bytes, '{"3"') });
  expect(String(factsOf(finding).raw).length).toBeLessThan(2100);
  const grok = await ask(generatorTrace, png({ before: [tEXt('Description', 'x Job ID: 2b6e053b-9a65-4ca9-9e13-b6f4465164d4')] }));
  expect(grok.facts.find((one) => one.key === 'raw')!.private).toBe(true);
});

test.each(Object.entries(silentFiles))('a silent %s is not applicable', async (_, write) => {
  expect((await ask(generatorTrace, write())).outcome).toBe('not-applicable');
});

describe('files from the world', () => {
  const truth: Record<string, string> = {
    'comfyui-1.png': 'ComfyUI', 'comfyui-2.png': 'ComfyUI', 'exif-signature-grok.jpg': 'Grok', 'sd-automatic1111-cropped.jpg': 'Stable Diffusion WebUI', 'sd-fooocus1-cropped.png': 'Fooocus',
    'sd-img2img-cropped.png': 'ComfyUI', 'sd-invokeai-dream1.png': 'InvokeAI', 'sd-invokeai-imeta1.png': 'InvokeAI', 'sd-invokeai-sdmeta1.png': 'InvokeAI',
    'sd-night-evening-day-morning-cropped.png': 'ComfyUI', 'sd-noisy-latents-3-subjects-cropped.png': 'ComfyUI', 'sd-novelai1-cropped.png': 'NovelAI', 'sd-text-after-idat.png': 'Stable Diffusion WebUI',
    'sd-unclip-2pass-cropped.png': 'ComfyUI', 'xmp-midjourney.png': 'Midjourney',
  };
  const names = sharedFiles('labelled');
  test.skipIf(names.length === 0)('each sample with a generator’s words names it; no other does', async () => {
    for (const name of names) {
      const finding = await ask(generatorTrace, sharedFile('labelled', name));
      if (truth[name] === undefined) expect(finding.strength, name).toBe(0);
      else expect(factsOf(finding).tool, name).toBe(truth[name]);
    }
  });
  test.skipIf(sharedFiles('camera').length === 0)('no camera file does', async () => {
    for (const name of sharedFiles('camera')) expect((await ask(generatorTrace, sharedFile('camera', name))).strength, name).toBe(0);
  });
});
