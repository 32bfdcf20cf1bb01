import { vocabularyOf } from './labels';
import type { PlatformRecipe } from './recipe';
import { sectionTitles } from './section-words';
import { compact } from './text';
import { typeWords } from './refund-type';
import { actionWords } from './words';

/** Words of statuses and buttons, beside labels, titles and kinds of request, that a sample of a page may keep. */
const others = [
  '待商家处理', '待商家审核', '待商家确认', '待商家收货', '待买家退货', '待买家寄回', '待消费者退货', '待平台处理', '等待卖家处理', '等待买家退货', '待审核', '待处理', '待收货', '退款中', '退款成功', '退款关闭', '售后关闭', '售后完成', '已拒绝', '已撤销', '处理中', '平台介入', '未介入',
  '同意退款', '拒绝退款', '同意退货', '拒绝申请', '同意', '拒绝', '查询', '重置', '全部', '全选', '上一页', '下一页', '复制', '共', '条', '页', '天', '时', '小时', '分', '秒', '分钟', '还剩', '剩余', '元', '张', '件', '人民币', '暂无数据', '暂无', '无', '商家', '卖家', '买家', '消费者', '客户', '用户', '平台', '系统', '客服',
  '后自动同意', '后自动退款', '协商历史', '协商记录', '物流信息', '订单信息', '商品信息', '售后信息', '退款信息', '申请信息', 'seller', 'merchant', 'platform', 'days', 'hours', 'minutes', 'left', 'pending', 'approved', 'closed',
];

const cache = new WeakMap<PlatformRecipe, ReadonlySet<string>>();

/** Every word a sample may keep as it is, compacted: a fixed list, made of nothing the page says. */
export function keptWords(recipe: PlatformRecipe): ReadonlySet<string> {
  const known = cache.get(recipe) ?? new Set([...vocabularyOf(recipe).keys(), ...typeWords(recipe.refundTypes).map(([word]) => word), ...actionWords, ...others].map((word) => compact(word).replace(/[:：]$/, '')).filter((word) => word !== '' && !/\d/.test(word)));
  cache.set(recipe, known);
  return known;
}

/** Whether a word stands in the list or is a section's title as our own patterns, which hold no free part, know it. */
export function isKept(word: string, words: ReadonlySet<string>): boolean {
  const plain = compact(word);
  if (plain === '' || /\d/.test(plain)) return false;
  return words.has(plain) || sectionTitles.some(({ title }) => title.test(plain));
}

/** Parts of class names that say what an element is for, and nothing about whom the page is about. */
export const classWords: ReadonlySet<string> = new Set(
  ('ant auxo next el d dd beast core weui arco semi jd pro t tb th td tr btn ipt mdl blk table row rows cell cells col column columns header head body foot footer item items label labels content value values title subtitle card cards list tabs tab nav form steps step timeline descriptions description desc ' +
    'wrapper wrap container box inner outer group main aside section image img imgs images pic pics picture pictures upload preview thumb gallery avatar icon tag badge button link text number amount money price order goods product buyer seller merchant status time countdown reason info detail details evidence refund aftersale aftersales sale page pagination layout left right center top bottom first last odd even active selected checked disabled hidden fixed scroll level small large middle default primary bordered horizontal vertical view ' +
    'input select option dropdown checkbox radio search filter action actions operation toolbar panel modal dialog drawer mask tooltip popover dot line grid flex block inline extra meta key bar tip tips copy more expand collapse gutter caret sort sorter sorters placeholder lazy loading empty lock measure selection spacer testid').split(' '),
);
