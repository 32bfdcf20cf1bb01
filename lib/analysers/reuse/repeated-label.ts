import { readAiLabels } from '../../evidence/ai-label/read-ai-labels';
import { defineAnalyser, notApplicable, nothingFound } from '../analyser';
import { text } from './repeated-label.text';

/** An earlier claim whose picture carried the same content number. */
export interface EarlierLabel {
  caseId: string;
  orderId: string | null;
  appliedAt: string | null;
}

/**
 * Whether the content number of an AI label (GB 45438-2025 Annex E, `ProduceID`) stood in a picture of another order's claim:
 * one generated picture, two refunds. The number is the generator's own, so copies of any size and compression share it.
 */
export const repeatedLabel = defineAnalyser({
  id: 'repeated-label',
  family: 'reuse',
  excuse: ({ earlierLabels }) => (earlierLabels ? null : 'no-earlier-claims'),
  needs: ['metadata'],
  async examine({ metadata }, { earlierLabels, orderId }) {
    const numbers = [...new Set(readAiLabels(metadata).flatMap(({ fields }) => fields.ProduceID || []))];
    if (numbers.length === 0) return notApplicable('no-content-number');
    for (const number of numbers) {
      const earlier = await earlierLabels!(number);
      // The same order asked again, or the platform asked for the picture a second time: that is not reuse.
      const [other] = earlier.filter((one) => one.orderId === null || !orderId || one.orderId !== orderId);
      if (!other) continue;
      return {
        outcome: 'suspicious',
        strength: 3,
        facts: [
          { key: 'produceId', value: number, private: true },
          { key: 'claims', value: new Set(earlier.map((one) => one.caseId)).size },
          { key: 'caseId', value: other.caseId, private: true },
          ...(other.orderId ? [{ key: 'orderId', value: other.orderId, private: true }] : []),
          ...(other.appliedAt ? [{ key: 'appliedAt', value: other.appliedAt }] : []),
        ],
      };
    }
    return nothingFound();
  },
  text,
});
