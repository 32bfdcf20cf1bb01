import type { Finding } from '../../case/finding';
import type { AnalyserText, Language } from '../analyser';
import { fact, factText } from '../fact-value';

const bandNames: Record<Language, Record<string, string>> = {
  zh: { 'jpeg-fine': 'JPEG 较高质量', 'jpeg-middle': 'JPEG 中等质量', 'jpeg-coarse': 'JPEG 较低质量', other: '非 JPEG 格式' },
  en: { 'jpeg-fine': 'JPEG, finer', 'jpeg-middle': 'JPEG, middling', 'jpeg-coarse': 'JPEG, coarse', other: 'not JPEG' },
};

const reasons: Record<Language, Record<string, string>> = {
  zh: { 'no-classifier': '分类模型未能加载，其他检测不受影响。', 'too-small': '图片太小，模型无法评分。', 'not-calibrated': '模型与校准数据版本不一致，不作解释。' },
  en: { 'no-classifier': 'The model did not load; the other checks are not affected.', 'too-small': 'The picture is too small for the model.', 'not-calibrated': 'Model and calibration do not belong together; no reading is given.' },
};

const number = (finding: Finding, key: string): string => Number(fact(finding, key) ?? 0).toFixed(2);
const measured = (finding: Finding, language: Language): string => {
  const band = bandNames[language][factText(finding, 'qualityBand')] ?? factText(finding, 'qualityBand');
  return language === 'zh'
    ? `log10 似然比 ${number(finding, 'log10LR')}，取自 ${factText(finding, 'tiles')} 个区域；该画质档（${band}）以 ${factText(finding, 'calibratedOn')} 张真实照片校准`
    : `log10 likelihood ratio ${number(finding, 'log10LR')} from ${factText(finding, 'tiles')} areas; this quality band (${band}) was calibrated on ${factText(finding, 'calibratedOn')} genuine photographs`;
};

/** Where the shop gave photographs of its own: how many of them reach this value, and what the bound promises. */
function besideShop(finding: Finding, language: Language): string {
  const own = fact(finding, 'shopPhotographs');
  if (own === undefined) return '';
  const above = Number(fact(finding, 'logit')) > Number(fact(finding, 'shopBound'));
  const reached = factText(finding, 'shopReached');
  const percent = Number(fact(finding, 'shopRate')) * 100;
  if (language === 'zh') return `本店 ${own} 张已认可照片中有 ${reached} 张达到此值，${above ? `已超出本店界限（同类真实照片超出的概率不高于 ${percent} %）` : '未超出本店界限'}。`;
  return ` Of ${own} photographs your shop accepted, ${reached} reach this value; it ${above ? `exceeds your shop’s bound (a genuine photograph like those exceeds it with a probability of at most ${percent} %)` : 'stays within your shop’s bound'}.`;
}

function zhReading(finding: Finding): string {
  if (finding.outcome === 'not-applicable') return `试验：${reasons.zh[factText(finding, 'reason')] ?? '不适用。'}`;
  if (finding.outcome === 'suspicious') return `试验：像素纹理与生成图像的相近程度高于一般真实照片（${measured(finding, 'zh')}）。此项不计入或仅少量计入评分。`;
  if (finding.outcome === 'consistent') return `试验：像素纹理与一般真实照片相近（${measured(finding, 'zh')}）。这不证明照片真实。`;
  return `试验：模型无法区分（${measured(finding, 'zh')}）。`;
}

function enReading(finding: Finding): string {
  if (finding.outcome === 'not-applicable') return `On trial: ${reasons.en[factText(finding, 'reason')] ?? 'not applicable.'}`;
  if (finding.outcome === 'suspicious') return `On trial: the fine texture is more like generated pictures than ordinary photographs are (${measured(finding, 'en')}). It counts little or nothing in the score.`;
  if (finding.outcome === 'consistent') return `On trial: the fine texture is like that of ordinary photographs (${measured(finding, 'en')}). This does not show that the photograph is genuine.`;
  return `On trial: the model cannot tell (${measured(finding, 'en')}).`;
}

const zh = (finding: Finding): string => zhReading(finding) + besideShop(finding, 'zh');
const en = (finding: Finding): string => enReading(finding) + besideShop(finding, 'en');

export const text: Record<Language, AnalyserText> = {
  zh: {
    name: '像素分类模型（试验）',
    summary: zh,
    look: '看似然比大小与校准所用照片数；与标识、图片比对等其他发现是否一致。可在设置中“校准到我的店铺”。',
    ignore: '不要把它当作“AI 概率”。平台压缩会抹去大部分细微痕迹；模型在不少新的生成工具上看不出差别。',
    alternatives: '美颜、夜景降噪、锐化、人像虚化、放大、棚拍和去背景的真实照片也可能得到较高的值。',
  },
  en: {
    name: 'Pixel classifier (on trial)',
    summary: en,
    look: 'The size of the ratio and how many photographs stand behind it; whether labels, picture comparison and the other findings agree. It can be calibrated to your shop in the options.',
    ignore: 'It is no “probability of AI”. Marketplace compression removes most fine traces, and the model sees no difference with many newer generators.',
    alternatives: 'Genuine photographs with beauty filters, night denoise, sharpening, portrait blur, enlargement, studio light or a removed background may score high as well.',
  },
};
