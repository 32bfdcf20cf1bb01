import { clipped } from '../../evidence/fact-text';
import { readStealthText } from '../../evidence/stealth-text';
import { defineAnalyser, nothingFound } from '../analyser';
import { text } from './stealth-metadata.text';

/** Whether generation settings are hidden in the least significant bits. Only losslessly stored pictures can be asked. */
export const stealthMetadata = defineAnalyser({
  id: 'stealth-metadata',
  family: 'provenance',
  needs: ['lossless'],
  examine({ lossless }) {
    const found = readStealthText(lossless);
    if (!found) return nothingFound();
    const facts = [
      { key: 'signature', value: found.signature },
      { key: 'channel', value: found.channel },
      { key: 'payloadBytes', value: found.length },
      { key: 'readable', value: found.text !== null },
    ];
    return { outcome: 'suspicious', strength: 3, facts: found.text === null ? facts : [...facts, { key: 'raw', value: clipped(found.text), private: true }] };
  },
  text,
});
