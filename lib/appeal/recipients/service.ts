import { labelledService, type LabelledService } from '../named-observations';
import type { Block } from '../fit';
import { DraftRefused } from '../input';
import type { LetterCase, LetterImage } from '../letter-case';
import { filled, heading, lawClause, longObservation, numberHeadings, party, shortForms, text, usableRefs } from '../passages';
import { cite, quote, say, type Sentence } from '../prose';
import type { Recipient } from '../recipient';
import { shows } from '../truth-duty';
import { notAnOpinion } from '../wording';
import { chineseDay } from '../written';

const misuse = '提供者发现使用者利用生成式人工智能服务从事违法活动的，应当依法依约采取警示、限制功能、暂停或者终止向其提供服务等处置措施，保存有关记录，并向有关主管部门报告。';
const logs = '深度合成服务提供者对使用其服务生成或者编辑的信息内容，应当采取技术措施添加不影响用户使用的标识，并依照法律、行政法规和国家有关规定保存日志信息。';

const labelled = (letter: LetterCase): LetterImage[] => letter.telling.filter((image) => image.observations.some((one) => one.kind === 'label' || one.kind === 'visible-label'));

/** The service that the strongest label names, if any label does. */
function named(letter: LetterCase): LabelledService | null {
  for (const image of labelled(letter))
    for (const finding of image.findings) {
      if (finding.analyser !== 'ai-label' || finding.outcome !== 'suspicious') continue;
      const service = labelledService(finding);
      if (service) return service;
    }
  return null;
}

function addressee(letter: LetterCase): string {
  const service = named(letter);
  if (!service) return '网信部门';
  if (!service.name) return `标识所载编码为${service.code}的${service.role}`;
  return `标识所载${service.code ? '编码对应的' : ''}${service.role}——${service.name}`;
}

const spread = '有前款第一项至第三项情形的，应当在文件元数据中添加生成合成内容属性信息、传播平台名称或者编码、内容编号等传播要素信息。';

const isPropagator = (letter: LetterCase) => named(letter)?.role === '内容传播服务提供者';

const keepLabels = (letter: LetterCase): Sentence[] =>
  letter.choose(say`${cite('label-10 第二款')}规定任何组织和个人不得恶意删除、篡改、隐匿上述标识。`, say`${cite('ds-18')}规定任何组织和个人不得采用技术手段删除、篡改、隐匿上述标识。`);

/** Duties of the service addressed: one that generates keeps labels and logs, one that spreads keeps its notice. */
const legal = (letter: LetterCase): Sentence[] =>
  isPropagator(letter)
    ? [...letter.choose(say`${cite('label-6 第二款')}规定：${quote('label-6', spread)}`), ...keepLabels(letter)]
    : [
        ...letter.choose(say`${cite('ds-16')}规定：${quote('ds-16', logs)}`),
        ...letter.choose(say`${cite('label-4', 'label-5')}分别对图片的显式标识和文件元数据中的隐式标识作了规定。`),
        ...keepLabels(letter),
        ...letter.choose(say`${cite('gai-14 第二款')}规定：${quote('gai-14', misuse)}`, say`${cite('ds-10 第三款')}对发现违法和不良信息后的处置和记录作了规定。`),
      ];

const refs = (letter: LetterCase): string[] => (isPropagator(letter) ? ['label-6 第二款', 'label-10 第二款', 'ds-18'] : ['ds-16', shows(letter, 'label') ? 'label-5' : 'label-4', 'gai-14 第二款']);

/** To the authority alone where no service is named; otherwise what that service can look up itself. */
function requests(letter: LetterCase): string[] {
  if (!named(letter)) return ['核查该图片由何种服务生成或者编辑，其标识是否曾被去除', '督促相关服务依法保存日志和记录，供有权机关调取', '经核实存在利用生成合成服务损害他人合法权益情形的，依法处理', '将核查结果告知本店'];
  return [
    isPropagator(letter)
      ? '按标识中的内容编号核查该标识是否由贵方添加及其依据（编号见所附原始文件）'
      : '按标识中的内容编号核查该图片是否由贵方服务生成或者编辑（编号见所附原始文件），并核查其显式标识是否曾被去除',
    '依法保存相关日志和记录，供有权机关调取',
    '经核实存在利用贵方服务损害他人合法权益情形的，依法依约采取处置措施，并向有关主管部门报告',
    '在不披露用户个人信息的前提下，将核查结果告知本店',
  ];
}

/** The day given for the upload, else that of the claim it came with. */
const uploadedOn = ({ input, appliedOn }: LetterCase): string => (input.dates?.uploaded ? `于${chineseDay(input.dates.uploaded)}` : appliedOn ? `于${appliedOn}` : '');

function long(letter: LetterCase): Block[] {
  const toAuthority = addressee(letter) === '网信部门';
  return numberHeadings(
    filled([
      text('title', say`关于生成合成内容标识线索的函（订单编号${letter.order}）`),
      text('summary', say`摘要：`, ...shortForms(labelled(letter)[0]!)[0]!, say`请核查该标识的来源与完整，保存日志并告知核查结果。`),
      text('addressee', say`致：${addressee(letter)}`),
      text('copy', ...(toAuthority ? [] : [say`抄送：网信部门`])),
      text('sender', ...party(letter, '发函人')),
      heading('facts-heading', '情况'),
      text('facts', say`本店在处理订单编号${letter.order}的售后申请时，收到买家${uploadedOn(letter)}提交的举证图片，发现下列标识：`),
      ...labelled(letter).slice(0, 6).map((image, index) => text(`finding-${index + 1}`, say`${`${index + 1}. `}`, longObservation(image))),
      text('limits', say`以上为对文件的技术查验所见，${notAnOpinion}。本函不涉及对任何个人的评价，也不提供买家的个人信息。`),
      heading('law-heading', '依据'),
      text('law', ...legal(letter)),
      heading('requests-heading', '请求'),
      ...requests(letter).map((request, index) => text(`request-${index + 1}`, say`${`${index + 1}. ${request}。`}`)),
      text('authority', ...(toAuthority ? [] : letter.choose(say`请网信部门依职责对上述标识线索予以核查（${cite('label-13')}）。`, say`请网信部门依职责对上述标识线索予以核查。`))),
      text('attachments', say`附件：载有标识的图片原始文件及SHA-256清单；检测记录。`),
    ]),
  );
}

function brief(letter: LetterCase, length: 500 | 200): Block[] {
  const image = labelled(letter)[0]!;
  const named = usableRefs(letter, refs(letter), length === 500 ? 3 : 2);
  return filled([
    { id: 'facts', forms: [[say`致${addressee(letter)}：本店处理订单${letter.order}的售后申请时收到的图片，发现下列标识。`], [say`本店处理订单${letter.order}的售后申请时收到下列图片。`]], costs: [30] },
    { id: 'finding', runOn: true, forms: shortForms(image), costs: [10, 25] },
    { id: 'limits', runOn: true, forms: [[say`以上${notAnOpinion}。`]] },
    { id: 'law', runOn: length === 200, forms: [lawClause(named), lawClause(named.slice(0, 1))], costs: [20] },
    { id: 'requests', runOn: true, forms: length === 500 ? [[say`请求：${requests(letter).map((request, index) => `${index + 1}. ${request}`).join('；')}。`]] : [[say`请核查该图片及标识的来源、标识是否曾被改动，保存日志并告知核查结果。`], [say`请核查并保存相关日志。`]], costs: [40] },
  ]);
}

/** To the service that the label names, with a copy to the cyberspace authority. Nothing about the buyer leaves the shop. */
export const service: Recipient = {
  id: 'service',
  title: '标识所载服务与网信部门',
  annex: true,
  concerns: (ground) => ground.id === 'label-found',
  check(letter, grounds) {
    if (labelled(letter).length === 0) throw new DraftRefused('no-label', '没有在图片中发现生成合成内容标识，不知道应联系哪一家服务，不能生成此函。可改选平台申诉。');
    if (grounds.length === 0) throw new DraftRefused('no-grounds', '“标识”理由已关闭，此函没有可写的内容。');
    if (!named(letter)?.name) letter.warn('service-unnamed');
  },
  blocks: (letter, length) => (length === 'long' ? long(letter) : brief(letter, length)),
  advice: () => [
    '附上原始文件本身：标识在文件元数据里，截图或聊天转发会使其丢失。',
    '标识是普通文字，可被写入也可被清除：是否由该服务生成，以其核查为准。',
    '标识里的内容编号可能含有账号信息，只随原始文件提交给该服务或有权机关，不要公开。',
  ],
};
