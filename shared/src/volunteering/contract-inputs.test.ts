import type { Route } from '@gongzhi/shared/kernel/contract';
import { volunteering } from './contract';
import { BAD } from './test-bad-inputs';
import { GOOD, communityId, plan, type Name } from './test-inputs';

/** Of these a request may be without; with a question mark only some routes may. */
const OPTIONAL = [
  'cursor',
  'requestId?',
  'projectId?',
  'riskRead',
  'minor',
  'code?',
  'position',
  'later',
  'spot',
  'bring',
  'risk',
];

const read = (name: Name, input: object) =>
  ((volunteering[name] as Route).input.safeParse(input, { jitless: true }).error?.issues ?? []).map(
    ({ path, message }) => `${path.join('.')}: ${message}`,
  );
const names = Object.keys(volunteering) as Name[];

test.each(names)('%s: every field is missed and misread in words', (name) => {
  expect(read(name, GOOD[name])).toEqual([]);
  const fields = Object.keys(volunteering[name].input.shape);
  expect(fields.filter((field) => !(field in GOOD[name]))).toEqual([]);
  const all = fields.flatMap((field) =>
    (BAD[`${name}.${field}`] ?? BAD[field] ?? []).map((bad) => [field, ...bad] as const),
  );
  expect(fields.filter((field) => all.filter(([of]) => of === field).length < 2)).toEqual([]);
  const heard = all.map(([field, value]) => ({ field, value, heard: read(name, { ...GOOD[name], [field]: value }) }));
  expect(heard.map(({ field, value, heard: [first] }) => [field, value, first])).toEqual(
    all.map(([field, value, said]) => [field, value, said.includes(': ') ? said : `${field}: ${said}`]),
  );
  // and nothing is said of a field that was right
  expect(heard.filter((one) => one.heard.some((said) => !said.startsWith(one.field)))).toEqual([]);
});

test.each(names)('%s: what may be left out may, and nothing else is taken', (name) => {
  const left = Object.keys(GOOD[name]).filter((field) => {
    const { [field]: _, ...rest } = GOOD[name];
    return read(name, rest).length === 0;
  });
  const mayBe = Object.keys(GOOD[name]).filter(
    (field) =>
      [...OPTIONAL, 'insurance'].includes(field) ||
      (OPTIONAL.includes(`${field}?`) && ['planActivity', 'signUp'].includes(name)),
  );
  expect(left).toEqual(mayBe);
  for (const more of ['points', 'organiserId', 'status', 'version'])
    expect(read(name, { ...GOOD[name], [more]: 1 })).toEqual([`: 不认识的字段：${more}`]);
});

test('words at their longest, emoji by the one, and what surrounds them is cut', () => {
  const planned = (more: object) => volunteering.planActivity.input.safeParse({ communityId, ...plan, ...more });
  const longest = {
    title: '字'.repeat(30),
    about: '字'.repeat(1000),
    place: '字'.repeat(40),
    skills: Array<string>(5).fill('字'.repeat(10)),
  };
  expect(planned(longest).success).toBe(true);
  expect(planned({ title: `字${'🙂'.repeat(29)}` }).success).toBe(true);
  expect(planned({ title: '  清扫  ', about: '\n上\n下\n' }).data).toMatchObject({ title: '清扫', about: '上\n下' });
});
