/**
 * The shape of a number as counts: "9{6}-9{15}" is six digits, a dash, fifteen digits. `9` digits, `A` letters, `X` digits and letters
 * mixed; `-` and `_` stand for themselves.
 */
export const shapeSyntax = /^(?:[9AX]\{\d{1,2}\}|[-_]){1,9}$/;

/** The shape of one sample. Letters and digits that change places more than twice are one mixed run. */
export function shapeOf(sample: string): string {
  return sample
    .split(/([-_])/)
    .map((part) => {
      if (part === '' || part === '-' || part === '_') return part;
      const runs = part.match(/\d+|[A-Za-z]+/g) ?? [];
      if (runs.length > 3) return `X{${part.length}}`;
      return runs.map((run) => `${/\d/.test(run) ? '9' : 'A'}{${run.length}}`).join('');
    })
    .join('');
}

/** A regular expression source for numbers of this shape. Long runs may differ in length from one number to the next, short ones may not. */
export function shapePattern(shape: string): string {
  const parts = shape.match(/[9AX]\{\d{1,2}\}|[-_]/g) ?? [];
  return parts
    .map((part) => {
      if (part === '-' || part === '_') return part;
      const length = Number(part.slice(2, -1));
      const kind = { '9': String.raw`\d`, A: '[A-Za-z]', X: '[A-Za-z0-9]' }[part[0]!]!;
      const play = part[0] === 'A' || length < 8 ? 0 : Math.ceil(length / 4);
      return `${kind}{${Math.max(1, length - play)},${length + play}}`;
    })
    .join('');
}
