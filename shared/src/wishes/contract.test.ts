import { isCommand, type Route } from '@gongzhi/shared/kernel/contract';
import { REFUSALS, says } from '@gongzhi/shared/kernel/refusals';
import { wishes } from './contract';

type Name = keyof typeof wishes;
const id = (n: number) => `01JD000000000000000000000${n}`;
const at = '2026-11-27T10:00:00.000Z';
const communityId = '310106000001';
const WISH = {
  ...{ communityId, title: '修水龙头', about: '厨房滴水', what: 'help', budget: 5_000, level: 'hidden' },
  ...{ callName: '王阿姨' },
};
const said = (name: Name, input: object) =>
  (wishes[name] as Route).input.safeParse(input, { jitless: true }).error?.issues.map(({ message }) => message);
const wishSaid = (more: object) => said('makeWish', { ...WISH, ...more });

describe('a wish that is written', () => {
  test('is taken with and without where it is', () => {
    expect([wishSaid({}), wishSaid({ building: '3号楼', door: '2-501', behalf: true })]).toEqual([
      undefined,
      undefined,
    ]);
  });
  test.each([
    ['title', '心愿', 20],
    ['callName', '怎么称呼', 10],
    ['building', '楼栋', 10],
    ['door', '门牌号', 30],
  ])('has a %s that is a line of words', (field, what, most) => {
    expect(wishSaid({ [field]: '' })).toEqual([`请填写${what}`]);
    expect(wishSaid({ [field]: 7 })).toEqual([`请填写${what}`]);
    expect(wishSaid({ [field]: '上\n下' })).toEqual([`${what}不能换行`]);
    expect(wishSaid({ [field]: '🙂' })).toEqual([`${what}要有文字，不能只有表情或符号`]);
    expect(wishSaid({ [field]: '字'.repeat(most) })).toBeUndefined();
    expect(wishSaid({ [field]: '字'.repeat(most + 1) })).toEqual([`${what}不能超过 ${most} 个字`]);
  });
  test.each([
    ['about', undefined, '请填写说明'],
    ['about', '字'.repeat(201), '说明不能超过 200 个字'],
    ['what', 'money', '请选择要帮忙还是要东西'],
    ['what', undefined, '请选择要帮忙还是要东西'],
    ['level', 'public', '请选择别人能看到什么'],
    ['budget', undefined, '请填写大概要花多少钱'],
    ['budget', -1, '金额不能是负数'],
    ['budget', 0.5, '请填写大概要花多少钱'],
    ['budget', 10_000_001, '金额太大'],
    ['callName', undefined, '请填写怎么称呼'],
    ['communityId', '3101', undefined],
  ])('with %s %j is told in words', (field, value, words) => {
    const issues = wishSaid({ [field]: value });
    expect(issues).toHaveLength(1);
    if (words) expect(issues).toEqual([words]);
  });
  test('has no field nobody declared', () => expect(wishSaid({ phone: '13800000000' })).toHaveLength(1));
});

describe('what is sent about one', () => {
  const inWish = { communityId, wishId: id(1) };
  test.each([
    ['declineWish', 'reason', '原因'],
    ['handBack', 'reason', '交回的原因'],
    ['sendBack', 'reason', '还差什么'],
    ['confirmDone', 'word', '感谢的话'],
  ] as const)('%s: its words', (name, field, what) => {
    expect(said(name, { ...inWish, [field]: ' ' })).toEqual([`请填写${what}`]);
    expect(said(name, { ...inWish, [field]: '字'.repeat(61) })).toEqual([`${what}不能超过 60 个字`]);
    expect(said(name, { ...inWish, [field]: '好' })).toBeUndefined();
  });
  test('a word of thanks may be left out', () => expect(said('confirmDone', inWish)).toBeUndefined());
  test.each([
    ['2026-11-27T10:00:00.000Z', '2026-11-27T14:00:00.000Z', undefined],
    ['2026-11-27T10:00:00.000Z', '2026-11-27T10:00:00.000Z', ['结束时间要晚于开始时间']],
    ['2026-11-27T10:00:00.000Z', '2026-11-27T14:00:00.001Z', ['一次上门最长 4 小时']],
  ])('a visit from %s to %s', (startsAt, endsAt, words) =>
    expect(said('arrangeVisit', { ...inWish, window: { startsAt, endsAt } })).toEqual(words),
  );
  const plain = ['publishWish', 'withdrawWish', 'claimWish', 'markDone', 'readWish', 'readInside'] as const;
  test.each(plain)('%s: which wish, and nothing else', (name) => {
    expect(said(name, inWish)).toBeUndefined();
    for (const wrong of [{ communityId }, { ...inWish, wishId: '1' }, { ...inWish, name: '王阿姨' }])
      expect(said(name, wrong)).toHaveLength(1);
  });
  test('a worker says that they read as one', () => {
    expect(said('readInside', { ...inWish, as: 'worker' })).toBeUndefined();
    expect(said('readInside', { ...inWish, as: 'wisher' })).toHaveLength(1);
  });
});

describe('the rule a community sets', () => {
  const RULE = { communityId, budgetFen: 20_000, claimDays: 7, visitDays: 30, source: '居民会议通过' };
  const ruleSaid = (more: object) => said('changeRule', { ...RULE, ...more });
  test.each([
    [{}, undefined],
    [{ budgetFen: 0 }, undefined],
    [{ budgetFen: 100_001 }, ['不能超过 1000 元，再多的请另想办法']],
    [{ budgetFen: -1 }, ['金额不能是负数']],
    [{ budgetFen: undefined }, ['请填写金额']],
    [{ claimDays: 0 }, ['至少 1 天']],
    [{ claimDays: 31 }, ['不能超过 30 天']],
    [{ visitDays: 61 }, ['不能超过 60 天']],
    [{ visitDays: 1.5 }, ['请填写天数']],
    [{ source: ' ' }, ['请填写依据']],
    [{ verified: true }, ['不认识的字段：verified']],
  ])('%j: %j', (more, words) => expect(ruleSaid(more)).toEqual(words));
});

describe('what goes out', () => {
  const gives = (name: Name, answer: unknown) =>
    (wishes[name] as Route).output.safeParse(answer, { jitless: true }).success;
  const receipt = { wishId: id(1), state: 'open', at };
  const commands = (Object.keys(wishes) as Name[]).filter((name) => isCommand(wishes[name]));
  test.each(commands)('the receipt of %s has no room for a name, a phone or a text', (name) => {
    const check = { shiftId: id(2), personId: id(3), at };
    const good = wishes[name].path.includes('{shiftId}')
      ? check
      : name === 'arrangeVisit'
        ? { wishId: id(1), shiftId: id(2), at }
        : name === 'changeRule'
          ? { at }
          : receipt;
    expect(gives(name, good)).toBe(true);
    for (const field of Object.keys(good)) expect(gives(name, { ...good, [field]: '王阿姨家' })).toBe(false);
    for (const more of ['callName', 'door', 'reason', 'word', 'wisherId', 'claimerName'])
      expect([more, gives(name, { ...good, [more]: '1' })]).toEqual([more, false]);
  });
  const card = { wishId: id(1), title: '修水龙头', what: 'help', budget: 0, level: 'hidden', state: 'open' };
  test.each(['listOpen', 'listMine', 'listClaimed', 'listWaiting'] as const)(
    '%s has no room for whose it is',
    (name) => {
      expect(gives(name, { items: [card, { ...card, who: { building: '3号楼' } }], next: 'c' })).toBe(true);
      for (const more of [
        'wisherId',
        'authorId',
        'claimerId',
        'claimerName',
        'door',
        'callName',
        'place',
        'at',
        'since',
      ])
        expect([more, gives(name, { items: [{ ...card, [more]: '1' }] })]).toEqual([more, false]);
      expect(gives(name, { items: [{ ...card, who: { door: '2-501' } }] })).toBe(false);
    },
  );
  test('nor has what everybody reads of one', () => {
    expect(gives('readWish', { ...card, about: '滴水' })).toBe(true);
    for (const more of ['at', 'as', 'door', 'callName', 'claimerId', 'behalf'])
      expect([more, gives('readWish', { ...card, about: '滴水', [more]: '1' })]).toEqual([more, false]);
  });
});

test('people look without signing in, and everything else asks who they are', () => {
  const open = Object.entries(wishes).filter(([, { access }]) => access === 'public');
  expect(open.map(([name]) => name)).toEqual(['listOpen', 'readWish', 'readRule']);
});
test('every refusal of a wish says what is missing', () => {
  for (const { refusals } of Object.values(wishes) as Route[])
    for (const refused of refusals) expect(REFUSALS[refused][1].length).toBeGreaterThan(8);
  expect(says({ refused: 'BUDGET_OVER', facts: { yuan: 200 } })).toContain('200 元');
});
