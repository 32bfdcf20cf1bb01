import { defineGround } from '../ground';
import type { LetterCase } from '../letter-case';
import { cite, quote, say } from '../prose';
import { shows } from '../truth-duty';

const duty = '服务提供者应当按照《互联网信息服务深度合成管理规定》第十六条的规定，在生成合成内容的文件元数据中添加隐式标识，隐式标识包含生成合成内容属性信息、服务提供者名称或者编码、内容编号等制作要素信息。';
const earlierDuty = '深度合成服务提供者对使用其服务生成或者编辑的信息内容，应当采取技术措施添加不影响用户使用的标识，并依照法律、行政法规和国家有关规定保存日志信息。';
const spread = '有前款第一项至第三项情形的，应当在文件元数据中添加生成合成内容属性信息、传播平台名称或者编码、内容编号等传播要素信息。';
const explicit = '显式标识是指在生成合成内容或者交互场景界面中添加的，以文字、声音、图形等方式呈现并可以被用户明显感知到的标识。';

const byPropagatorOnly = (letter: LetterCase): boolean => {
  const labels = letter.images.flatMap((image) => image.observations.filter((one) => one.kind === 'label'));
  return labels.length > 0 && labels.every((one) => one.byPropagator);
};

/**
 * A label of generated content in the file or on the picture. The labelling measures hold for uploads from 2025-09-01;
 * article 6 is about publishing to the public, so it is only referred to (参照). Earlier: the deep synthesis provisions.
 */
export const labelFound = defineGround({
  id: 'label-found',
  title: '图片带有人工智能生成合成内容标识',
  concerns: 'picture',
  cites: ['label-5', 'label-3', 'label-6', 'label-10', 'ds-16', 'ds-18'],
  asks: ['read-original'],
  appliesWhen: (letter) => shows(letter, 'label', 'visible-label'),
  argue(letter) {
    const inFile = shows(letter, 'label');
    const spreadOnly = byPropagatorOnly(letter);
    const long = inFile
      ? [
          ...letter.choose(
            ...(spreadOnly ? [say`${cite('label-6 第二款')}规定：${quote('label-6', spread)}上述标识与该款所称传播要素信息相符，平台读取买家上传的原始文件即可核验。`] : []),
            say`${cite('label-5')}规定：${quote('label-5', duty)}上述标识与该条所称隐式标识相符，平台读取买家上传的原始文件即可核验。`,
            say`${cite('ds-16')}规定：${quote('ds-16', earlierDuty)}上述标识即此类信息，平台读取买家上传的原始文件即可核验。`,
          ),
        ]
      : letter.choose(say`${cite('label-3')}载明：${quote('label-3', explicit)}上述画面提示与该条所称显式标识相符，平台查看买家上传的原始图片即可核验。`, say`该提示标识可由平台查看买家上传的原始图片核验（${cite('ds-16')}）。`);
    const care = [
      ...letter.choose(say`请平台参照${cite('label-6')}关于核验文件元数据、检测显式标识的做法处理本次举证图片。`),
      ...letter.choose(say`依${cite('label-10 第二款')}，任何组织和个人不得恶意删除、篡改、隐匿此类标识，请完整保留载有该标识的原始文件。`, say`依${cite('ds-18')}，任何组织和个人不得采用技术手段删除、篡改、隐匿此类标识，请完整保留载有该标识的原始文件。`),
    ];
    const medium = inFile
      ? letter.choose(...(spreadOnly ? [say`该标识与${cite('label-6 第二款')}所称传播要素信息相符，可读取原始文件核验。`] : []), say`该标识与${cite('label-5')}所称隐式标识相符，可读取原始文件核验。`, say`该标识与${cite('ds-16')}所称标识相符，可读取原始文件核验。`)
      : letter.choose(say`该提示与${cite('label-3')}所称显式标识相符，可查看原始图片核验。`, say`该提示可查看原始图片核验（${cite('ds-16')}）。`);
    return { long: [...long, ...care], medium };
  },
  shortest: (letter) => (shows(letter, 'label') ? [...(byPropagatorOnly(letter) ? ['label-6 第二款'] : []), 'label-5', 'ds-16'] : ['label-3', 'ds-16']),
});
