import type { Finding } from '../case/finding';
import { TraceUnavailable, type TraceKey, type Traces, type TraceSource } from '../evidence/traces';
import { notApplicable, type Analyser, type Answer, type ExamineContext } from './analyser';
import { analysers as registered } from './index';
import { screenshotReason, withoutWeight } from './screenshot';

async function ask(analyser: Analyser, source: TraceSource, context: ExamineContext): Promise<Answer> {
  if (context.screenshot && !analyser.seesScreenshots) return notApplicable(screenshotReason);
  const excuse = analyser.excuse?.(context) ?? null;
  if (excuse !== null) return notApplicable(excuse);
  const given: Partial<Record<TraceKey, unknown>> = {};
  for (const key of analyser.needs) given[key] = await source.get(key);
  const answer = await analyser.examine(given as Traces, context, (key) => {
    if (!analyser.mayNeed?.includes(key)) throw new RangeError(`${analyser.id} does not name ${key}`);
    return source.get(key);
  });
  return context.screenshot ? withoutWeight(answer) : answer;
}

/** Runs every analyser on one picture. An exception becomes a `failed` finding; the others still speak. */
export async function examine(source: TraceSource, context: ExamineContext, analysers: readonly Analyser[] = registered): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const analyser of analysers) {
    context.signal?.throwIfAborted();
    const { id, family } = analyser;
    try {
      findings.push({ analyser: id, family, ...(await ask(analyser, source, context)) });
    } catch (error) {
      if (context.signal?.aborted) throw error;
      if (error instanceof TraceUnavailable) findings.push({ analyser: id, family, ...notApplicable(error.message) });
      else findings.push({ analyser: id, family, outcome: 'failed', strength: 0, facts: [{ key: 'error', value: error instanceof Error ? error.message : String(error) }] });
    }
  }
  return findings;
}
