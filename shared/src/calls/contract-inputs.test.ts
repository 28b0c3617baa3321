import type { Route } from '@gongzhi/shared/kernel/contract';
import { calls } from './contract';
import { GOOD, communityId, id, plan, type Name } from './test-inputs';

const read = (name: Name, input: object) =>
  ((calls[name] as Route).input.safeParse(input, { jitless: true }).error?.issues ?? []).map(
    ({ path, message }) => `${path.join('.')}: ${message}`,
  );
const names = Object.keys(calls) as Name[];
const own = names.filter((name) => !(calls[name] as Route).path.includes('{shiftId}'));

test.each(names)('%s: a good request is taken, with everything that may be given', (name) => {
  expect(read(name, GOOD[name])).toEqual([]);
  expect(Object.keys(calls[name].input.shape).filter((field) => !(field in GOOD[name]))).toEqual([]);
});
test.each(names)('%s: what may be left out may, and nothing else is taken', (name) => {
  const left = Object.keys(GOOD[name]).filter((field) => {
    const { [field]: _, ...rest } = GOOD[name];
    return read(name, rest).length === 0;
  });
  expect(left).toEqual(Object.keys(GOOD[name]).filter((field) => ['cursor', 'position', 'later'].includes(field)));
  for (const more of ['points', 'organiserId', 'status', 'branchId'])
    expect(read(name, { ...GOOD[name], [more]: 1 })).toEqual([`: 不认识的字段：${more}`]);
});

const MISSING = '此项必填';
const WRONG = '此项的格式不对';
const IDS: [unknown, string][] = [
  [undefined, MISSING],
  ['', WRONG],
  [7, WRONG],
  [id(1).toLowerCase(), WRONG],
];
test.each(own)('%s: ids are missed and misread in words', (name) => {
  for (const [value, said] of IDS)
    if ('callId' in GOOD[name]) expect(read(name, { ...GOOD[name], callId: value })).toEqual([`callId: ${said}`]);
  const place = 'streetId' in GOOD[name] ? 'streetId' : 'communityId';
  expect(read(name, { ...GOOD[name], [place]: '31010600000' })).toEqual([`${place}: ${WRONG}`]);
  if ('cursor' in GOOD[name]) expect(read(name, { ...GOOD[name], cursor: '' })).toEqual(['cursor: 此项不能为空']);
});

/** A text typed by a person: nothing, blanks, signs alone, one character too many, another kind of thing. */
const words = (what: string, most: number, lines = false): [unknown, string][] => [
  ...([undefined, '', ' \n ', 3, null].map((value) => [value, `请填写${what}`]) as [unknown, string][]),
  ['🙂！', `${what}要有文字，不能只有表情或符号`],
  ['字'.repeat(most + 1), `${what}不能超过 ${most} 个字`],
  ...(lines ? [] : ([['上\n下', `${what}不能换行`]] as [unknown, string][])),
];
const instants: [unknown, string][] = [undefined, '2026-11-27', '2026-11-27T18:00:00.000+08:00'].map((value) => [
  value,
  value === undefined ? MISSING : WRONG,
]);
test.each([
  ['cause', ([undefined, 'war', '防汛', 1] as unknown[]).map((value) => [value, '请选择是什么事'])],
  ['title', words('要做什么', 30)],
  ['about', words('说明', 300, true)],
  ['place', words('集合地点', 40)],
  ['startsAt', instants],
  [
    'endsAt',
    [
      ...instants,
      [plan.startsAt, '结束时间要晚于开始时间'],
      ['2026-11-27T22:00:00.001Z', '一次召集最长 12 小时，更长的请再召集一次'],
    ],
  ],
  [
    'needed',
    [...[undefined, 'ten', 1.5].map((value) => [value, '请填写人数']), [0, '至少 1 人'], [201, '一次最多召集 200 人']],
  ],
  [
    'skills',
    [
      [undefined, MISSING],
      ['repair', WRONG],
      [['a', 'b', 'c', 'd', 'e', 'f'], '最多选 5 项特长'],
    ],
  ],
  [
    'buildings',
    [
      [undefined, MISSING],
      [Array<string>(21).fill('3号楼'), '最多写 20 栋楼'],
    ],
  ],
  ['spot', [['楼下', WRONG]]],
] as [string, [unknown, string][]][])('a call’s %s is missed and misread in words', (field, bad) => {
  for (const [value, said] of bad)
    expect([value, read('openCall', { communityId, plan: { ...plan, [field]: value } }).slice(0, 1)]).toEqual([
      value,
      [`plan.${field}: ${said}`],
    ]);
});
test('what stands in a list is read in words too', () => {
  const said = (more: object) => read('openCall', { communityId, plan: { ...plan, ...more } });
  expect(said({ skills: ['repair', '木工'] })).toEqual(['plan.skills.1: 请从列出的特长中选择']);
  expect(said({ buildings: ['3号楼', ' '] })).toEqual(['plan.buildings.1: 请填写楼栋']);
  expect(said({ points: 1 })).toEqual(['plan: 不认识的字段：points']);
});
test('an answer is one of two, and a call without a place on the map, skills or buildings is one to everybody', () => {
  for (const says of [undefined, 'maybe', 'withdrawn', 1])
    expect(read('answerCall', { ...GOOD.answerCall, says })).toEqual(['says: 请选择能来还是不能来']);
  const { spot: _, ...rest } = plan;
  expect(read('openCall', { communityId, plan: { ...rest, skills: [], buildings: [] } })).toEqual([]);
  for (const reason of [undefined, ' ', '上\n下', '字'.repeat(61)])
    expect(read('cancelCall', { ...GOOD.cancelCall, reason })).toHaveLength(1);
});
