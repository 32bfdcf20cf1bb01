import { bands, type Band } from '../case/assessment';
import { propositionText } from '../scoring/proposition';

/** Words of strength after the ENFSI guideline for evaluative reporting (2015). `none` has none: nothing is claimed. */
export const strengthWords: Record<Exclude<Band, 'none'>, string> = {
  limited: '有限程度支持',
  moderate: '中等程度支持',
  'moderately-strong': '中等偏强程度支持',
  strong: '较强程度支持',
  'very-strong': '很强程度支持',
};

export const reaches = (band: Band, floor: Band): boolean => bands.indexOf(band) >= bands.indexOf(floor);

/** The only words in which letter and report say how strong a result is. `pictures` names whose result it is. */
export const supportPhrase = (band: Exclude<Band, 'none'>, pictures: readonly string[] = [], proposition: string = propositionText.zh.alteration): string => {
  const whose = pictures.length > 0 ? `${pictures.join('、')}的` : '';
  return `${whose}检测结果${pictures.length > 1 ? '均' : ''}对“${proposition}”提供${strengthWords[band]}`;
};

export const notAnOpinion = '不构成鉴定意见';

/** What no letter may say, in any recipient's form. Law names (诈骗) stay possible; judgements about a person or a picture do not. */
export const forbiddenWords: readonly string[] = [
  '造假', '作假', '假图', '假照', '假货', '假冒', '伪造', '伪证', '骗子', '骗取', '骗退', '骗钱', '欺骗', '行骗', '诈骗犯', '诈骗分子', '构成诈骗', '构成犯罪',
  '已证实', '证实', '已证明', '足以证明', '确凿', '铁证', '毫无疑问', '确系', '百分之百', '百分百', '100%', '100％', '鉴定结论', '鉴定为', '经鉴定',
  '恶意买家', '职业打假', '羊毛党', '黑产', '敲诈', '勒索', '无赖', '罪犯', '犯罪分子', '违法者', '平台违反标识', '签收即视为',
];

export const forbiddenIn = (text: string): string[] => forbiddenWords.filter((word) => text.includes(word));
