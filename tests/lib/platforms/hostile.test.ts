import { describe, expect, it } from 'vitest';
import { goodsCard, invented, pairsOf, pictures } from '../../fixtures/pages/claims';
import { kits } from '../../fixtures/pages/kits';
import { expected, pairsWith, read } from '../../fixtures/pages/page';
import { surroundings, values } from './hostile-parts';

const claim = invented.pinduoduo;
const some = ['hashed-pairs', 'antd-bordered', 'definition-list', 'breaks', 'next-line', 'weui', 'fusion'] as const;

describe.each(some)('in %s', (kit) => {
  it.each(Object.keys(surroundings))('%s before and after the claim changes nothing', (name) => {
    const body = `${kits[kit](pairsOf(claim))}${goodsCard(claim)}`;
    expect(read(claim, `${surroundings[name]}<main>${body}</main>`).claim).toEqual(expected(claim));
    expect(read(claim, `<main>${body}</main>${surroundings[name]}`).claim).toEqual(expected(claim));
  });

  it.each(values)('%s', (_name, changes, different) => {
    expect(read(claim, kits[kit](pairsWith(claim, changes)) + goodsCard(claim)).claim).toEqual(expected(claim, different));
  });

  it('all surroundings at once', () => {
    const all = Object.entries(surroundings).filter(([name]) => name !== 'steps and tabs').map(([, part]) => part);
    expect(read(claim, `${all.slice(0, 7).join('')}<main>${kits[kit](pairsOf(claim))}${goodsCard(claim)}</main>${all.slice(7).join('')}`).claim).toEqual(expected(claim));
  });
});

describe('what cannot be known is said', () => {
  const fields = (body: string, url?: string): string[] => read(claim, body, url).mismatches.map((one) => one.field);
  const plain = (changes: Record<string, string | null>, more = ''): string => kits['hashed-pairs'](pairsWith(claim, changes)) + goodsCard(claim) + more;

  it('names the missing order number with the day of the recipe', () => {
    const reading = read(claim, '<div>登录</div>', 'https://mms.pinduoduo.com/aftersales-ssr/detail?id=31260305014001');
    expect(reading).toMatchObject({ page: 'refund-detail', claim: null, mismatches: [{ field: 'orderId' }] });
    expect(reading.mismatches[0]!.message).toMatch(/此页面结构已变化，配方核对于 2026-11-22；仍可右键检查单张图片/);
  });
  it('a page that still shows another request is not read', () => {
    const reading = read(claim, plain({ 售后编号: '31260305014999' }));
    expect(reading.claim).toBeNull();
    expect(reading.mismatches[0]!.message).toMatch(/仍在切换/);
  });
  it('two order numbers side by side', () => expect(read(claim, plain({ 订单编号: '260301-100200300400501<span>260301-100200300400999</span>' }), 'https://mms.pinduoduo.com/aftersales-ssr/detail?id=31260305014001').claim).toBeNull());
  it('two sums', () => expect(fields(plain({}, '<div><span>申请退款金额：</span><span>¥50.00</span></div>'))).toContain('amount'));
  it('coded digits', () => expect(fields(plain({ 退款金额: '¥\ue123\ue124' }))).toContain('amount'));
  it('no word about pictures', () => expect(fields(plain({ 消费者凭证: null }))).toEqual(['evidence']));
  it('no pictures, and said so, is no mismatch', () => expect(fields(plain({ 消费者凭证: '无' }))).toEqual([]));
  it('a countdown without a time to count from', () => {
    const undated = { ...claim, at: '' };
    expect(read(undated, plain({})).mismatches.map((one) => one.field)).toEqual(['respondBy']);
  });
  it.each(['http://localhost/x.jpg', 'http://127.0.0.1/a.png', 'http://192.168.1.1/a.jpg', 'file:///etc/x.jpg', 'https://pictures.example/a.jpg', 'https://pfs.pinduoduo.com.example/a.jpg', 'https://pfs.pinduoduo.com@10.0.0.1/a.jpg', 'https://pfs.pinduoduo.com:8443/a.jpg', 'ftp://pfs.pinduoduo.com/a.jpg'])('%s is refused and told of', (address) => {
    const reading = read(claim, plain({ 消费者凭证: `${pictures(claim)}<img src="${address}">` }));
    expect(reading.claim).toEqual(expected(claim));
    expect(reading.mismatches).toEqual([{ field: 'evidence', message: expect.stringContaining('1 张图片') }]);
  });
});
