import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { examine } from '../../lib/analysers/examine';
import { readMetadata } from '../../lib/evidence/metadata';
import { readContainer } from '../../lib/evidence/container';
import { parseMoment } from '../../lib/evidence/capture-moment';
import { traceSource } from '../../lib/evidence/traces';
import { metadataAnalysers } from './metadata-analysers';

/** Genuine photographs, relative to the project: camera originals with metadata, marketplace copies without. */
const folders = ['../shared/data/camera', '../shared/data/photos/dev/real'];
const root = fileURLToPath(new URL('../../', import.meta.url));

/** For capture-time: as if the claim was made when the file was last written, by its own ModifyDate. */
function appliedAt(bytes: Uint8Array): string | null {
  const changed = readMetadata(bytes, readContainer(bytes)).exif.find((tag) => tag.name === 'ModifyDate' && tag.directory === 'IFD0');
  const { at } = parseMoment(changed?.text ?? '', null);
  return Number.isFinite(at) ? new Date(at).toISOString() : null;
}

/** Counts how often each analyser that reads only words and structure calls a genuine photograph suspicious. */
async function main(): Promise<void> {
  const counts = new Map(metadataAnalysers.map(({ id }) => [id, { alarms: 0, spoke: 0, files: [] as string[] }]));
  let genuine = 0;
  for (const folder of folders) {
    if (!existsSync(join(root, folder))) {
      console.log(`${folder} is absent: skipped`);
      continue;
    }
    for (const name of (await readdir(join(root, folder))).toSorted()) {
      const bytes = new Uint8Array(await readFile(join(root, folder, name)));
      const source = traceSource(bytes, { decode: () => Promise.reject(new Error('pixels are not needed')) });
      genuine++;
      for (const finding of await examine(source, { appliedAt: appliedAt(bytes) }, metadataAnalysers)) {
        const count = counts.get(finding.analyser)!;
        if (finding.outcome !== 'not-applicable') count.spoke++;
        if (finding.outcome !== 'suspicious') continue;
        count.alarms++;
        count.files.push(name);
      }
    }
  }
  console.log(`${genuine} genuine photographs`);
  for (const [id, { alarms, spoke, files }] of counts) console.log(`${id}: ${alarms} alarms, had something to read in ${spoke}${files.length > 0 ? ` (${files.join(', ')})` : ''}`);
}

await main();
