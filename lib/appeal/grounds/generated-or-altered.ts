import { defineGround } from '../ground';
import { cite, say } from '../prose';
import { truthDuty, truthDutyIds, truthRefs } from '../truth-duty';
import { reaches } from '../wording';

/**
 * Findings support that a picture was generated or edited. The stronger the band, the more is reserved: revocation
 * (which only a court or arbitral body grants) from moderate, the regulations on consumer protection above that.
 */
export const generatedOrAltered = defineGround({
  id: 'generated-or-altered',
  title: '图片是否经AI生成或编辑需要核实',
  concerns: 'picture',
  cites: [...truthDutyIds, 'cc-148', 'cpr-49', 'ds-6'],
  asks: ['more-evidence'],
  appliesWhen: (letter) => letter.images.some((image) => image.alteration !== 'none'),
  argue(letter) {
    const atLeast = (band: 'moderate' | 'moderately-strong') => letter.images.some((image) => reaches(image.alteration, band));
    return {
      long: [
        say`售后举证应当如实反映买家收到的商品；图片如经生成或者编辑，即不宜直接作为认定商品存在问题的依据，需以原始文件和实物核实。`,
        ...truthDuty(letter),
        ...(atLeast('moderately-strong') && !letter.voice.betweenBusinesses ? letter.choose(say`如经核实${letter.remedy}申请以不实材料为依据，${cite('cpr-49 第二款')}等规定可供平台处理退款、赔付时参照。`) : []),
        ...(atLeast('moderate') ? letter.choose(say`本店如已同意${letter.remedy}，保留依据${cite('cc-148')}请求人民法院或者仲裁机构予以撤销的权利。`) : []),
      ],
      medium: letter.choose(...truthRefs(letter).map((id) => say`依${cite(id)}，售后举证应当真实，请以原始文件和实物核实。`), say`售后举证应当真实，请以原始文件和实物核实。`),
    };
  },
  shortest: truthRefs,
});
