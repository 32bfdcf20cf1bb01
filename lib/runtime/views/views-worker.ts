import { lumaOf, type Luma } from '../../evidence/luma';
import { sniffFormat } from '../../evidence/sniff';
import { viewFrames } from '../../evidence/views/view';
import { canvasHost } from '../analysis/decode';
import { loadBytes } from '../stores';
import type { ShownFrame, ViewReply, ViewRequest } from './api';

/** Larger views are shrunk: no screen shows more, and a PNG of 12 MP takes long to make. */
const longest = 1600;

async function toPng({ width, height, data }: Luma): Promise<Blob> {
  const pixels = new ImageData(width, height);
  for (let i = 0, to = 0; i < data.length; i += 1, to += 4) {
    pixels.data.fill(data[i]!, to, to + 3);
    pixels.data[to + 3] = 255;
  }
  const full = new OffscreenCanvas(width, height);
  full.getContext('2d')!.putImageData(pixels, 0, 0);
  const scale = Math.min(1, longest / Math.max(width, height));
  if (scale === 1) return full.convertToBlob({ type: 'image/png' });
  const small = new OffscreenCanvas(Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale)));
  const context = small.getContext('2d')!;
  context.imageSmoothingQuality = 'high';
  context.drawImage(full, 0, 0, small.width, small.height);
  return small.convertToBlob({ type: 'image/png' });
}

async function answer({ sha256, view, grid }: ViewRequest): Promise<ShownFrame[]> {
  const bytes = await loadBytes(sha256);
  const luma = lumaOf(await canvasHost.decode(bytes, sniffFormat(bytes) ?? 'jpeg'));
  return Promise.all(viewFrames(view, luma, grid).map(async ({ quality, picture }) => ({ quality, png: await toPng(picture) })));
}

const scope = self as unknown as { onmessage: ((event: MessageEvent<ViewRequest>) => void) | null; postMessage(reply: ViewReply): void };
scope.onmessage = (event) => {
  answer(event.data).then(
    (frames) => scope.postMessage({ frames }),
    (error: unknown) => scope.postMessage({ error: error instanceof Error ? error.message : String(error) }),
  );
};
