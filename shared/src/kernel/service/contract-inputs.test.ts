import type { Route } from '@gongzhi/shared/kernel/contract';
import { serviceRoutes } from './contract';
import { GOOD, at, id, later, position, type Name } from './test-inputs';

/** Coming and going, whatever slice it is of: what is sent, and the sentence that is read for what is wrong with it. */
const routes = serviceRoutes('wishes');
type Bad = [value: unknown, said: string];
const MISSING = '此项必填';
const WRONG = '此项的格式不对';
const CHOOSE = '请从列出的选项中选择';
const each = (values: unknown[], sentence: string): Bad[] => values.map((value) => [value, sentence]);
const plain = (...wrong: unknown[]): Bad[] => [[undefined, MISSING], ...each(wrong, WRONG)];
const anId = plain(
  7,
  null,
  '',
  id(1).toLowerCase(),
  `${id(1)}0`,
  '01JD0000000000000000000I01',
  '81JD0000000000000000000001',
);
const anInstant = plain('2026-11-27', '2026-11-27T10:00:00Z', '2026-11-27T18:00:00.000+08:00', 1_795_773_600_000, null);
const inside = (whole: object, field: string, bad: Bad[]): Bad[] =>
  bad.map(([value, sentence]) => [{ ...whole, [field]: value }, `.${field}: ${sentence}`]);
const degrees = (field: string, most: number): Bad[] =>
  inside(position, field, [
    ...plain('31', null, Number.NaN, Number.POSITIVE_INFINITY),
    ...each([most + 0.000_001, 400], `不能超过 ${most}`),
    ...each([-most - 0.000_001, -400], `不能少于 -${most}`),
  ]);

const BAD: Record<string, Bad[]> = {
  communityId: plain('31010600000', '3101060000012', '31010600000a', 310106000001, ''),
  ...{ activityId: anId, shiftId: anId, personId: anId, from: anInstant, to: anInstant },
  code: [...plain(123456, null), ['12345', '不能少于 6 个字'], ['x'.repeat(161), '不能超过 160 个字']],
  position: [
    ...each(['31.2,121.4', null, [31.2, 121.4]], WRONG),
    ...degrees('lat', 90),
    ...degrees('lng', 180),
    ...inside(position, 'accuracy', [...plain('20', null), [-0.1, '不能少于 0'], [100_000.1, '不能超过 100000']]),
    ...inside(position, 'datum', each([undefined, 'bd09', 'GCJ02', '', null], CHOOSE)),
    [{ ...position, altitude: 4 }, ': 不认识的字段：altitude'],
  ],
  later: [
    ...each([at, true, null], WRONG),
    ...inside(later, 'scannedAt', anInstant),
    ...inside(later, 'proof', plain('AB'.repeat(12), 'ab'.repeat(11), 'ab'.repeat(13), 'zz'.repeat(12), null)),
    [{ ...later, key: 'ab' }, ': 不认识的字段：key'],
  ],
  way: each([undefined, 'through', '', 'IN', null], CHOOSE),
  cursor: [...each([7, null], WRONG), ['', '此项不能为空'], ['x'.repeat(513), '不能超过 512 个字']],
};
const OPTIONAL = ['position', 'later', 'cursor'];

const read = (name: Name, input: object) =>
  ((routes[name] as Route).input.safeParse(input, { jitless: true }).error?.issues ?? []).map(
    ({ path, message }) => `${path.join('.')}: ${message}`,
  );
const names = Object.keys(routes) as Name[];

test.each(names)('%s: every field is missed and misread in words', (name) => {
  expect(read(name, GOOD[name])).toEqual([]);
  const fields = Object.keys(routes[name].input.shape);
  expect(fields.sort()).toEqual(Object.keys(GOOD[name]).sort());
  for (const field of fields) {
    expect(BAD[field]?.length).toBeGreaterThan(3);
    for (const [value, sentence] of BAD[field] ?? [])
      expect([field, value, read(name, { ...GOOD[name], [field]: value })]).toEqual([
        ...[
          field,
          value,
          [sentence.startsWith('.') || sentence.startsWith(': ') ? field + sentence : `${field}: ${sentence}`],
        ],
      ]);
  }
});

test.each(names)('%s: what may be left out may, and nothing else is taken', (name) => {
  const left = Object.keys(GOOD[name]).filter((field) => {
    const { [field]: _, ...rest } = GOOD[name];
    return read(name, rest).length === 0;
  });
  expect(left).toEqual(Object.keys(GOOD[name]).filter((field) => OPTIONAL.includes(field)));
  for (const more of ['minutes', 'grade', 'inAt', 'outAt', 'band', 'organiserId', 'name'])
    expect(read(name, { ...GOOD[name], [more]: 1 })).toEqual([`: 不认识的字段：${more}`]);
});

test.each([
  ['checkIn', { code: '123456' }],
  ['checkIn', { code: 'x'.repeat(160) }],
  ['checkOut', { position: { ...position, lat: -90, lng: 180, accuracy: 0 } }],
  ['checkOut', { position: { ...position, lat: 90, lng: -180, accuracy: 100_000, datum: 'wgs84' } }],
  ['scanVolunteer', { way: 'out' }],
  // the order of the two is a matter of the shift, and told by a refusal
  ['confirmService', { from: at, to: at }],
  ['listAttendance', { cursor: 'x'.repeat(512) }],
] as [Name, object][])('%s takes what is just right: %j', (name, more) =>
  expect(read(name, { ...GOOD[name], ...more })).toEqual([]),
);

test('a slice has the routes under its own name, and they are the same in every slice', () => {
  const others = serviceRoutes('volunteering');
  expect(Object.keys(others)).toEqual(names);
  for (const name of names) {
    const [one, other]: [Route, Route] = [routes[name], others[name]];
    expect(one.path.startsWith('/wishes/{communityId}/activities/{activityId}/shifts/{shiftId}/')).toBe(true);
    expect(other.path).toBe(one.path.replace('/wishes/', '/volunteering/'));
    expect({ ...other, path: '', input: '', output: '' }).toEqual({ ...one, path: '', input: '', output: '' });
    // every part of the path is a field
    const parts = [...one.path.matchAll(/\{(\w+)\}/g)].map(([, part]) => part ?? '');
    expect(parts.filter((part) => !(part in one.input.shape))).toEqual([]);
  }
  expect(new Set(names.map((name) => `${routes[name].method} ${routes[name].path}`)).size).toBe(names.length);
});
