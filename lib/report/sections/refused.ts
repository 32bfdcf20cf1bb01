import { addressText } from '../../case/held-picture';
import type { Block, Section } from '../document';
import type { Material } from '../build-document';
import { beijingClock } from '../time';
import { pictureName, problemReason } from '../wording';

/** Pictures that could not be taken or read, each with its reason: nothing is left out in silence. */
export function refusedSection({ images, examined, paths }: Material): Section | null {
  const done = new Set(examined.map((one) => one.image.id));
  const missing = images.filter((image) => (image.role === 'evidence' && !done.has(image.id)) || (image.role !== 'evidence' && image.sha256 === null));
  if (missing.length === 0) return null;
  const rows = missing.map((image) => [pictureName(image), image.problem ? problemReason[image.problem] : '尚未检验', image.sha256 ? (paths.get(image.id) ?? '—') : '未取得文件']);
  const tried = missing.flatMap((image) => (image.attempts.length ? image.attempts.map((one) => [pictureName(image), beijingClock(one.at), one.error ?? (one.status === null ? '无应答' : `HTTP ${one.status}`), one.address]) : [[pictureName(image), '—', '未访问', addressText(image.displayed)]]));
  const blocks: Block[] = [
    { type: 'paragraph', text: '下列图片未能取得或未能检验，不计入结果；其余图片不受影响。' },
    { type: 'table', columns: [{ title: '图片', share: 0.12 }, { title: '原因', share: 0.53 }, { title: '证据包内文件', share: 0.35 }], rows },
    { type: 'heading', text: '取图记录' },
    { type: 'table', columns: [{ title: '图片', share: 0.1 }, { title: '时间（北京时间）', share: 0.2 }, { title: '结果', share: 0.12 }, { title: '地址', share: 0.58 }], size: 7.8, rows: tried },
  ];
  return { id: 'refused', title: '未能取得或检验的图片', level: 1, newPage: false, blocks };
}
