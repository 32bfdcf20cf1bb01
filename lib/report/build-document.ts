import type { Examination } from '../case/case';
import type { ClaimImage } from '../case/image';
import type { ReportDocument, Section } from './document';
import { inOrder, bundlePaths } from './file-names';
import { findingTexts, type ImageFindings } from './finding-text';
import type { ReportInput } from './input';
import { appealSections } from './sections/appeal';
import { comparisonSection } from './sections/comparison';
import { coverOf } from './sections/cover';
import { hashesSection } from './sections/hashes';
import { imageSection } from './sections/image';
import { methodSection } from './sections/method';
import { orderSection } from './sections/order';
import { overviewSection } from './sections/overview';
import { refusedSection } from './sections/refused';
import { orderName, platformNameOf } from './wording';

/** One examined picture with what was said about it and where its bytes lie in the bundle. */
export interface Examined {
  image: ClaimImage;
  examination: Examination;
  findings: ImageFindings;
  path: string;
  sectionId: string;
}

/** What all sections are written from; made once. */
export interface Material {
  input: ReportInput;
  /** All pictures, the buyer's first. */
  images: ClaimImage[];
  /** The buyer's pictures that were examined, in page order. */
  examined: Examined[];
  paths: Map<string, string>;
}

function materialOf(input: ReportInput): Material {
  const images = inOrder(input.file.images);
  const paths = bundlePaths(images);
  const examinations = new Map(input.file.examinations.map((one) => [one.imageId, one]));
  const examined = images.flatMap((image): Examined[] => {
    const examination = examinations.get(image.id);
    const path = paths.get(image.id);
    if (!examination || path === undefined || image.role !== 'evidence') return [];
    return [{ image, examination, findings: findingTexts(examination, input), path, sectionId: `image-${image.ordinal}` }];
  });
  return { input, images, examined, paths };
}

/** Numbers the chapters: 一、二、… */
function numbered(sections: Section[]): Section[] {
  const digits = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];
  let chapter = 0;
  return sections.map((section) => (section.level === 1 ? { ...section, title: `${digits[chapter++]}、${section.title}` } : section));
}

/** CaseFile, letter and settings → the whole report as a plain value. Pure; throws only for a case that is still being examined. */
export function buildDocument(input: ReportInput): ReportDocument {
  const material = materialOf(input);
  const { claim } = input.file.case;
  const pictures: Section[] = material.examined.length ? [{ id: 'images', title: '逐图检验', level: 1, newPage: true, blocks: [] }, ...material.examined.map((one, index) => imageSection(one, material, index > 0))] : [];
  const sections = [orderSection(material), overviewSection(material), ...pictures, comparisonSection(material), refusedSection(material), ...appealSections(material), methodSection(material), hashesSection(material)];
  return {
    title: `验图证据包 ${platformNameOf(claim)} 订单 ${orderName(claim)}`,
    language: 'zh-CN',
    author: input.shop?.name || '商家',
    generatedAt: input.generatedAt,
    runningHead: `证据包 · ${platformNameOf(claim)} · 订单 ${orderName(claim)}`,
    cover: coverOf(material),
    contentsTitle: '目录',
    sections: numbered(sections.filter((section): section is Section => section !== null)),
  };
}
