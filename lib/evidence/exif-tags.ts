/** Names of the tags the analysers and the interface speak of (CIPA DC-008 EXIF 2.32, TIFF 6.0, XP* by Microsoft). */
const image: Record<number, string> = {
  0x010d: 'DocumentName', 0x010e: 'ImageDescription', 0x010f: 'Make', 0x0110: 'Model', 0x0112: 'Orientation', 0x0131: 'Software', 0x0132: 'ModifyDate',
  0x013b: 'Artist', 0x013c: 'HostComputer', 0x0201: 'ThumbnailOffset', 0x0202: 'ThumbnailLength', 0x02bc: 'XMP', 0x8298: 'Copyright', 0x83bb: 'IPTC', 0x8649: 'Photoshop',
  0x9c9b: 'XPTitle', 0x9c9c: 'XPComment', 0x9c9d: 'XPAuthor', 0x9c9e: 'XPKeywords', 0x9c9f: 'XPSubject', 0xcd41: 'C2PA', 0xc614: 'UniqueCameraModel',
};
const exif: Record<number, string> = {
  0x829a: 'ExposureTime', 0x829d: 'FNumber', 0x8822: 'ExposureProgram', 0x8827: 'ISO', 0x9000: 'ExifVersion', 0x9003: 'DateTimeOriginal', 0x9004: 'CreateDate',
  0x9010: 'OffsetTime', 0x9011: 'OffsetTimeOriginal', 0x9012: 'OffsetTimeDigitized', 0x9201: 'ShutterSpeedValue', 0x9202: 'ApertureValue', 0x9204: 'ExposureCompensation',
  0x9207: 'MeteringMode', 0x9209: 'Flash', 0x920a: 'FocalLength', 0x927c: 'MakerNote', 0x9286: 'UserComment', 0x9290: 'SubSecTime', 0x9291: 'SubSecTimeOriginal',
  0xa001: 'ColorSpace', 0xa002: 'PixelXDimension', 0xa003: 'PixelYDimension', 0xa300: 'FileSource', 0xa301: 'SceneType', 0xa402: 'ExposureMode', 0xa403: 'WhiteBalance',
  0xa405: 'FocalLengthIn35mmFilm', 0xa406: 'SceneCaptureType', 0xa420: 'ImageUniqueID', 0xa430: 'CameraOwnerName', 0xa431: 'BodySerialNumber', 0xa432: 'LensInfo',
  0xa433: 'LensMake', 0xa434: 'LensModel', 0x9999: 'VendorJson', 0x9a00: 'VendorText',
};
const gps: Record<number, string> = {
  0x00: 'GPSVersionID', 0x01: 'GPSLatitudeRef', 0x02: 'GPSLatitude', 0x03: 'GPSLongitudeRef', 0x04: 'GPSLongitude', 0x05: 'GPSAltitudeRef', 0x06: 'GPSAltitude',
  0x07: 'GPSTimeStamp', 0x11: 'GPSImgDirection', 0x1b: 'GPSProcessingMethod', 0x1d: 'GPSDateStamp',
};

/** Name of a tag in its directory, or `0x` and four hex digits. */
export function tagName(directory: string, tag: number): string {
  const known = directory === 'GPS' ? gps[tag] : (image[tag] ?? exif[tag]);
  return known ?? `0x${tag.toString(16).toUpperCase().padStart(4, '0')}`;
}
