import { readMark } from '../../evidence/visible-mark/read-marks';
import type { Fact, Region } from '../../case/finding';
import { defineAnalyser, notApplicable, nothingFound, type Answer } from '../analyser';
import { text } from './visible-mark.text';

/** On pictures with a shorter side below this the smallest marks have fewer than seven samples and cannot be read. */
const smallest = 160;

/** Words declare; a shape alone is only a hint (provenance-labels.md, rows 24 and 25). */
const strengths = { text: 3, sparkle: 1, star: 1 } as const;

/**
 * Reads the visible AI mark in the upper and lower edge bands: service names with the words GB 45438-2025 §5.2 asks for, and
 * known shapes. It survives re-compression and screenshots; it is cropped in seconds, so its absence weighs nothing.
 */
export const visibleMark = defineAnalyser({
  id: 'visible-mark',
  family: 'provenance',
  needs: ['pixels', 'luma'],
  text,
  examine({ pixels, luma }): Answer {
    if (Math.min(pixels.width, pixels.height) < smallest) return notApplicable('too-small');
    const mark = readMark(pixels, luma);
    if (!mark) return nothingFound();
    const facts: Fact[] = [];
    if (mark.words !== null) facts.push({ key: 'words', value: mark.words });
    if (mark.brand !== null) facts.push({ key: 'brand', value: mark.brand });
    facts.push(
      { key: 'kind', value: mark.kind },
      { key: 'corner', value: mark.corner },
      { key: 'heightPercent', value: Math.round(mark.heightPercent * 10) / 10 },
      { key: 'confidence', value: Math.round(mark.confidence * 1000) / 1000 },
    );
    const within = (value: number, most: number) => Math.min(1, Math.max(0, value / most));
    const [left, right] = [within(mark.box.x, pixels.width), within(mark.box.x + mark.box.width, pixels.width)];
    const [top, bottom] = [within(mark.box.y, pixels.height), within(mark.box.y + mark.box.height, pixels.height)];
    const regions: Region[] = [{ kind: 'mark', points: [[left, top], [right, top], [right, bottom], [left, bottom]] }];
    return { outcome: 'suspicious', strength: strengths[mark.kind], facts, regions };
  },
});
