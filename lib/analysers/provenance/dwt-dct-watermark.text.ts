import type { Finding } from '../../case/finding';
import type { AnalyserText, Language } from '../analyser';
import { factText } from '../fact-value';

const names: Record<string, string> = { 'stable-diffusion-1': 'Stable Diffusion 1.x', sdxl: 'SDXL', flux: 'FLUX' };

function zh(finding: Finding): string {
  if (finding.outcome === 'not-applicable') return '图片过小或无法解码像素，未检测不可见水印。';
  if (finding.outcome !== 'suspicious') return '未解出已知的不可见水印；压缩和缩放会清除它，没有不说明任何问题。';
  return `解出 ${names[factText(finding, 'payload')] ?? factText(finding, 'payload')} 参考代码写入的不可见水印：${factText(finding, 'payloadBits')} 位中 ${factText(finding, 'matchingBits')} 位相符。`;
}

function en(finding: Finding): string {
  if (finding.outcome === 'not-applicable') return 'The picture is too small or its pixels cannot be decoded; invisible marks were not looked for.';
  if (finding.outcome !== 'suspicious') return 'No known invisible mark was decoded. Compression and scaling remove it; that means nothing.';
  return `The invisible mark written by ${names[factText(finding, 'payload')] ?? factText(finding, 'payload')} reference code was decoded: ${factText(finding, 'matchingBits')} of ${factText(finding, 'payloadBits')} bits agree.`;
}

export const text: Record<Language, AnalyserText> = {
  zh: {
    name: '不可见水印（dwtDct）',
    summary: zh,
    look: '看解出的比特与 Stable Diffusion 1.x、SDXL、FLUX 公开写入的固定内容相符多少位。',
    ignore: '一次 JPEG 压缩或缩放通常就会清除它，没有不说明任何问题。',
    alternatives: '极少数图案可能碰巧相符；用这类软件处理过的真实照片也会带上该水印。',
  },
  en: {
    name: 'Invisible mark (dwtDct)',
    summary: en,
    look: 'How many decoded bits agree with the fixed payloads that Stable Diffusion 1.x, SDXL and FLUX publish.',
    ignore: 'One JPEG save or resize usually removes it; a missing one means nothing.',
    alternatives: 'A rare pattern may agree by chance; a real photograph passed through such software carries the mark as well.',
  },
};
