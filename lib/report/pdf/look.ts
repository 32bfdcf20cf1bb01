import type { Band } from '../../case/assessment';

/** A4 in points. */
export const page = { width: 595.28, height: 841.89, margin: 48, top: 62, bottom: 56 };
export const innerWidth = page.width - 2 * page.margin;

export const colour = {
  ink: '#1b2733',
  soft: '#5a6775',
  line: '#d3dae1',
  pale: '#f3f5f7',
  accent: '#1d4e79',
  mark: '#c2410c',
  paper: '#ffffff',
};

/** Amber, darker with strength; each step is also told by its word and by its place on the scale. */
export const bandColour: Record<Band, string> = {
  none: '#9aa7b4',
  limited: '#f2dba9',
  moderate: '#ecc06b',
  'moderately-strong': '#dd9c35',
  strong: '#bf7516',
  'very-strong': '#8f5108',
};

export const lineHeight = 1.55;
