import type { Finding } from '../../case/finding';
import type { AnalyserText, Language } from '../analyser';
import { factText } from '../fact-value';

const corners: Record<Language, Record<string, string>> = {
  zh: { 'top-left': '左上角', 'top-centre': '上边缘中部', 'top-right': '右上角', 'bottom-left': '左下角', 'bottom-centre': '下边缘中部', 'bottom-right': '右下角' },
  en: { 'top-left': 'top left', 'top-centre': 'top centre', 'top-right': 'top right', 'bottom-left': 'bottom left', 'bottom-centre': 'bottom centre', 'bottom-right': 'bottom right' },
};
const shapes: Record<Language, Record<string, string>> = {
  zh: { sparkle: '四角星形图案（与 Gemini 所用标记形状相近）', star: '星形图案（与即梦所用标记形状相近）' },
  en: { sparkle: 'a four-point sparkle shaped like the mark Gemini uses', star: 'a star shaped like the mark Jimeng uses' },
};
const place = (finding: Finding, language: Language) => corners[language][factText(finding, 'corner')] ?? factText(finding, 'corner');

function zh(finding: Finding): string {
  if (finding.outcome === 'not-applicable') return '图片太小或像素无法解码，未读取边角处的文字标识。';
  if (finding.outcome !== 'suspicious') return '图片上下边缘未读到已知的 AI 文字标识。标识很容易裁掉，没有不说明任何问题。';
  const size = `高度约为短边的 ${factText(finding, 'heightPercent')}%`;
  if (factText(finding, 'kind') !== 'text') return `${place(finding, 'zh')}可见${shapes.zh[factText(finding, 'kind')] ?? '已知标记图案'}，${size}。仅凭形状，支持程度较低。`;
  return `${place(finding, 'zh')}可见“${factText(finding, 'words')}”字样的标识，${size}。`;
}

function en(finding: Finding): string {
  if (finding.outcome === 'not-applicable') return 'The picture is too small or its pixels cannot be decoded; its edges were not read.';
  if (finding.outcome !== 'suspicious') return 'No known AI mark was read at the upper or lower edge. Marks are easily cropped away; that means nothing.';
  const size = `about ${factText(finding, 'heightPercent')}% of the shorter side high`;
  if (factText(finding, 'kind') !== 'text') return `At the ${place(finding, 'en')} there is ${shapes.en[factText(finding, 'kind')] ?? 'a known shape'}, ${size}. A shape alone supports little.`;
  return `At the ${place(finding, 'en')} the picture is marked “${factText(finding, 'words')}”, ${size}.`;
}

export const text: Record<Language, AnalyserText> = {
  zh: {
    name: '可见的 AI 标识',
    summary: zh,
    look: '放大框出的位置，核对字样、位置与颜色：生成服务的标识通常是叠加在画面边角、颜色单一的半透明小字。',
    ignore: '印在商品、包装或被拍摄屏幕上的文字不算；没有读到标识不能说明图片来源。',
    alternatives: '真实照片经同一应用美化、去背景或扩图后也可能被加上标识；他人也可能自行叠加同样的文字。可见标识不是密码学凭证。',
  },
  en: {
    name: 'Visible AI mark',
    summary: en,
    look: 'Enlarge the outlined place and check words, position and colour: services lay small, single-coloured, often translucent text over a corner or edge.',
    ignore: 'Words printed on goods, on packaging or shown on a photographed screen do not count. Reading no mark says nothing about where a picture came from.',
    alternatives: 'A photograph retouched, cut out or extended in the same app may be marked as well, and anyone can lay such words over a picture. A visible mark is no cryptographic proof.',
  },
};
