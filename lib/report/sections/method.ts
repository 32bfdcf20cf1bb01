import { analysers as registered } from '../../analysers/index';
import { bandText } from '../../scoring/band-text';
import { bandFloors } from '../../scoring/bands';
import { weights as table, type FalseAlarms } from '../../scoring/weights';
import type { Block, Section } from '../document';
import type { Material } from '../build-document';

/** Wilson score interval (1927) at 95 %, in percent. */
export function wilson({ alarms, genuine }: Pick<FalseAlarms, 'alarms' | 'genuine'>): [number, number] {
  const z = 1.959964;
  const p = alarms / genuine;
  const centre = p + (z * z) / (2 * genuine);
  const half = z * Math.sqrt((p * (1 - p)) / genuine + (z * z) / (4 * genuine * genuine));
  const scale = 100 / (1 + (z * z) / genuine);
  return [Math.max(0, (centre - half) * scale), Math.min(100, (centre + half) * scale)];
}

function falseAlarmTable({ input }: Material): Block[] {
  const names = new Map((input.analysers ?? registered).map((one) => [one.id, one.text.zh.name]));
  const rows = Object.entries(input.weights ?? table).flatMap(([id, row]) => {
    if (!row.falseAlarms || row.falseAlarms.genuine === 0) return [];
    const { alarms, genuine } = row.falseAlarms;
    const [low, high] = wilson(row.falseAlarms);
    return [[names.get(id) ?? id, String(alarms), String(genuine), `${low.toFixed(1)}–${high.toFixed(1)} %`, row.weight.toFixed(2)]];
  });
  if (rows.length === 0) return [];
  return [
    { type: 'heading', text: '各检测项在实拍照片上的误报' },
    { type: 'table', columns: [{ title: '检测项', share: 0.36 }, { title: '误报', share: 0.13, align: 'right' }, { title: '实拍照片', share: 0.15, align: 'right' }, { title: '误报率 95 % 区间', share: 0.22, align: 'right' }, { title: '权重', share: 0.14, align: 'right' }], rows },
    { type: 'paragraph', tone: 'soft', text: '误报在已知为实拍的照片上逐项计数，区间为威尔逊区间。照片的构成与重新计数的命令随工具源代码发布（lib/scoring/weights.ts）。' },
  ];
}

/** What was compared with what, how it is summed, and what it cannot say. */
export function methodSection(material: Material): Section {
  const { tool } = material.input;
  const blocks: Block[] = [
    { type: 'heading', text: '比较的两种情形' },
    { type: 'list', items: ['情形甲：图片由软件生成，或拍摄后经软件修改内容。', '情形乙：图片为相机实拍，仅经平台转存（重新压缩、缩放、清除元数据）。'] },
    { type: 'paragraph', text: '每项检测给出 log10 似然比，即该发现在情形甲下比在情形乙下常见多少个数量级。各项按权重与上限相加；同类检测共用上限，以免同一痕迹重复计算。未能检测与不适用的项目不计分。' },
    { type: 'table', columns: [{ title: '支持程度', share: 0.3 }, { title: 'log10 似然比', share: 0.35 }, { title: '分数', share: 0.35 }], rows: bandFloors.map((floor, index) => [bandText.zh[floor.band], bandFloors[index + 1] ? `${floor.from} 至 ${bandFloors[index + 1]!.from}` : `${floor.from} 及以上`, bandFloors[index + 1] ? `${floor.score}–${bandFloors[index + 1]!.score - 1}` : `${floor.score}–100`]) },
    ...falseAlarmTable(material),
    { type: 'heading', text: '局限' },
    {
      type: 'list',
      items: [
        '分数表示支持程度，不是概率；得出概率还需要图片以外的情况，本工具不作判断。',
        '未见痕迹不能证明图片为实拍；平台转存会清除元数据并削弱像素痕迹。',
        '图片为实拍，也可能拍的是另一件商品；本工具只检验图片文件。',
        '来源标识与元数据可以被删除，也可以被人添加；带有标识只说明文件中写有该标识。',
        '取得的若为平台预览图或缩略图，检测能力低于原图，各图已注明取得的版本。',
        '全部检验在商家设备上完成，图片未上传到任何第三方。',
      ],
    },
    { type: 'heading', text: '复核方法' },
    { type: 'paragraph', text: `任何人可用同一版本工具（验图 Yantu ${tool.version}${tool.model ? `，模型 ${tool.model}` : ''}）对证据包 originals/ 中的原始文件重新检验，并与 findings.json 逐项比对；也可请买家提供原始照片文件，或按约定动作重新拍摄视频。` },
  ];
  return { id: 'method', title: '方法与局限', level: 1, newPage: true, blocks };
}
