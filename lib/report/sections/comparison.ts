import type { Examination } from '../../case/case';
import type { ClaimImage } from '../../case/image';
import { onReference, parseMapping } from '../../evidence/match/on-reference';
import type { Block, Outline, Section } from '../document';
import type { Examined, Material } from '../build-document';
import { findingTexts } from '../finding-text';
import { pictureName } from '../wording';
import { pictureOf } from './picture';

/** A finding that names another picture of the case in one of its facts compares the two, whatever the fact is called. */
function compared(one: Examined, images: ClaimImage[]): { other: ClaimImage; analyser: string }[] {
  const others = new Map(images.filter((image) => image.id !== one.image.id && image.sha256 !== null).map((image) => [image.id, image]));
  return one.examination.findings
    .filter((finding) => finding.outcome === 'suspicious')
    .flatMap((finding) => finding.facts.flatMap((fact) => (typeof fact.value === 'string' && others.has(fact.value) ? [{ other: others.get(fact.value)!, analyser: finding.analyser }] : [])));
}

/** The outlines of a match as they lie on the merchant's own picture, where the finding says how the two map. */
function onOwn(examination: Examination, outlines: readonly Outline[]): Outline[] {
  const [match] = examination.findings;
  const fact = (key: string) => match?.facts.find((one) => one.key === key)?.value;
  const mapping = parseMapping(String(fact('mapping') ?? ''));
  return mapping ? outlines.map(({ number, points }) => ({ number, points: onReference(points, mapping, fact('mirrored') === true) })) : [];
}

/** The buyer's picture beside the merchant's own, where one was found to be made from the other. */
export function comparisonSection({ examined, images, input }: Material): Section | null {
  const blocks = examined.flatMap((one) =>
    compared(one, images).flatMap(({ other, analyser }): Block[] => {
      const only = { ...one.examination, findings: one.examination.findings.filter((finding) => finding.analyser === analyser) };
      const { spoke, outlines } = findingTexts(only, input);
      return [
        { type: 'heading', text: `${pictureName(one.image)} 与 ${pictureName(other)}` },
        { type: 'pair', left: { ...pictureOf(one.image, outlines), caption: `${pictureName(one.image)}（买家举证图片）` }, right: { ...pictureOf(other, onOwn(only, outlines)), caption: `${pictureName(other)}（${other.role === 'listing' ? '商品页图片' : '商家补充图片'}）` } },
        { type: 'paragraph', text: spoke[0]?.summary ?? '' },
      ];
    }),
  );
  return blocks.length ? { id: 'comparison', title: '与本店图片的对照', level: 1, newPage: true, blocks } : null;
}
