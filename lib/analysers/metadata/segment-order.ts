import type { Container } from '../../evidence/container';
import type { Metadata } from '../../evidence/metadata';
import { defineAnalyser, notApplicable, nothingFound } from '../analyser';
import { text } from './segment-order.text';

/** Marker order with repeats joined: `APP0 DQT SOF0 DHT SOS`. */
function orderOf(container: Container): string[] {
  const order: string[] = [];
  for (const { kind } of container.segments) {
    if (kind === 'SOI') continue;
    if (order.at(-1) !== kind) order.push(kind);
    if (kind === 'SOS' || order.length >= 40) break;
  }
  return order;
}

/** Who lays out a JPEG like this, by habits measured on real files; `unknown` for the rest. */
function writerOf(order: string[], metadata: Metadata): string {
  const comment = metadata.texts.find((one) => one.carrier === 'jpeg:COM')?.text ?? '';
  if (comment.startsWith('CREATOR: gd-jpeg')) return 'gd';
  if (/^Lav[cf]/.test(comment)) return 'ffmpeg';
  if (order.includes('APP12') && order.includes('APP14')) return 'photoshop-web';
  if (order.includes('APP13') && order.includes('APP14') && metadata.photoshop.length > 3) return 'photoshop';
  const line = order.filter((kind) => !kind.startsWith('APP')).join(' ');
  if (/^SOF\d DHT DQT/.test(line)) return 'apple-imageio';
  if (order[0] === 'APP1' && !order.includes('APP0')) return 'camera';
  return /^DQT SOF\d (DRI )?DHT SOS/.test(line) && order[0] === 'APP0' ? 'libjpeg' : 'unknown';
}

/** Shown beside the other metadata; weighs nothing, since honest pictures pass through every one of these writers. */
export const segmentOrder = defineAnalyser({
  id: 'segment-order',
  family: 'metadata',
  needs: ['container', 'metadata'],
  examine({ container, metadata }) {
    if (container.format !== 'jpeg') return notApplicable('not-jpeg');
    const order = orderOf(container);
    return nothingFound([
      { key: 'writer', value: writerOf(order, metadata) },
      { key: 'order', value: order.join(' ') },
    ]);
  },
  text,
});
