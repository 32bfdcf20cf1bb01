import { readCaptureMoment } from '../../evidence/capture-moment';
import { clipped } from '../../evidence/fact-text';
import { defineAnalyser, notApplicable, nothingFound, type Answer, type ExamineContext } from '../analyser';
import { text } from './capture-time.text';

/** Phones' clocks and time zones are wrong by hours, not by days. */
const tolerance = 24 * 3_600_000;

/** Where the capture lies against the order: the first contradiction, or `within`; null when the case gives no dates. */
function relate(at: number, context: ExamineContext): { relation: string; against: string; hours: number } | null {
  const checks: [string, string | null | undefined, (limit: number) => boolean][] = [
    ['after-claim', context.appliedAt, (limit) => at > limit + tolerance],
    ['before-order', context.orderedAt, (limit) => at < limit - tolerance],
    ['before-delivery', context.deliveredAt, (limit) => at < limit - tolerance],
  ];
  let within: { relation: string; against: string; hours: number } | null = null;
  for (const [relation, date, contradicts] of checks) {
    const limit = date ? Date.parse(date) : Number.NaN;
    if (Number.isNaN(limit)) continue;
    const hours = Math.round((at - limit) / 3_600_000);
    if (contradicts(limit)) return { relation, against: date!, hours };
    within ??= { relation: 'within', against: date!, hours };
  }
  return within;
}

export const captureTime = defineAnalyser({
  id: 'capture-time',
  family: 'metadata',
  needs: ['metadata'],
  examine({ metadata }, context): Answer {
    const moment = readCaptureMoment(metadata);
    if (!moment) return notApplicable('no-capture-time');
    const facts: Answer['facts'] = [
      { key: 'capturedAt', value: new Date(moment.at).toISOString() },
      { key: 'offsetKnown', value: moment.offsetKnown },
      { key: 'field', value: moment.field },
      { key: 'segment', value: moment.segment },
      { key: 'offset', value: moment.offset },
      { key: 'raw', value: clipped(moment.text, 100) },
    ];
    const found = relate(moment.at, context);
    if (!found) return nothingFound(facts);
    facts.push({ key: 'relation', value: found.relation }, { key: 'comparedWith', value: found.against }, { key: 'hoursApart', value: found.hours });
    if (found.relation !== 'within') return { outcome: 'suspicious', strength: 0.7, facts };
    return { outcome: 'consistent', strength: -0.1, facts };
  },
  text,
});
