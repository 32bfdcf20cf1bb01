import { sha256 as digester } from '@noble/hashes/sha2';
import { bytesToHex } from '@noble/hashes/utils';
import type { Attachment } from '../report/input';
import { database } from './stores';

/** A file of the merchant's own beside the pictures, such as a packing video. The browser keeps the blob on disk. */
export interface StoredAttachment {
  id: string;
  caseId: string;
  title: string;
  kind: Attachment['kind'];
  extension: string;
  recordedAt: string | null;
  sha256: string;
  blob: Blob;
  addedAt: string;
}

/** The bundle's ZIP cannot hold members of 4 GiB and more. */
export const maxAttachmentBytes = 3 * 1024 ** 3;

async function* pieces(blob: Blob): AsyncGenerator<Uint8Array> {
  const reader = blob.stream().getReader();
  for (let step = await reader.read(); !step.done; step = await reader.read()) yield step.value;
}

/** Hashes by stream, so that a long video needs no memory of its own. */
export async function digestOf(blob: Blob, onProgress?: (done: number) => void): Promise<string> {
  const hash = digester.create();
  let done = 0;
  for await (const piece of pieces(blob)) {
    hash.update(piece);
    onProgress?.((done += piece.length));
  }
  return bytesToHex(hash.digest());
}

const kindOf = (file: File): Attachment['kind'] => (file.type.startsWith('video/') ? 'packing-video' : file.type.startsWith('image/') ? 'photo' : 'other');

export async function addAttachment(caseId: string, file: File, onProgress?: (done: number) => void): Promise<StoredAttachment> {
  const sha256 = await digestOf(file, onProgress);
  const stored: StoredAttachment = {
    id: `${caseId}#${sha256.slice(0, 16)}`,
    caseId,
    title: file.name,
    kind: kindOf(file),
    extension: (/\.([A-Za-z0-9]{1,8})$/.exec(file.name)?.[1] ?? 'bin').toLowerCase(),
    // A camera's file is written when recording ends; the merchant can correct it.
    recordedAt: file.lastModified ? new Date(file.lastModified).toISOString() : null,
    sha256,
    blob: file,
    addedAt: new Date().toISOString(),
  };
  await (await database()).put('attachments', stored);
  return stored;
}

export const attachmentsOf = async (caseId: string): Promise<StoredAttachment[]> => (await database()).getAllFromIndex('attachments', 'caseId', caseId);

export const removeAttachment = async (id: string): Promise<void> => (await database()).delete('attachments', id);

/** As the bundle takes them: opened only when their turn comes. */
export async function bundleAttachments(caseId: string): Promise<Attachment[]> {
  return (await attachmentsOf(caseId)).map(({ title, kind, extension, recordedAt, blob }) => ({ title, kind, extension, recordedAt, byteLength: blob.size, open: () => pieces(blob) }));
}

const frameSide = 1280;
/** No seek takes longer on a video that can be played; one that does ends the look at it. */
const seekLimit = 20_000;

/** Waits for the event while `cause` runs. @throws where the video fails or nothing happens in time. */
function after(video: HTMLVideoElement, name: string, cause: () => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = () => reject(new Error('this video cannot be played here'));
    const timer = setTimeout(fail, seekLimit);
    video.addEventListener(name, () => (clearTimeout(timer), resolve()), { once: true });
    video.addEventListener('error', fail, { once: true });
    cause();
  });
}

const seek = (video: HTMLVideoElement, to: number) => after(video, 'seeked', () => (video.currentTime = to));

/** A recording that was never closed properly says no length (Infinity): its end is found by going beyond it. */
async function lengthOf(video: HTMLVideoElement): Promise<number> {
  if (Number.isFinite(video.duration)) return video.duration;
  await seek(video, 1e6);
  return Number.isFinite(video.duration) ? video.duration : video.currentTime;
}

/** A few frames of a video as pictures, at even distances; as many as this browser can show, none where it cannot play it. */
export async function keyFrames(file: File, count = 3): Promise<File[]> {
  const video = document.createElement('video');
  const url = URL.createObjectURL(file);
  const frames: File[] = [];
  try {
    video.muted = true;
    video.preload = 'auto';
    await after(video, 'loadedmetadata', () => (video.src = url));
    const length = await lengthOf(video);
    const scale = Math.min(1, frameSide / Math.max(video.videoWidth, video.videoHeight));
    const canvas = new OffscreenCanvas(Math.max(1, Math.round(video.videoWidth * scale)), Math.max(1, Math.round(video.videoHeight * scale)));
    for (let index = 0; index < count; index++) {
      await seek(video, (length * (index + 0.5)) / count);
      canvas.getContext('2d')!.drawImage(video, 0, 0, canvas.width, canvas.height);
      const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.92 });
      frames.push(new File([blob], `${file.name} ${video.currentTime.toFixed(1)}s.jpg`, { type: 'image/jpeg' }));
    }
  } catch {
    // What was seen so far is kept; the video itself is in the bundle whole.
  } finally {
    video.removeAttribute('src');
    URL.revokeObjectURL(url);
  }
  return frames;
}
