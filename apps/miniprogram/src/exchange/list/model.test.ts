import { PARTS } from '@gongzhi/shared/exchange/rule-sets';
import { whyNot } from './model';

const offer = { offerId: 'o', title: '洗衣液', kind: 'good', about: '', points: 20, stock: 3, open: true } as const;

test.each([
  ['enough points', offer, 20 * PARTS, undefined],
  ['a sixtieth too little', offer, 20 * PARTS - 1, '还差 1 分。'],
  ['nobody signed in', offer, undefined, '登录并加入社区后可以兑换。'],
  ['none left', { ...offer, stock: 0 }, 20 * PARTS, '已经换完了，请看看别的，或等社区补货。'],
  ['closed', { ...offer, open: false }, 20 * PARTS, '这一项现在不能兑换，请看看别的。'],
])('%s', (_, one, balance, why) => expect(whyNot(one, balance)).toBe(why));
