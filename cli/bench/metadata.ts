import ExifReader from 'exifreader';
import sharp from 'sharp';
import { readContainer } from '../../lib/evidence/container';
import { readMetadata } from '../../lib/evidence/metadata';

/** One line of the benchmark table; `beside` is another program's figure on the same input in the same run. */
export interface BenchRow {
  name: string;
  value: number;
  unit: string;
  beside?: { name: string; value: number };
}

/** A 12-megapixel photograph-like JPEG with EXIF, as phones write them: smooth shapes and noise, about 4 MB. */
async function phoneJpeg(): Promise<Uint8Array> {
  const [width, height] = [4032, 3024];
  const rgb = Buffer.alloc(width * height * 3);
  let noise = 1;
  for (let at = 0; at < rgb.length; at += 3) {
    noise = (Math.imul(noise, 1_664_525) + 1_013_904_223) >>> 0;
    const shade = 128 + 80 * Math.sin(at / 9000) + (noise >>> 28);
    rgb[at] = shade;
    rgb[at + 1] = shade * 0.9;
    rgb[at + 2] = shade * 0.8 + 20;
  }
  const exif = { IFD0: { Make: 'Maker', Model: 'Phone 12', Software: '17.3' }, IFD2: { DateTimeOriginal: '2026:11:06 12:00:00', OffsetTimeOriginal: '+08:00', FNumber: '18/10', ExposureTime: '1/120' } };
  return new Uint8Array(await sharp(rgb, { raw: { width, height, channels: 3 } }).withExif(exif).jpeg({ quality: 92 }).toBuffer());
}

/** Median CPU milliseconds of `work`; CPU, not wall clock, so that other programs on the machine do not count. */
function medianCpu(work: () => unknown, rounds = 15): number {
  work();
  const times = Array.from({ length: rounds }, () => {
    const from = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(from);
    return (user + system) / 1000;
  });
  return times.toSorted((a, b) => a - b)[Math.floor(rounds / 2)]!;
}

/** Reading container and all metadata of a 12 MP phone JPEG, beside `exifreader` alone on the same bytes. */
export async function benchMetadata(): Promise<BenchRow[]> {
  const bytes = await phoneJpeg();
  const own = medianCpu(() => readMetadata(bytes, readContainer(bytes)));
  const theirs = medianCpu(() => ExifReader.load(bytes.buffer as ArrayBuffer, { expanded: true }));
  return [{ name: `metadata of a 12 MP JPEG (${(bytes.length / 1e6).toFixed(1)} MB)`, value: Number(own.toFixed(2)), unit: 'ms CPU', beside: { name: 'exifreader', value: Number(theirs.toFixed(2)) } }];
}
