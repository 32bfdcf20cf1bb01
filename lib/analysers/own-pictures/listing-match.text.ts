import type { Finding } from '../../case/finding';
import type { AnalyserText, Language } from '../analyser';
import { fact, factText } from '../fact-value';

const percent = (finding: Finding) => {
  const share = 100 * Number(fact(finding, 'share') ?? 0);
  return share < 0.1 ? '<0.1' : share.toFixed(1);
};

function zh(finding: Finding): string {
  if (finding.outcome === 'not-applicable') return factText(finding, 'reason') === 'no-reference' ? '案卷中没有商品图可供比对；可添加商品图后重新检验。' : '商品图无法读取，未能比对；请换一张清晰的商品图再试。';
  const mirrored = fact(finding, 'mirrored') === true ? '(左右镜像后)' : '';
  switch (factText(finding, 'verdict')) {
    case 'same-picture-altered':
      return `买家图片${mirrored}与商品图连同背景重合，仅标出的区域不同（占画面 ${percent(finding)}%）。`;
    case 'same-picture-unaltered':
      if (finding.strength === 0) return `买家图片${mirrored}中含有商品图（占画面 ${Math.round(100 * Number(fact(finding, 'coverage') ?? 0))}%），未见不同之处；截图、拼图常用来指认款式或转述页面，不计分。`;
      if (factText(finding, 'exposure') === 'untold') return `买家图片${mirrored}与商品图连同背景逐点重合，未见不同之处；但细小噪点未保留下来，无法与同一机位先后拍摄的另一张照片区分。`;
      return `买家图片${mirrored}与商品图连同背景重合，未见不同之处：画面是商品图本身，不是收到货后另行拍摄的。`;
    case 'same-printed-surface':
      return '两图中有一块印刷面或局部重合，其余画面不同；同款包装、封面、标签本来就会如此，不计分。';
    case 'same-article-another-photograph':
      if (factText(finding, 'exposure') === 'own') return '两图逐点重合，但各有自己的噪点：应为同一机位先后拍摄的两张照片，不计分。';
      if (factText(finding, 'exposure') === 'untold') return '两图逐点重合，但留存的噪点不足以区分复制件与同一机位另拍的一张，不计分。';
      return '两图有相似的局部，但画面整体不重合，应为同款或同一场景的另一张照片，不计分。';
    default:
      return `与 ${factText(finding, 'compared')} 张商品图比对，均不重合。`;
  }
}

function en(finding: Finding): string {
  if (finding.outcome === 'not-applicable') return factText(finding, 'reason') === 'no-reference' ? 'The case holds no picture of yours to compare with; add one and examine again.' : 'Your pictures could not be read, nothing was compared; try another copy.';
  const mirrored = fact(finding, 'mirrored') === true ? ' (mirrored)' : '';
  switch (factText(finding, 'verdict')) {
    case 'same-picture-altered':
      return `The buyer's picture${mirrored} coincides with your listing picture, background included, except in the marked area (${percent(finding)} % of the frame).`;
    case 'same-picture-unaltered':
      if (finding.strength === 0) return `The buyer's picture${mirrored} contains your listing picture (${Math.round(100 * Number(fact(finding, 'coverage') ?? 0))} % of the frame) without a difference; screenshots and collages mostly point at a variant or retell the page. It does not count.`;
      if (factText(finding, 'exposure') === 'untold') return `The buyer's picture${mirrored} coincides with your listing picture point by point, background included; but too little of the fine noise is left to tell a copy from a second exposure from the same position.`;
      return `The buyer's picture${mirrored} coincides with your listing picture, background included, without a difference: it is that picture, not a photograph taken after delivery.`;
    case 'same-printed-surface':
      return 'A printed surface or a part coincides in both pictures while the rest differs; identical packaging, covers and tags do that. It does not count.';
    case 'same-article-another-photograph':
      if (factText(finding, 'exposure') === 'own') return 'Both pictures coincide point by point, but each has noise of its own: most likely two photographs taken from one position. It does not count.';
      if (factText(finding, 'exposure') === 'untold') return 'Both pictures coincide point by point, but too little noise is left to tell a copy from a second exposure from the same position. It does not count.';
      return 'Parts look alike, but the pictures as a whole do not coincide: another photograph of the same kind of article or place. It does not count.';
    default:
      return `Compared with ${factText(finding, 'compared')} of your pictures; none coincides.`;
  }
}

export const text: Record<Language, AnalyserText> = {
  zh: {
    name: '与商品图比对',
    summary: zh,
    look: '看背景、阴影、褶皱等不属于印刷图案的细节是否逐点重合；滑动或闪烁对比，留意标出的区域。',
    ignore: '裁剪、缩放、压缩、调色、截屏边框和文字条造成的不同；同款包装的印刷图案相同属正常。',
    alternatives: '买家可能转发商品图来指认款式或位置，而非当作实拍；商家与买家若在同一机位几秒内各拍一张，也可能几乎重合；商品图若取自第三方，买家的图片可能同源。',
  },
  en: {
    name: 'Comparison with your pictures',
    summary: en,
    look: 'Whether details that are not printed (background, shadows, folds) coincide point by point; use the slider or the blink view and see the marked area.',
    ignore: 'Differences from cropping, scaling, compression, colour changes, screenshot borders and text bars. Identical print on packaging is normal.',
    alternatives: 'The buyer may have forwarded the listing picture to point at a variant or a place, not as a photograph; two exposures from one fixed position within seconds nearly coincide; a listing picture taken from a third party may be the source of both.',
  },
};
