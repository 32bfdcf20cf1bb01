import type { Finding } from '../../case/finding';
import type { AnalyserText, Language } from '../analyser';
import { fact, factText } from '../fact-value';
import { reasonText } from '../trace-reason';

const percent = (finding: Finding) => `${(Number(fact(finding, 'areaShare')) * 100).toFixed(1)}%`;
const grid = (finding: Finding, axes: [string, string]) => `(${factText(finding, axes[0])},${factText(finding, axes[1])})`;

const zh = (finding: Finding): string => {
  if (finding.outcome === 'not-applicable') return reasonText(finding, 'zh');
  const whole = fact(finding, 'shifted') === true ? `整幅图片曾在错位 ${grid(finding, ['gridX', 'gridY'])} 的网格上保存过（裁剪后再保存即会如此，常见，不计分）。` : '';
  if (fact(finding, 'kind') === undefined) return whole || '未见与现有网格错位的更早一次 JPEG 压缩（平台缩放会抹去更早的痕迹）。';
  const part = `约 ${percent(finding)} 的区域带有自己的更早压缩网格 ${grid(finding, ['foreignX', 'foreignY'])}，同样平整的其余部分没有（log10 NFA ${factText(finding, 'log10NFA')}）`;
  return `${whole}${part}，${finding.outcome === 'suspicious' ? '与“该处取自另一张 JPEG 图片”的情形相符。' : '强度不足以计分，仅供查看。'}`;
};

const en = (finding: Finding): string => {
  if (finding.outcome === 'not-applicable') return reasonText(finding, 'en');
  const whole = fact(finding, 'shifted') === true ? `The whole picture was saved before on a grid shifted by ${grid(finding, ['gridX', 'gridY'])}, as cropping and saving again does (common, not scored). ` : '';
  if (fact(finding, 'kind') === undefined) return whole.trim() || 'No earlier JPEG save on a shifted grid is to be seen (resizing by a marketplace erases it).';
  const part = `About ${percent(finding)} carries an earlier grid of its own ${grid(finding, ['foreignX', 'foreignY'])} which equally smooth parts elsewhere lack (log10 NFA ${factText(finding, 'log10NFA')})`;
  return `${whole}${part}${finding.outcome === 'suspicious' ? ', as when it comes from another JPEG picture.' : '; too weak to score, shown only.'}`;
};

export const text: Record<Language, AnalyserText> = {
  zh: {
    name: '错位的二次压缩',
    summary: zh,
    look: '看轮廓内是否正好是争议的破损、污渍等内容，而不是贴纸、水印或拼图的一格。',
    ignore: '整幅图片的错位网格只说明保存后又裁剪、再保存；轮廓由 128 像素的方格拼成，边界只是大致位置。',
    alternatives: '拼图、聊天软件贴纸、截图中嵌入的图片、由应用合成的水印，都会让局部带有自己的压缩网格。',
  },
  en: {
    name: 'Shifted double compression',
    summary: en,
    look: 'Whether the outline holds just the disputed damage or stain, rather than a sticker, a watermark or one cell of a collage.',
    ignore: 'A shifted grid of the whole only means cropped after a save and saved again. Outlines are made of squares of 128 px: the border is rough.',
    alternatives: 'Collages, stickers, pictures within a screenshot and watermarks put in by an app carry a grid of their own.',
  },
};
