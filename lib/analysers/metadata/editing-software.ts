import { clipped } from '../../evidence/fact-text';
import { toolFields } from '../../evidence/tool-fields';
import { defineAnalyser, notApplicable, nothingFound, type Answer } from '../analyser';
import { text } from './editing-software.text';

/** Programs that alter pictures, as whole words at the start of a tool field ("Adobe Photoshop 25.1 (Windows)"). */
const editors: [RegExp, string][] = (
  [
    ['(adobe )?photoshop', 'Photoshop'], ['(adobe )?lightroom', 'Lightroom'], ['(the )?gimp', 'GIMP'], ['snapseed', 'Snapseed'], ['picsart', 'PicsArt'], ['facetune', 'Facetune'],
    ['pixlr', 'Pixlr'], ['canva', 'Canva'], ['affinity photo', 'Affinity Photo'], ['affinity', 'Affinity'], ['photopea', 'Photopea'], ['(www\\.)?meitu(\\.com)?', '美图'], ['美图(秀秀)?', '美图'],
    ['xingtu|醒图|hypic', '醒图'], ['capcut|剪映|jianying', '剪映/CapCut'], ['remini', 'Remini'], ['fotor', 'Fotor'], ['polarr', 'Polarr'], ['vsco', 'VSCO'], ['faceapp', 'FaceApp'], ['b612', 'B612'],
    ['beautyplus|美颜相机|beautycam|轻颜(相机)?', '美颜相机'], ['picwish|佐糖', '佐糖/PicWish'], ['paint\\.net', 'Paint.NET'], ['pixelmator', 'Pixelmator'], ['luminar', 'Luminar'], ['inshot', 'InShot'],
    ['(corel )?paintshop', 'PaintShop'], ['acdsee', 'ACDSee'], ['稿定', '稿定设计'], ['krita', 'Krita'], ['photoscape', 'PhotoScape'], ['picmonkey', 'PicMonkey'],
  ] as const
).map(([pattern, name]) => [new RegExp(`^(?:${pattern})(?![a-z0-9])`, 'i'), name]);

export const editorOf = (value: string): string | null => editors.find(([pattern]) => pattern.test(value.trim()))?.[1] ?? null;

export const editingSoftware = defineAnalyser({
  id: 'editing-software',
  family: 'metadata',
  needs: ['metadata'],
  examine({ metadata }): Answer {
    const fields = toolFields(metadata);
    if (fields.length === 0) return notApplicable('no-tool-field');
    const hits = fields.map((field) => ({ ...field, editor: editorOf(field.value) })).filter((field) => field.editor !== null);
    const main = hits[0];
    if (!main) return nothingFound([{ key: 'tool', value: clipped(fields.find((field) => !field.carrier.endsWith('Make'))?.value ?? fields[0]!.value, 120) }]);
    // The history says which steps were saved, not which pixels changed: shown, not weighed.
    const history = metadata.xmp.filter((p) => p.within.includes('History') && p.name === 'action').map((p) => p.value);
    const facts: Answer['facts'] = [
      { key: 'editor', value: main.editor! },
      { key: 'value', value: clipped(main.value, 200) },
      { key: 'carrier', value: main.carrier },
      { key: 'segment', value: main.segment },
      { key: 'offset', value: main.offset },
    ];
    if (history.length > 0) facts.push({ key: 'history', value: clipped(history.join(', '), 300) });
    if (metadata.photoshop.length > 0) facts.push({ key: 'photoshopBlocks', value: metadata.photoshop.length });
    if (hits.length > 1) facts.push({ key: 'alsoIn', value: clipped(hits.slice(1, 9).map((hit) => `${hit.segment}@${hit.offset} ${hit.carrier}=${hit.value}`).join('; '), 600) });
    return { outcome: 'suspicious', strength: 0.3, facts };
  },
  text,
});
