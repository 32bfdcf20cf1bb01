import type { Fact } from '../../case/finding';
import { ijgQuality, namedTables } from '../../evidence/quantisation-tables';
import { defineAnalyser, nothingFound, type Answer } from '../analyser';
import { text } from './quantisation-origin.text';

/**
 * Which program's quantisation tables the file carries. Context for the reader, never scored: phones, platforms, editors
 * and generators share the same tables (provenance-labels research, §6).
 */
export const quantisationOrigin = defineAnalyser({
  id: 'quantisation-origin',
  family: 'compression',
  needs: ['quantisation'],
  examine({ quantisation }): Answer {
    const luma = quantisation.tables.find((table) => table.destination === quantisation.components[0]!.table);
    const chroma = quantisation.tables.find((table) => table.destination === quantisation.components[1]?.table);
    const facts: Fact[] = [
      { key: 'sampling', value: quantisation.sampling },
      { key: 'progressive', value: quantisation.progressive },
      { key: 'tables', value: quantisation.tables.length },
    ];
    if (!luma) return nothingFound(facts);
    const quality = ijgQuality(luma.steps, chroma?.steps);
    facts.push({ key: 'origin', value: namedTables(quantisation) ?? (quality.exact ? 'ijg' : 'custom') }, { key: 'quality', value: quality.quality }, { key: 'qualityExact', value: quality.exact });
    return nothingFound(facts);
  },
  text,
});
