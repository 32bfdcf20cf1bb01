import { bands, type Band } from '../case/assessment';

/** Lower bounds on the log10 likelihood ratio; words after the ENFSI guideline for evaluative reporting (2015). */
export const bandFloors: readonly { band: Band; from: number; score: number }[] = [
  { band: 'none', from: 0, score: 0 },
  { band: 'limited', from: 0.3, score: 15 },
  { band: 'moderate', from: 1, score: 35 },
  { band: 'moderately-strong', from: 2, score: 55 },
  { band: 'strong', from: 3, score: 75 },
  { band: 'very-strong', from: 4, score: 90 },
];
const ceiling = { from: 6, score: 100 };

const raised: ReadonlySet<string> = new Set(bands.slice(bands.indexOf('moderate')));

/** Whether a band is drawn as one to look at. Takes any word, since a page's script sends bands as text. */
export const isRaised = (band: string | null): boolean => band !== null && raised.has(band);

export function bandOf(log10LR: number): Band {
  return bandFloors.findLast((floor) => log10LR >= floor.from)?.band ?? 'none';
}

/** Piecewise linear from log10LR to 0..100, so that each band keeps its own stretch of the scale. */
export function scoreOf(log10LR: number): number {
  const knots = [...bandFloors, ceiling];
  const above = knots.findIndex((knot) => log10LR < knot.from);
  if (above === -1) return 100;
  if (above === 0) return 0;
  const [low, high] = [knots[above - 1]!, knots[above]!];
  return Math.round(low.score + ((log10LR - low.from) / (high.from - low.from)) * (high.score - low.score));
}
