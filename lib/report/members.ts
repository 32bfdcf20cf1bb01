import type { Assessment } from '../case/assessment';
import type { Finding } from '../case/finding';
import { canonicalJson } from './canonical-json';
import { bundlePaths, inOrder } from './file-names';
import type { ReportInput } from './input';
import { maskFinding } from './private-facts';

/** Raised when a shape gains members; nothing is ever taken away within one number. */
export const findingsSchema = 1;

const assessmentOf = ({ log10LR, score, band, contributions }: Assessment) => ({ log10LR, score, band, contributions });

function findingOf(finding: Finding, unmask: boolean) {
  const { analyser, family, outcome, strength, facts, regions } = maskFinding(finding, unmask);
  return {
    analyser, family, outcome, strength,
    facts: facts.map((fact) => ({ key: fact.key, value: fact.value, ...(fact.private ? { private: true, masked: !unmask } : {}) })),
    ...(regions ? { regions } : {}),
  };
}

/** findings.json: everything the analysers said, with the file each finding is about. Nothing in it depends on when it was exported. */
export function findingsJson({ file, tool, unmask = false }: ReportInput): string {
  const paths = bundlePaths(file.images);
  const examinations = new Map(file.examinations.map((one) => [one.imageId, one]));
  const images = inOrder(file.images).map((image) => {
    const examination = examinations.get(image.id) ?? null;
    return {
      id: image.id, role: image.role, ordinal: image.ordinal, file: paths.get(image.id) ?? null, sha256: image.sha256, byteLength: image.byteLength,
      format: image.format, width: image.width, height: image.height, rendition: image.rendition, problem: image.problem,
      examinedAt: examination?.examinedAt ?? null,
      assessment: examination ? assessmentOf(examination.assessment) : null,
      findings: examination?.findings.map((finding) => findingOf(finding, unmask)) ?? [],
    };
  });
  const { assessment } = file.case;
  return canonicalJson({
    schema: findingsSchema,
    case: file.case.id,
    tool: { name: 'Yantu', version: tool.version, model: tool.model },
    assessment: assessment ? { ...assessmentOf(assessment), imageId: assessment.imageId, examined: assessment.examined, refused: assessment.refused } : null,
    images,
  });
}

/** claim.json: what the page said, as it was read. */
export function claimJson({ file }: ReportInput): string {
  return canonicalJson({ schema: 1, case: file.case.id, ...file.case.claim });
}

/** capture-log.json: how every picture was obtained, failures as well. */
export function captureLogJson({ file, tool }: ReportInput): string {
  const paths = bundlePaths(file.images);
  return canonicalJson({
    schema: 1,
    case: file.case.id,
    tool: { name: 'Yantu', version: tool.version, model: tool.model },
    page: { address: file.case.claim.pageUrl, readAt: file.case.claim.readAt, recipe: file.case.claim.recipe },
    images: inOrder(file.images).map((image) => ({
      id: image.id, role: image.role, ordinal: image.ordinal, file: paths.get(image.id) ?? null, sha256: image.sha256, byteLength: image.byteLength,
      displayed: image.displayed, source: image.source, rendition: image.rendition, fetchedAt: image.fetchedAt, problem: image.problem, attempts: image.attempts, ...(image.byHand ? { byHand: image.byHand } : {}),
    })),
  });
}

/** letter.txt: the appeal, then the provisions it cites. */
export function letterText({ draft }: ReportInput): string | null {
  if (!draft || draft.text.trim() === '') return null;
  const quotes = draft.citations.map((one) => `《${one.title.replace(/^《|》$/g, '')}》${one.article}\n${one.quote}`);
  return `${[draft.text.trimEnd(), ...(quotes.length ? ['', '引用条文', '', quotes.join('\n\n')] : [])].join('\n')}\n`;
}
