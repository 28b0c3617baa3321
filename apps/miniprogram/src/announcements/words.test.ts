import { adultsWords, audienceWords, estimateWords, leftOf, needWords, stateTag, tallyWords, whenWords } from './words';

const asOf = '2026-11-27T02:00:00.000Z';
test.each([
  [{}, '全社区'],
  [{ places: [{ building: '3号楼', unit: '2单元' }, { building: '5号楼' }] }, '3号楼2单元、5号楼'],
  [{ bands: ['75+' as const], roles: ['buildingHead' as const] }, '75 岁以上，并且楼组长'],
  [{ interests: ['haircut' as const] }, '会理发'],
  [{ followers: 'x' }, '关注这件事的人'],
  [{ people: ['a', 'b'] }, '名单上的 2 人'],
])('for whom it is: %j', (audience, words) => expect(audienceWords(audience)).toBe(words));

test('how many are reached by which way is said before it is sent', () => {
  expect(estimateWords({ people: 5, wechat: 2, appOnly: 3, silentHouseholds: 4, asOf }).join('')).toBe(
    '一共 5 人。2 人能收到微信消息，3 人只能在小程序里看到。另有 4 户没有人在小程序里，发布后会列进要联系的名单。按11月27日（周五）上午10点的统计。',
  );
  expect(estimateWords({ people: 37, asOf })[1]).toContain('发布以后才知道');
  expect(estimateWords({ people: 1, wechat: 1, appOnly: 0, silentHouseholds: 0, asOf }).join('')).not.toContain('户');
});

test('a row says why it stands there, and a list how far it came', () => {
  expect(needWords(['alone', 'silent'])).toBe('可能是独居老人，没有人在小程序里');
  expect(adultsWords({ adults: [{ name: '王秀兰', phone: '138****0001' }, { name: '王强' }] })).toBe(
    '王秀兰 138****0001；王强',
  );
  expect(adultsWords({ adults: [] })).toBe('名册上没有姓名');
  const tally = { rows: 9, phone: 2, door: 1, opened: 3, wechat: 0 };
  expect([leftOf(tally), tallyWords(tally)]).toEqual([3, '要联系 9 户：电话讲到 2 户，上门讲到 1 户，自己看了 3 户。']);
  const late = { ...tally, wechat: 1 };
  expect([leftOf(late), tallyWords(late)]).toEqual([2, expect.stringContaining('微信后来送到 1 户')]);
});

test('a state has a word, and its instant is named for what it is', () => {
  expect(stateTag({ state: 'waiting' })).toEqual({ label: '等第二个人同意', tone: 'waiting' });
  expect(whenWords({ state: 'draft', at: asOf })).toBe('11月27日（周五）上午10点写');
  expect(whenWords({ state: 'scheduled', at: asOf, publishAt: asOf })).toBe('11月27日（周五）上午10点发布');
  expect(whenWords({ state: 'withdrawn', at: asOf })).toContain('发布');
});
