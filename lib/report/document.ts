import type { Band } from '../case/assessment';
import type { Outcome } from '../case/finding';

/** A label and its value, both already in words. */
export interface Row {
  label: string;
  value: string;
}

/** Outline to draw on a picture, in fractions of its displayed size; `number` is the one the text refers to. */
export interface Outline {
  number: number;
  points: [number, number][];
}

/** A picture by its id in the case; `alt` says it in words for those who cannot see it. */
export interface Picture {
  imageId: string;
  caption: string;
  alt: string;
  outlines: Outline[];
}

/** One finding told to a reader who has a minute. `strength` and `counted` are log10 likelihood ratios. */
export interface FindingText {
  /** Its analyser's id. */
  analyser: string;
  name: string;
  outcome: Outcome;
  outcomeWord: string;
  strength: number;
  counted: number;
  /** Of what was counted after weight and caps, so that no part sounds stronger than the whole; null for findings that count nothing or speak for the photograph. */
  band: Band | null;
  strengthWord: string;
  summary: string;
  /** Numbers of the outlines on the picture that belong to it. */
  outlines: number[];
  facts: Row[];
  look: string;
  ignore: string;
  alternatives: string;
}

/** A bar of a log10 likelihood ratio; negative values speak for an unaltered photograph. */
export interface Bar {
  label: string;
  value: number;
  note: string;
}

export type Block =
  | { type: 'heading'; text: string }
  | { type: 'paragraph'; text: string; tone?: 'soft' | 'strong' }
  | { type: 'callout'; text: string }
  | { type: 'list'; items: string[] }
  | { type: 'rows'; rows: Row[] }
  | { type: 'table'; columns: { title: string; share: number; align?: 'right' }[]; rows: string[][]; size?: number }
  | { type: 'figure'; picture: Picture; size: 'large' | 'small' }
  | { type: 'pair'; left: Picture; right: Picture }
  | { type: 'finding'; finding: FindingText }
  | { type: 'bars'; caption: string; from: number; to: number; bars: Bar[] }
  | { type: 'letter'; text: string }
  | { type: 'quote'; title: string; article: string; text: string; source: string };

export interface Section {
  /** ASCII; the target of links inside the document. */
  id: string;
  title: string;
  /** 1 for chapters, 2 for one picture among several. */
  level: 1 | 2;
  newPage: boolean;
  blocks: Block[];
}

export interface Reason {
  /** Which picture, and where its section is. */
  place: string;
  sectionId: string;
  name: string;
  summary: string;
  strengthWord: string;
}

export interface Cover {
  title: string;
  subtitle: string;
  platform: string;
  shop: string | null;
  rows: Row[];
  score: number;
  band: Band;
  /** The band in a full sentence. */
  bandSentence: string;
  /** That the score is no probability. */
  scoreSentence: string;
  reasons: Reason[];
  /** Said instead where no finding supports anything. */
  noReasons: string;
  thumbnails: { picture: Picture; note: string; sectionId: string }[];
  more: string | null;
  closing: Row[];
  disclaimer: string;
}

/** The report as a plain value: decided words, no drawing. PDF and page are made from it. */
export interface ReportDocument {
  title: string;
  language: 'zh-CN';
  author: string;
  /** ISO 8601 with offset. */
  generatedAt: string;
  /** At the head of every page. */
  runningHead: string;
  cover: Cover;
  contentsTitle: string;
  sections: Section[];
}
