import { lumaOf, type Luma, type Rectangle } from '../luma';
import type { Pixels } from '../traces';
import { isNeutralInk } from './overlay';
import { cornerOf, type Corner } from './place';
import { shapeIn } from './shapes';
import { isInBlock, overlap } from './text-block';
import { textMarks, type TextMark } from './text-marks';

/** A mark in a corner or at an edge. `box` in picture samples. */
export interface VisibleMark {
  kind: 'text' | 'sparkle' | 'star';
  words: string | null;
  brand: string | null;
  corner: Corner;
  /** Of the text, or of the shape, in percent of the shorter side. */
  heightPercent: number;
  confidence: number;
  box: Rectangle;
}

/**
 * Least sum over the tiles of log probability + 1.5: three tiles need a geometric mean of 0.78, four
 * of 0.55, five of 0.41, ten of 0.3 (0.28 suffice). On 260 genuine marketplace photographs the bare rule came to 3.39 at most (a mean of
 * 0.69), the next one to 2.84; nothing with a name or of more than four tiles came to 0.3 (cli/measure-marks.ts).
 */
const few = 4;
const leastOfFew = 3.75;
/** A service's name is rarer than the bare rule. */
const leastOfNamed = 2.9;
const leastOfMore = 3;
/** A sentence runs over more of the picture: some of it may be hidden. */
const sentence = 8;
const leastOfSentence = 2.4;
const leastConfidence = 0.25;

const leastOf = ({ tiles, brand }: TextMark) => (tiles >= sentence ? leastOfSentence : tiles > few ? leastOfMore : brand ? leastOfNamed : leastOfFew);

/** 可灵AI and KlingAI are followed by a version, the bare rule may follow a name that is not known: neither is read. */
const versionEms = 2.5;
const nameEms = 7;

/** Around both lines, where there are two. */
function whole({ box, above }: TextMark): Rectangle {
  if (!above) return box;
  const x = Math.min(box.x, above.x);
  const y = Math.min(box.y, above.y);
  return { x, y, width: Math.max(box.x + box.width, above.x + above.width) - x, height: box.y + box.height - y };
}

const placed = (mark: TextMark, pixels: Pixels): Corner | null =>
  cornerOf(whole(mark), pixels, { before: /^(AI|人工智能)[生合]/.test(mark.words) ? nameEms * mark.em : 0, after: /AI$/.test(mark.words) ? versionEms * mark.em : 0 });

/** Words that stand where marks stand. */
interface Standing {
  mark: TextMark;
  corner: Corner;
}

/** Such words, best first, each looked for when it is asked for: on a large picture the look around a place is what costs. */
function* standingMarks(pixels: Pixels, luma: Luma, marks: readonly TextMark[]): Generator<Standing> {
  const blocks: Rectangle[] = [];
  for (const mark of marks) {
    if (mark.score < leastOf(mark) || blocks.some((box) => overlap(box, mark.box))) continue;
    // What reads less well at the same place stands in the same block, even where its box is too rough to show it.
    if (isInBlock(luma, mark, marks)) {
      blocks.push(mark.box);
      continue;
    }
    const corner = placed(mark, pixels);
    if (corner !== null && isNeutralInk(pixels, mark.box, mark.polarity)) yield { mark, corner };
  }
}

/** A version after 可灵AI or KlingAI can look like 生成 where it is small: the least such tiles must come to in the mean, log. */
const leastOfMade = Math.log(0.5);

/** The words less what is a version number after them, if they hold such; `others` are less sure readings. */
function withoutVersion(first: Standing, others: Iterable<Standing>): Standing {
  const { words, confidence, tiles, box } = first.mark;
  if (!/(可灵|Kling)AI./.test(words)) return first;
  for (const other of others) {
    const { mark } = other;
    if (!mark.words.endsWith('AI') || !words.startsWith(mark.words) || !overlap(mark.box, box)) continue;
    if ((Math.log(confidence) * tiles - Math.log(mark.confidence) * mark.tiles) / (tiles - mark.tiles) < leastOfMade) return other;
  }
  return first;
}

/** Reads the mark of a picture: the surest words that stand where marks stand, else a known shape, else null. */
export function readMark(pixels: Pixels, luma: Luma = lumaOf(pixels)): VisibleMark | null {
  const marks = standingMarks(pixels, luma, textMarks(luma, leastConfidence));
  const first = marks.next().value as Standing | undefined;
  if (first) {
    const { mark, corner } = withoutVersion(first, marks);
    const heightPercent = (100 * 0.93 * mark.measuredEm) / Math.min(pixels.width, pixels.height);
    return { kind: 'text', words: mark.words, brand: mark.brand, corner, heightPercent, confidence: mark.confidence, box: whole(mark) };
  }
  const shape = shapeIn(luma);
  if (!shape) return null;
  const { kind, brand, corner, score, x, y, size } = shape;
  return { kind, words: null, brand, corner, heightPercent: (100 * size) / Math.min(luma.width, luma.height), confidence: score, box: { x: x - size / 2, y: y - size / 2, width: size, height: size } };
}
