import type { Finding } from '../../case/finding';
import type { AnalyserText, Language } from '../analyser';
import { fact, factText } from '../fact-value';

function zh(finding: Finding): string {
  if (finding.outcome === 'not-applicable') return '图片不是无损格式，像素末位没有可读的信息。';
  if (finding.outcome !== 'suspicious') return '像素末位没有读到生成参数；没有不说明任何问题。';
  const where = factText(finding, 'channel') === 'alpha' ? '透明度' : '颜色';
  const content = fact(finding, 'readable') === true ? '内容为生成参数，可展开查看' : '其后的内容已不完整';
  return `${where}通道的像素末位藏有图像生成软件写入的签名“${factText(finding, 'signature')}”，${content}。`;
}

function en(finding: Finding): string {
  if (finding.outcome === 'not-applicable') return 'The picture is not stored losslessly; its lowest bits hold nothing readable.';
  if (finding.outcome !== 'suspicious') return 'No generation settings were read from the lowest bits; that means nothing.';
  const content = fact(finding, 'readable') === true ? 'followed by generation settings (see raw text)' : 'what follows is no longer complete';
  return `The lowest bits of the ${factText(finding, 'channel') === 'alpha' ? 'alpha' : 'colour'} channel hold the signature “${factText(finding, 'signature')}” that image generators write, ${content}.`;
}

export const text: Record<Language, AnalyserText> = {
  zh: {
    name: '隐藏的生成参数',
    summary: zh,
    look: '看 NovelAI 与 Stable Diffusion 扩展写入像素末位的 120 位签名，以及其后的提示词、步数等参数。',
    ignore: '有损压缩（JPEG、平台转存）会清除它，没有不说明任何问题。',
    alternatives: '这类软件也能只对真实照片做放大或修补；参数文字可展开核对。',
  },
  en: {
    name: 'Hidden generation settings',
    summary: en,
    look: 'The 120-bit signature that NovelAI and Stable Diffusion extensions write into the lowest bits, and the prompt and settings after it.',
    ignore: 'Lossy compression (JPEG, marketplace copies) removes it; a missing one means nothing.',
    alternatives: 'Such programs can also merely enlarge or repair a real photograph; the text can be opened and checked.',
  },
};
