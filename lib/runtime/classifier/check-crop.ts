/**
 * Crops without a picture in them, as training/export.py draws them: ramps, blocks and noise in exact integers, so that
 * both frameworks see the same bytes without a file between them. The first one is what every backend must answer
 * rightly before it may speak.
 */
export function checkCrops(count: number, size: number): Uint8Array[] {
  let state = 1;
  return Array.from({ length: count }, (_, n) => {
    const crop = new Uint8Array(size * size * 3);
    const noise = new Uint8Array(crop.length);
    for (let i = 0; i < noise.length; i++) {
      state = (Math.imul(1664525, state) + 1013904223) >>> 0;
      noise[i] = state >>> 24;
    }
    for (let y = 0; y < size; y++) {
      for (let x = 0; x < size; x++) {
        for (let c = 0; c < 3; c++) {
          const at = (y * size + x) * 3 + c;
          const ramp = (Math.floor((x * (n + 1 + c) + y * (3 + (n % 5))) / 4) + 40 * c) % 256;
          const block = ((Math.floor(x / (8 + n)) + Math.floor(y / (5 + n))) % 2) * (60 + 5 * n);
          crop[at] = Math.min(255, Math.floor((ramp * 2 + block + (noise[at]! % (2 + 6 * n))) / 3));
        }
      }
    }
    return crop;
  });
}
