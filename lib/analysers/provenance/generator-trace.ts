import { clipped } from '../../evidence/fact-text';
import { readGenerators } from '../../evidence/generators';
import { defineAnalyser, notApplicable, nothingFound, type Answer } from '../analyser';
import { text } from './generator-trace.text';

export const generatorTrace = defineAnalyser({
  id: 'generator-trace',
  family: 'provenance',
  needs: ['metadata'],
  examine({ metadata }): Answer {
    if (metadata.texts.length === 0) return notApplicable('no-metadata');
    const traces = readGenerators(metadata);
    const main = traces[0];
    if (!main) return nothingFound();
    const facts: Answer['facts'] = [
      { key: 'tool', value: main.tool },
      { key: 'kind', value: main.kind },
      { key: 'carrier', value: main.carrier },
      { key: 'segment', value: main.segment },
      { key: 'offset', value: main.offset },
    ];
    const others = traces.slice(1, 9).map((trace) => `${trace.segment}@${trace.offset} ${trace.carrier}: ${trace.tool}`);
    if (others.length > 0) facts.push({ key: 'alsoIn', value: others.join('; ') });
    // Signatures and job numbers point to an account.
    facts.push({ key: 'raw', value: clipped(main.raw), ...(main.tool === 'Grok' || main.tool === 'Midjourney' || main.tool === 'Higgsfield' ? { private: true } : {}) });
    return { outcome: 'suspicious', strength: main.strength, facts };
  },
  text,
});
