import { expect, test } from 'vitest';
import { fileSize } from '../../components/ui/file-size';

test.each([
  [0, '0 B'],
  [1023, '1023 B'],
  [1024, '1 KB'],
  [1025, '2 KB'],
  [18_000, '18 KB'],
  [999 * 1024, '999 KB'],
  [1_000 * 1024, '1.0 MB'],
  [2_621_440, '2.5 MB'],
  [1.5 * 1024 ** 3, '1.5 GB'],
  [5_000 * 1024 ** 3, '5000.0 GB'],
])('%d bytes are %s', (bytes, text) => expect(fileSize(bytes)).toBe(text));
