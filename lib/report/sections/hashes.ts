import type { Block, Section } from '../document';
import type { Material } from '../build-document';
import { pictureName } from '../wording';

/** The digest of every received file, and how to check the bundle without our software. */
export function hashesSection({ images, paths, input }: Material): Section {
  const held = images.filter((image) => paths.has(image.id));
  const blocks: Block[] = [
    { type: 'paragraph', text: '每个文件按收到的字节原样保存，从未改写。下列 SHA-256 与证据包内 SHA256SUMS 一致；任何一个字节改动都会使校验失败。' },
    ...(held.length ? [{ type: 'table' as const, columns: [{ title: '图片', share: 0.1 }, { title: '文件', share: 0.25 }, { title: 'SHA-256', share: 0.65 }], size: 7.8, rows: held.map((image) => [pictureName(image), paths.get(image.id)!, image.sha256!]) }] : []),
    { type: 'heading', text: '如何核验' },
    {
      type: 'list',
      items: [
        '在解压后的文件夹内运行 sha256sum -c SHA256SUMS（Windows 可用 certutil -hashfile 文件名 SHA256 逐个比对）。',
        '在验图扩展的“核验证据包”页面打开 ZIP，或在命令行运行 npm run verify -- 证据包.zip，会指出被改动的文件。',
        ...(input.keyFingerprint ? [`SHA256SUMS.sig 是导出设备对清单的签名（ECDSA P-256），可用 openssl 以 device-key.pub.pem 验证。公钥指纹（SHA-256）：${input.keyFingerprint}`] : []),
      ],
    },
    ...(input.attachments?.length ? [{ type: 'paragraph' as const, tone: 'soft' as const, text: '商家附件（如打包视频）的 SHA-256 在导出时计算，见 SHA256SUMS。' }] : []),
  ];
  return { id: 'hashes', title: '哈希清单与核验', level: 1, newPage: false, blocks };
}
