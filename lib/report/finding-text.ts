import { analysers as registered } from '../analysers/index';
import type { AnalyserText } from '../analysers/analyser';
import { factName } from '../analysers/fact-names';
import type { Examination } from '../case/case';
import type { FactValue, Finding } from '../case/finding';
import { bandText } from '../scoring/band-text';
import { bandOf } from '../scoring/bands';
import type { FindingText, Outline } from './document';
import type { ReportInput } from './input';
import { maskFinding } from './private-facts';
import { outcomeWord, pictureName } from './wording';

const texts = (input: ReportInput) => new Map((input.analysers ?? registered).map((one) => [one.id, one.text.zh]));

/** A finding of a version whose analyser is gone still prints, by its id. */
const nameless = (id: string): AnalyserText => ({ name: id, summary: (finding) => finding.facts.map((fact) => `${fact.key}: ${fact.value}`).join('；'), look: '', ignore: '', alternatives: '' });

/** Summaries read facts written by other versions too; one that cannot read them must not lose the report. */
function summaryOf(text: AnalyserText, finding: Finding): string {
  try {
    return text.summary(finding);
  } catch {
    return nameless(finding.analyser).summary(finding);
  }
}

const number = (value: number) => (Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(6))));
export const signed = (value: number) => (Math.abs(value) < 0.005 ? '0.00' : `${value > 0 ? '+' : '−'}${Math.abs(value).toFixed(2)}`);

function strengthWord(finding: Finding, counted: number): string {
  if (finding.outcome === 'consistent') return '与实拍照片相符';
  if (finding.outcome !== 'suspicious') return '不计分';
  if (Math.abs(counted) < 0.005) return '不计分';
  return bandText.zh[bandOf(counted)];
}

export interface ImageFindings {
  /** Those that count or mark a place on the picture, heaviest first. */
  spoke: FindingText[];
  /** Those that count nothing: not testable, nothing found, or of weight 0. */
  silent: FindingText[];
  outlines: Outline[];
}

/** The findings of one picture in words, with outlines numbered over the whole picture. */
export function findingTexts(examination: Examination, input: ReportInput): ImageFindings {
  const byId = texts(input);
  const counted = new Map(examination.assessment.contributions.map((one) => [one.analyser, one.counted]));
  const pictures = new Map(input.file.images.map((image) => [image.id, pictureName(image)]));
  const shown = (value: FactValue) => (typeof value === 'number' ? number(value) : typeof value === 'boolean' ? (value ? '是' : '否') : (pictures.get(value) ?? value));
  const outlines: Outline[] = [];
  const ordered = [...examination.findings].sort((a, b) => Math.abs(counted.get(b.analyser) ?? 0) - Math.abs(counted.get(a.analyser) ?? 0) || rank(a) - rank(b));
  const all = ordered.map((raw): FindingText => {
    const finding = maskFinding(raw, input.unmask ?? false);
    const text = byId.get(finding.analyser) ?? nameless(finding.analyser);
    const numbers = (finding.regions ?? []).map((region) => {
      outlines.push({ number: outlines.length + 1, points: region.points });
      return outlines.length;
    });
    const share = counted.get(finding.analyser) ?? 0;
    return {
      analyser: finding.analyser,
      name: text.name,
      outcome: finding.outcome,
      outcomeWord: outcomeWord[finding.outcome],
      strength: finding.strength,
      counted: share,
      band: finding.outcome === 'suspicious' && share > 0 ? bandOf(share) : null,
      strengthWord: strengthWord(finding, share),
      summary: summaryOf(text, finding),
      outlines: numbers,
      facts: finding.facts.map((fact) => ({ label: factName(fact.key, 'zh'), value: shown(fact.value) })),
      look: text.look,
      ignore: text.ignore,
      alternatives: text.alternatives,
    };
  });
  const speaks = (one: FindingText) => Math.abs(one.counted) >= 0.005 || one.outlines.length > 0;
  return { spoke: all.filter(speaks), silent: all.filter((one) => !speaks(one)), outlines };
}

const outcomes: readonly Finding['outcome'][] = ['suspicious', 'consistent', 'inconclusive', 'failed', 'not-applicable'];
const rank = (finding: Finding) => outcomes.indexOf(finding.outcome);
