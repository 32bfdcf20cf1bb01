import { manifestName, timestampName } from '../manifest';
import { withMember, type Stretch } from '../append-member';
import { readDirectory, readWhole, ZipRefused, type RandomAccess } from '../zip-reader';
import { DerUnreadable } from './der';
import { readTimestamp, timestampRequest, TimestampRefused, type TimestampReading } from './timestamp';

const manifestCap = 4 << 20;

async function manifestOf(zip: RandomAccess): Promise<Uint8Array> {
  const entry = (await readDirectory(zip)).find(({ name }) => name === manifestName);
  if (!entry) throw new ZipRefused('damaged', manifestName);
  return readWhole(zip, entry, manifestCap);
}

/** TimeStampReq over the manifest of a finished bundle, for the merchant to carry to an authority. @throws ZipRefused */
export const requestFor = async (zip: RandomAccess, nonce: Uint8Array): Promise<Uint8Array> => timestampRequest(await manifestOf(zip), nonce);

/**
 * The bundle with an authority's answer in it, checked first. The manifest does not list it, so nothing else changes.
 * @throws TimestampRefused where the answer is none, or is about something else; ZipRefused
 */
export async function withTimestamp(zip: RandomAccess, response: Uint8Array): Promise<{ stretches: Stretch[]; reading: TimestampReading }> {
  const reading = await readTimestamp(response, await manifestOf(zip)).catch((error: unknown) => {
    if (error instanceof DerUnreadable || error instanceof RangeError || error instanceof TypeError) throw new TimestampRefused('这个文件不是时间戳答复（.tsr），或已损坏');
    throw error;
  });
  if (!reading.matches) throw new TimestampRefused('这份时间戳不是针对这个证据包的清单签发的');
  if (reading.signature === 'invalid') throw new TimestampRefused('时间戳机构的签名与内容不符');
  return { stretches: await withMember(zip, timestampName, response), reading };
}
