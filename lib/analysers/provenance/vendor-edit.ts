import { clipped } from '../../evidence/fact-text';
import { defineAnalyser, notApplicable, nothingFound, type Answer } from '../analyser';
import { text } from './vendor-edit.text';

/** Samsung writes `genAIType` other than 0 when its gallery used generative editing; 0 and absence are ordinary edits. */
const genAiType = /"genAIType"\s*:\s*"?(-?\d{1,6})/;

export const vendorEdit = defineAnalyser({
  id: 'vendor-edit',
  family: 'provenance',
  needs: ['metadata'],
  examine({ metadata }): Answer {
    if (metadata.sef.length === 0) return notApplicable('no-vendor-trailer');
    const blocks = metadata.sef.map((block) => ({ ...block, ai: genAiType.exec(block.text)?.[1] ?? null }));
    const generative = blocks.find((block) => block.ai !== null && Number(block.ai) !== 0);
    const reEdit = blocks.find((block) => block.name === 'PhotoEditor_Re_Edit_Data' || block.type === 0x0ba1);
    const main = generative ?? reEdit;
    const names = { key: 'blocks', value: clipped(metadata.sef.map((block) => block.name).join(', '), 300) };
    if (!main) return nothingFound([names]);
    const facts: Answer['facts'] = [
      { key: 'vendor', value: 'Samsung' },
      { key: 'block', value: clipped(main.name, 60) },
      ...(main.ai === null ? [] : [{ key: 'genAIType', value: Number(main.ai) }]),
      { key: 'carrier', value: `sef:${clipped(main.name, 60)}` },
      { key: 'segment', value: 'trailer' },
      { key: 'offset', value: main.offset },
      names,
      // Paths on the owner's phone.
      { key: 'raw', value: clipped(main.text), private: true },
    ];
    return { outcome: 'suspicious', strength: generative ? 2 : 0.3, facts };
  },
  text,
});
