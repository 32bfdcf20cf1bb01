import type { Fact, Region } from '../../case/finding';
import { findClones, type Clone } from '../../evidence/clones/clones';
import { centralWindow, cropLuma, type Luma, type Rectangle } from '../../evidence/luma';
import { outline } from '../../evidence/outline';
import { defineAnalyser, notApplicable, nothingFound, type Answer } from '../analyser';
import { text } from './copy-move.text';

/** Pictures with a longer side are examined in a window of this size around their centre, at full resolution. */
const windowSide = 1600;

/**
 * What keeps repeated things of the scene apart from pasted pixels. Set on ../shared/data/splice (copies) and on the
 * genuine photographs of ../shared/data/photos/dev/real; `npm run measure:traces` counts both again.
 */
const gates = {
  /** Repetition that runs on overlaps its own copy. */
  overlap: 0.03,
  /** Pasted pixels lie whole pixels apart; things photographed twice lie any distance apart. */
  fraction: 0.1,
  /** Grey levels: a second object is lit a little differently. */
  bias: 2,
  sharpness: 4,
  residual: 0.075,
  small: { below: 2000, residual: 0.045, textured: 480 },
  /** Rows of buttons and lines of type lie along the axes: there the piece must be this large (textured pixels). */
  alongAxes: 5000,
  /** In cut-outs and posters on white, letters and symbols repeat exactly: there too. */
  whiteShare: 0.35,
};

/** Passes every gate; with `slack` above 1, by a wider margin: worth showing, not worth scoring. */
function stands(clone: Clone, whiteShare: number, slack: number): boolean {
  const small = clone.textured < gates.small.below;
  const repetitive = Math.abs(clone.dx) <= 1 || Math.abs(clone.dy) <= 1 || whiteShare > gates.whiteShare;
  return (
    clone.overlap <= gates.overlap * slack &&
    Math.max(...clone.fraction.map(Math.abs)) <= gates.fraction * slack &&
    Math.abs(clone.bias) <= gates.bias * slack &&
    clone.sharpness >= gates.sharpness / slack &&
    clone.residual <= (small ? gates.small.residual : gates.residual) * slack &&
    clone.textured >= gates.small.textured / slack &&
    (!repetitive || clone.textured >= gates.alongAxes / slack)
  );
}

/** Share of the area of `one` that is also source or target of `other`. */
function shared(one: Clone, other: Clone): number {
  const holds = (x: number, y: number) => {
    const [u, v] = [x - other.bounds.x, y - other.bounds.y];
    return u >= 0 && v >= 0 && u < other.bounds.width && v < other.bounds.height && other.mask[v * other.bounds.width + u] === 1;
  };
  let both = 0;
  for (let i = 0; i < one.mask.length; i += 1) {
    if (!one.mask[i]) continue;
    const [x, y] = [one.bounds.x + (i % one.bounds.width), one.bounds.y + Math.floor(i / one.bounds.width)];
    if (holds(x, y) || holds(x - other.dx, y - other.dy)) both += 1;
  }
  return both / one.area;
}

/** The piece is also much like places that lie between pixels or run into themselves: a pattern of the scene. */
const patterned = (clone: Clone, all: Clone[]): boolean =>
  all.some((other) => other !== clone && (Math.max(...other.fraction.map(Math.abs)) > 1.5 * gates.fraction || other.overlap > gates.overlap) && shared(clone, other) > 0.5);

function extent({ mask, bounds }: Clone): { left: number; right: number; top: number; bottom: number } {
  const found = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  for (let i = 0; i < mask.length; i += 1) {
    if (!mask[i]) continue;
    const [x, y] = [bounds.x + (i % bounds.width), bounds.y + Math.floor(i / bounds.width)];
    found.left = Math.min(found.left, x);
    found.right = Math.max(found.right, x);
    found.top = Math.min(found.top, y);
    found.bottom = Math.max(found.bottom, y);
  }
  return found;
}

/**
 * A small piece in line with others that repeat along the same line, or as many lines further on but elsewhere in the
 * line: as the letters of a caption do.
 */
function typeset(clone: Clone, all: Clone[]): boolean {
  if (clone.textured >= gates.small.below) return false;
  const own = extent(clone);
  const meets = (low: number, high: number, otherLow: number, otherHigh: number, shift: number) => (low <= otherHigh && otherLow <= high) || (low + shift <= otherHigh && otherLow <= high + shift);
  return all.some((other) => {
    if (other === clone || other.sharpness < 10 || other.residual > 0.05) return false;
    const its = extent(other);
    if (Math.abs(other.dy - clone.dy) <= 1 && Math.abs(other.dx - clone.dx) > 2 && other.textured < gates.small.below && meets(own.top, own.bottom, its.top, its.bottom, 0)) return true;
    return (Math.abs(other.dy) <= 1 && meets(own.top, own.bottom, its.top, its.bottom, clone.dy)) || (Math.abs(other.dx) <= 1 && meets(own.left, own.right, its.left, its.right, clone.dx));
  });
}

const share = (value: number) => Math.round(value * 1e4) / 1e4;

function regionsOf(clone: Clone, window: Rectangle, luma: Luma): Region[] {
  const { bounds, mask, dx, dy } = clone;
  const frame = { ...bounds, x: bounds.x + window.x, y: bounds.y + window.y };
  return [
    { kind: 'copied-piece', points: outline(mask, frame, luma) },
    { kind: 'copied-piece', points: outline(mask, { ...frame, x: frame.x + dx, y: frame.y + dy }, luma) },
  ];
}

/** Is a piece of the picture in it twice, pixel for pixel? Finds pieces copied without turning or resizing. */
export const copyMove = defineAnalyser({
  id: 'copy-move',
  family: 'pixels',
  needs: ['luma'],
  examine({ luma }, { signal }): Answer {
    if (Math.min(luma.width, luma.height) < 128) return notApplicable('too-small');
    const window = centralWindow(luma, windowSide);
    const part = cropLuma(luma, window);
    const white = part.data.reduce((sum, value) => sum + (value >= 252 ? 1 : 0), 0) / part.data.length;
    const clones = findClones(part, signal).filter((clone) => clone.log10NFA < -2);
    const examined: Fact = { key: 'examinedShare', value: share(part.data.length / luma.data.length) };
    const shown = clones.filter((clone) => stands(clone, white, 1.5)).sort((a, b) => b.textured - a.textured);
    const scored = shown.filter((clone) => clone.log10NFA < -4 && stands(clone, white, 1) && !patterned(clone, clones) && !typeset(clone, clones));
    const best = scored[0] ?? shown[0];
    if (!best) return nothingFound([examined]);
    const facts: Fact[] = [
      { key: 'log10NFA', value: Math.round(best.log10NFA * 10) / 10 },
      { key: 'areaShare', value: share(best.area / luma.data.length) },
      { key: 'offsetX', value: best.dx },
      { key: 'offsetY', value: best.dy },
      { key: 'residual', value: share(best.residual) },
      { key: 'sharpness', value: Math.round(best.sharpness * 10) / 10 },
      { key: 'pieces', value: (scored.length ? scored : shown).length },
      examined,
    ];
    const regions = (scored.length ? scored : shown).slice(0, 4).flatMap((clone) => regionsOf(clone, window, luma));
    return scored.length ? { outcome: 'suspicious', strength: 1, facts, regions } : { outcome: 'inconclusive', strength: 0, facts, regions };
  },
  text,
});
