const traditional = '訂單編號類額說請時間狀態憑證圖買賣費處審確認貨換維補發僅還餘關閉協記錄歷詳內問題質選擇實際應優運遞聯繫絡電話顧戶訊資絕駁過動後將從無沒暫據傳視頻頁點擊計數總價項規個種員級標準備註評論見現對檢測壞損錯與樣變開結銷舊贈幣訴賠償讓於體隻帳賬務執復並縮滿係倉庫簽攔險當則較寶鏈擔領獲續終';
const simplified = '订单编号类额说请时间状态凭证图买卖费处审确认货换维补发仅还余关闭协记录历详内问题质选择实际应优运递联系络电话顾户讯资绝驳过动后将从无没暂据传视频页点击计数总价项规个种员级标准备注评论见现对检测坏损错与样变开结销旧赠币诉赔偿让于体只账账务执复并缩满系仓库签拦险当则较宝链担领获续终';

const pairs = new Map([...traditional].map((char, at) => [char, [...simplified][at]!]));
const any = new RegExp(`[${traditional}]`, 'g');
const one = new RegExp(`[${traditional}]`);

/** Text with the traditional characters of labels and statuses (訂單編號, 退款金額) as the lists of words have them; only ever for comparing. */
export function simplify(text: string): string {
  return one.test(text) ? text.replace(any, (char) => pairs.get(char)!) : text;
}
