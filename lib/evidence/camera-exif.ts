import type { ExifTag } from './exif';
import type { Metadata } from './metadata';

/** What a camera writes into one EXIF block, as far as it hangs together. */
export interface CameraExif {
  make: string;
  model: string;
  /** How many of exposure time, aperture, ISO and focal length are finite numbers. */
  exposures: number;
  makerNote: boolean;
  /** Size the camera says it wrote; 0 where absent. */
  pixelWidth: number;
  pixelHeight: number;
  /** `present`, `unreadable` (not numbers: some phones write 0/0), `absent`. Never the place itself. */
  gps: 'present' | 'unreadable' | 'absent';
  segment: string;
  offset: number;
}

const exposureNames = new Set(['ExposureTime', 'FNumber', 'ISO', 'FocalLength']);

function gpsOf(tags: ExifTag[]): CameraExif['gps'] {
  const latitude = tags.find((tag) => tag.name === 'GPSLatitude');
  const longitude = tags.find((tag) => tag.name === 'GPSLongitude');
  if (!latitude || !longitude) return 'absent';
  return [...latitude.numbers, ...longitude.numbers].every(Number.isFinite) && latitude.numbers.length === 3 ? 'present' : 'unreadable';
}

/** The first EXIF block with both Make and Model, or null. */
export function readCameraExif(metadata: Metadata): CameraExif | null {
  for (const block of new Set(metadata.exif.map((tag) => tag.block))) {
    const tags = metadata.exif.filter((tag) => tag.block === block && tag.directory !== 'IFD1');
    const make = tags.find((tag) => tag.name === 'Make' && tag.text?.trim());
    const model = tags.find((tag) => tag.name === 'Model' && tag.text?.trim());
    if (!make || !model) continue;
    const number = (name: string) => tags.find((tag) => tag.name === name)?.numbers[0] ?? 0;
    return {
      make: make.text!.trim(),
      model: model.text!.trim(),
      exposures: tags.filter((tag) => exposureNames.has(tag.name) && Number.isFinite(tag.numbers[0]) && tag.numbers[0]! > 0).length,
      makerNote: tags.some((tag) => tag.name === 'MakerNote' && tag.length > 16),
      pixelWidth: number('PixelXDimension'),
      pixelHeight: number('PixelYDimension'),
      gps: gpsOf(tags),
      segment: make.segment,
      offset: make.offset,
    };
  }
  return null;
}
