import { RULES, type Rule } from '@gongzhi/shared/votes/rule-sets';
import {
  BALLOT_OPTIONS,
  BALLOT_WORDS,
  LENGTH_OPTIONS,
  RULE_OPTIONS,
  dayFrom,
  endOf,
  kindOf,
  problemWords,
  resolutionFor,
  rollWords,
  rulesOn,
} from './model';

const NOW = new Date('2026-11-23T16:30:00.000Z');

test.each([
  ['now', '2026-11-23T16:32:00.000Z'],
  ['day', '2026-11-24T16:30:00.000Z'],
  ['three', '2026-11-26T16:30:00.000Z'],
  ['week', '2026-11-30T16:30:00.000Z'],
  ['own', '2026-12-01T12:00:00.000Z'],
] as const)('a vote of length %s ends at %s', (length, end) => {
  expect(endOf(length, { date: '2026-12-01', time: '20:00' }, NOW).toISOString()).toBe(end);
});

test('every length can be chosen, and the picker counts days in China', () => {
  expect(LENGTH_OPTIONS.map(({ value }) => value)).toEqual(['now', 'day', 'three', 'week', 'own']);
  expect(dayFrom(NOW, 0)).toBe('2026-11-24');
  expect(dayFrom(NOW, 30)).toBe('2026-12-24');
});

test('the resolution names the proposal', () => expect(resolutionFor('加装扶手')).toContain('《加装扶手》'));

test('every rule can be chosen, and what does not bind says so', () => {
  expect(RULE_OPTIONS.map(({ value }) => value)).toEqual(Object.keys(RULES));
  for (const { label, note } of RULE_OPTIONS) expect(label.startsWith('意见征询')).toBe(note.includes('没有决议效力'));
});

test('problems are told in their sentences, and the roll in numbers', () => {
  expect(problemWords({ problems: [{ refused: 'AREA_MISSING', facts: { count: 3 } }] })).toEqual([
    '还有 3 套房屋没有登记面积，表决会无效。请先补全住户名册。',
  ]);
  const ready = { ready: true, units: 12, area: 120_050, bound: 7, problems: [] };
  expect(rollWords({ ...ready, rule: RULES['owners-grave-2021-1'] as Rule })).toBe(
    '名册上 12 位业主、1,200.50 平方米，其中 7 位可以在手机上投',
  );
});

test('secret or named is chosen knowing what cannot be undone, and what keeps a vote from being secret is said with what to do', () => {
  expect(BALLOT_OPTIONS.map(({ value }) => value)).toEqual(['named', 'secret']);
  expect(BALLOT_OPTIONS[1].note).toContain('不能改');
  expect(BALLOT_WORDS.secret).toContain('不足 3 户');
  const problems = [
    { refused: 'SECRET_BY_AREA' as const },
    { refused: 'SECRET_TOO_SMALL' as const, facts: { needed: 2 } },
    { refused: 'SECRET_KEY_MISSING' as const },
  ];
  const words = problemWords({ problems });
  expect(words[0]).toContain('请改为记名表决');
  expect(words[1]).toContain('2 户参加就能决定');
  expect(words[2]).toContain('请联系系统管理单位');
});

test('a poll’s fields are not called a vote’s', () => {
  expect(kindOf('poll-household-2026-1')).toEqual({
    poll: true,
    labels: { question: '征询的事项', resolution: '征询的内容' },
  });
  expect(kindOf('council-household-2026-1')).toMatchObject({ poll: false, labels: { question: '表决事项' } });
});

test('a matter is voted on by the rules of its procedure only', () => {
  const of = (chosen: boolean, ruleIds: string[]) => rulesOn({ chosen, ruleIds }).map(({ value }) => value);
  expect(of(false, ['council-household-2026-1'])).toEqual([
    'council-household-2026-1',
    'poll-household-2026-1',
    'poll-person-2026-1',
  ]);
  expect(of(true, ['owners-ordinary-2021-1', 'owners-grave-2021-1'])).toEqual([
    'owners-ordinary-2021-1',
    'owners-grave-2021-1',
  ]);
  expect(of(true, [])).toEqual([]);
});

test('an owners’ rule says which matters it is for: the grave ones are not among the ordinary', () => {
  const note = (id: string) => RULE_OPTIONS.find(({ value }) => value === id)?.note ?? '';
  expect(note('owners-ordinary-2021-1')).toContain('使用维修资金');
  expect(note('owners-grave-2021-1')).toContain('筹集维修资金');
  expect(note('owners-ordinary-2021-1')).not.toContain('改建');
});
