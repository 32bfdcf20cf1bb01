import type { LetterCase } from './letter-case';

export const askIds = ['human-review', 'read-original', 'hold', 'more-evidence', 'keep-records'] as const;
export type AskId = (typeof askIds)[number];

interface AskWords {
  long(letter: LetterCase): string;
  medium(letter: LetterCase): string;
  short(letter: LetterCase): string;
}

const undone = (letter: LetterCase) => letter.conduct.forcedRefundOnly === true && letter.input.claim.refundType === 'refund-only';

/** The steps a letter to the platform may ask for, in the order it asks. No final stops: the letter joins them. */
export const asks: Record<AskId, AskWords> = {
  'human-review': {
    long: () => '由人工复核本次售后申请及双方全部举证材料，并将处理结果及其事实、理由和依据告知本店',
    medium: () => '人工复核并告知处理的事实、理由和依据',
    short: () => '人工复核',
  },
  'read-original': {
    long: () => '读取买家上传的原始文件，核验其中的生成合成内容标识',
    medium: () => '读取原始文件核验标识',
    short: () => '核验原始文件中的标识',
  },
  hold: {
    long: (letter) => (undone(letter) ? '复核并撤销已作出的仅退款处理，恢复相应货款' : `在事实查明之前暂缓${letter.remedy}`),
    medium: (letter) => (undone(letter) ? '撤销已作出的仅退款处理' : `事实查明前暂缓${letter.remedy}`),
    short: (letter) => (undone(letter) ? '撤销仅退款处理' : `暂缓${letter.remedy}`),
  },
  'more-evidence': {
    long: () => '要求买家补充：与快递面单同框、能看清商品整体和所称问题部位的新拍照片，连续拍摄的短视频，以及举证图片的手机原图文件',
    medium: () => '要求买家补充带快递面单的新照片、短视频及手机原图',
    short: () => '要求买家补充视频及原图',
  },
  'keep-records': {
    long: () => '完整保留买家上传的原始文件、上传时间、聊天记录和处理记录，以备核查',
    medium: () => '保留原始上传文件及处理记录',
    short: () => '保留证据',
  },
};
