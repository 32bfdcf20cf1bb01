import { blur, type Plane } from './plane';
import type { Registration } from './registration';
import type { Tile } from './tiles';

/** How the finest common detail of both pictures agrees over some tiles. */
export interface GrainAgreement {
  /** Correlation of the high-passed samples, -1..1. */
  correlation: number;
  /** Root mean square of the high-passed samples of each picture, grey levels. */
  first: number;
  second: number;
  tiles: number;
}

const highPass = (source: Plane): Float32Array => {
  const low = blur(source, 1.5);
  const out = new Float32Array(source.data.length);
  for (let i = 0; i < out.length; i++) out[i] = source.data[i]! - low.data[i]!;
  return out;
};

const none: GrainAgreement = { correlation: 0, first: 0, second: 0, tiles: 0 };

function agreement(first: Float32Array, second: Float32Array, width: number, tiles: readonly Tile[], size: number): GrainAgreement {
  if (tiles.length === 0) return none;
  const half = size >> 1;
  let xy = 0, xx = 0, yy = 0, n = 0;
  for (const tile of tiles) {
    for (let y = tile.y - half; y < tile.y + half; y++) {
      for (let x = tile.x - half; x < tile.x + half; x++) {
        const p = first[y * width + x]!, q = second[y * width + x]!;
        xy += p * q;
        xx += p * p;
        yy += q * q;
        n++;
      }
    }
  }
  return { correlation: xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : 0, first: Math.sqrt(xx / n), second: Math.sqrt(yy / n), tiles: tiles.length };
}

/**
 * In flat areas only noise is left at this scale: a copy carries the noise of its original, a second exposure has its own.
 * The idea is that of sensor-noise comparison (Lukas, Fridrich and Goljan, 2006), used here on two whole pictures.
 */
export function grainOf(registration: Registration, hits: readonly Tile[]): { textured: GrainAgreement; flat: GrainAgreement } {
  const first = highPass(registration.first);
  const second = highPass(registration.warped);
  const flat = registration.tiles.filter((t) => t.energyA < 3 && t.energyB < 3 && t.energyA > 0.01 && t.energyB > 0.01);
  return { textured: agreement(first, second, registration.width, hits, 16), flat: agreement(first, second, registration.width, flat, 16) };
}
