/** Raw text as a fact keeps it: enough to check by eye, never a whole workflow. */
export const rawCap = 2000;

/** Cuts at `cap` characters and says how many are missing; controls become spaces. */
export function clipped(text: string, cap = rawCap): string {
  // eslint-disable-next-line no-control-regex -- the controls are what is taken out
  const clean = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, ' ');
  return clean.length <= cap ? clean : `${clean.slice(0, cap)}… (+${clean.length - cap})`;
}
