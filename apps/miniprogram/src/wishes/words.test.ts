import { moneyWords, whoWords } from './words';

test.each([
  [0, '不花钱'],
  [3_500, '大约 35 元'],
  [1_250, '大约 12.50 元'],
])('%i fen are %s', (fen, words) => expect(moneyWords(fen)).toBe(words));

test.each([
  [undefined, '不显示是谁'],
  [{ building: '3号楼' }, '3号楼'],
  [{ callName: '王阿姨', building: '3号楼' }, '3号楼 王阿姨'],
])('whose it is, of %j, is %s', (who, words) => expect(whoWords(who ? { who } : {})).toBe(words));
