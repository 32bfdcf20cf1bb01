/** Labels of the account that asks. A receiver's name is no account: 收货人 is not read. */
export const buyerLabels: readonly string[] = [
  '买家', '买家昵称', '买家账号', '买家ID', '买家旺旺', '买家会员名', '旺旺', '旺旺名', '会员名', '用户', '用户昵称', '用户ID', '用户账号', '消费者', '消费者昵称', '消费者账号', '客户', '客户昵称', '客户账号', '下单账号', '下单帐号', '买家帐号',
  'buyer', 'buyer name', 'buyer id', 'buyer account', 'buyer nickname', 'customer id', 'customer nickname', 'username',
];
