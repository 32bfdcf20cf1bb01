import { lumaOf, type Luma, type Rectangle } from '../luma';
import type { Pixels } from '../traces';
import { isNeutralInk } from './overlay';
import { cornerOf, type Corner } from './place';
import { shapeIn } from './shapes';
import { isInBlock, overlap } from './text-block';
import { lineMarks, type LineMark } from './line-reader';
import { searched, textMarks, type TextMark } from './text-marks';

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
/** In fewer words each tile must be this likely, log: 人工智能学习机 has four of the six tiles of 人工智能生成. */
const leastOfTile = -1.5;
const hasEach = ({ tiles, weakest }: TextMark) => tiles >= sentence || weakest >= leastOfTile;

const isRead = (mark: TextMark) => mark.score >= leastOf(mark) && hasEach(mark);

/**
 * What is asked of a line read with the neighbours of each tile in view. More is guessed there: few tiles must come to as much as the
 * bare rule does tile by tile, and to something by themselves as well.
 */
const leastOfLongLine = 4;
const leastAlone = 1;

const isReadInLine = (mark: LineMark) => hasEach(mark) && (mark.tiles > few ? mark.score >= leastOfLongLine : mark.score >= leastOfFew && mark.alone() >= leastAlone);

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
interface Standing<T extends TextMark = TextMark> {
  mark: T;
  corner: Corner;
}

/** Such words, best first, each looked for when it is asked for: on a large picture the look around a place is what costs. */
function* standingMarks<T extends TextMark>(pixels: Pixels, luma: Luma, marks: readonly T[], isSure: (mark: T) => boolean): Generator<Standing<T>> {
  const blocks: Rectangle[] = [];
  for (const mark of marks) {
    if (!isSure(mark) || blocks.some((box) => overlap(box, mark.box))) continue;
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

/** The words that stand where marks stand, read tile by tile; where there are none, small letters read by whole lines. */
function standingWords(pixels: Pixels, luma: Luma): Standing | null {
  const search = searched(luma);
  const marks = standingMarks(pixels, luma, textMarks(search, leastConfidence), isRead);
  const first = marks.next();
  if (!first.done) return withoutVersion(first.value, marks);
  const lines = standingMarks(pixels, luma, lineMarks(search, leastConfidence), isReadInLine);
  const line = lines.next();
  return line.done ? null : withoutVersion(line.value, lines);
}

/** Reads the mark of a picture: the surest words that stand where marks stand, else a known shape, else null. */
export function readMark(pixels: Pixels, luma: Luma = lumaOf(pixels)): VisibleMark | null {
  const words = standingWords(pixels, luma);
  if (words) {
    const { mark, corner } = words;
    const heightPercent = (100 * 0.93 * mark.measuredEm) / Math.min(pixels.width, pixels.height);
    return { kind: 'text', words: mark.words, brand: mark.brand, corner, heightPercent, confidence: mark.confidence, box: whole(mark) };
  }
  const shape = shapeIn(luma);
  if (!shape) return null;
  const { kind, brand, corner, score, x, y, size } = shape;
  return { kind, words: null, brand, corner, heightPercent: (100 * size) / Math.min(luma.width, luma.height), confidence: score, box: { x: x - size / 2, y: y - size / 2, width: size, height: size } };
}
