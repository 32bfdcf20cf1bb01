import { numbersOf, readDirectories } from '../tiff-directory';
import { Walk } from './walk';

/** One segment per directory entry, `kind` the tag (`0x02BC`), `detail` the directory (`IFD0`, `Exif`); payload is the value. */
export function readTiff(bytes: Uint8Array): Walk {
  const walk = new Walk(bytes);
  const tree = readDirectories(bytes, 0, bytes.length);
  if (!tree || tree.directories.length === 0) {
    walk.problem('truncated');
    return walk;
  }
  for (const directory of tree.directories) {
    for (const entry of directory.entries) {
      const kind = `0x${entry.tag.toString(16).toUpperCase().padStart(4, '0')}`;
      if (!walk.addAt(kind, entry.entryOffset, 12, entry.valueOffset, entry.valueLength, directory.name)) return walk;
      if (directory.name !== 'IFD0' || (entry.tag !== 0x100 && entry.tag !== 0x101)) continue;
      const value = numbersOf(bytes, tree, entry, 1)[0] ?? 0;
      if (entry.tag === 0x100) walk.width = value;
      else walk.height = value;
    }
  }
  for (const problem of tree.problems) walk.problem(problem);
  // Strips and tiles are the picture: offsets beyond the file mean that its end is missing.
  const strips = tree.directories[0]!.entries.find((entry) => entry.tag === 0x111 || entry.tag === 0x144);
  if (strips && numbersOf(bytes, tree, strips, 4096).some((offset) => offset >= bytes.length)) walk.problem('truncated');
  return walk;
}
