import type { Route } from '@gongzhi/shared/kernel/contract';
import { projects } from './contract';
import { BAD } from './test-bad-inputs';
import { GOOD, communityId, id, plan, type Name } from './test-inputs';

/** Of these a request may be without. Of posts a need is only where they come from; of needs it is what is meant. */
const OPTIONAL = ['cursor', 'amount', 'when', 'addPost.needId'];

const read = (name: Name, input: object) =>
  ((projects[name] as Route).input.safeParse(input, { jitless: true }).error?.issues ?? []).map(
    ({ path, message }) => `${path.join('.')}: ${message}`,
  );
const without = (name: Name, field: string) => {
  const { [field]: _, ...rest } = GOOD[name];
  return rest;
};
const names = Object.keys(projects) as Name[];
const fields = names.flatMap((name) => Object.keys(projects[name].input.shape).map((field) => ({ name, field })));
const badOf = (name: Name, field: string) => BAD[`${name}.${field}`] ?? BAD[field] ?? [];

test('every route has a good request, with everything that may be given, and every field has what it refuses', () => {
  expect(names.map((name) => [name, read(name, GOOD[name])])).toEqual(names.map((name) => [name, []]));
  expect(fields.filter(({ name, field }) => !(field in GOOD[name]))).toEqual([]);
  expect(fields.filter(({ name, field }) => badOf(name, field).length < 5)).toEqual([]);
  const used = new Set(fields.flatMap(({ name, field }) => [`${name}.${field}`, field]));
  expect(Object.keys(BAD).filter((key) => !used.has(key))).toEqual([]);
});

test.each(fields)('$name: $field misread is told in its own words and there alone', ({ name, field }) => {
  const all = badOf(name, field);
  const heard = all.map(([value]) => [value, read(name, { ...GOOD[name], [field]: value })]);
  expect(heard).toEqual(all.map(([value, said]) => [value, [said.includes(': ') ? said : `${field}: ${said}`]]));
});

test.each(fields)('$name: $field missed is told in its own words, or may be missed', ({ name, field }) => {
  const said = badOf(name, field).find(([value]) => value === undefined)?.[1];
  const may = OPTIONAL.includes(field) || OPTIONAL.includes(`${name}.${field}`);
  expect(said === undefined).toBe(may);
  expect(read(name, without(name, field))).toEqual(may ? [] : [`${field}: ${said}`]);
});

test.each(names)('%s takes nothing else, of who acts and how things stand least', (name) => {
  for (const more of ['personId', 'leadId', 'authorId', 'state', 'taken', 'points', 'version'])
    if (!(more in GOOD[name])) expect(read(name, { ...GOOD[name], [more]: 1 })).toEqual([`: 不认识的字段：${more}`]);
  expect(read(name, { ...GOOD[name], a: 1, b: 2 })).toEqual([': 不认识的字段：a、b']);
});

test.each([
  ['decideNeed', 'publish'],
  ['decideResource', 'publish'],
  ['decideNomination', 'confirm'],
] as const)('%s: yes needs no reason and may have one', (name, field) => {
  const yes = { ...GOOD[name], [field]: true };
  expect(read(name, yes)).toEqual([]);
  expect(read(name, { ...without(name, 'reason'), [field]: true })).toEqual([]);
  expect(read(name, { ...yes, reason: '' })).toHaveLength(1);
});

/** Every text with the most it takes, as code points. */
const LONGEST: [Name, string, number, lines: boolean][] = [
  ['postNeed', 'title', 30, false],
  ['postNeed', 'about', 300, true],
  ['postNeed', 'amount', 20, false],
  ['decideNeed', 'reason', 60, false],
  ['offerResource', 'title', 30, false],
  ['offerResource', 'about', 300, true],
  ['offerResource', 'when', 40, false],
  ['decideResource', 'reason', 60, false],
  ['tellStep', 'words', 200, true],
  ['finishProject', 'words', 500, true],
  ['cancelProject', 'words', 100, true],
  ['addPost', 'className', 10, false],
  ['addPost', 'title', 30, false],
  ['addPost', 'about', 300, true],
  ['decideNomination', 'reason', 60, false],
];
test.each(LONGEST)('%s: %s takes %i characters, an emoji by the one, and is cut around', (name, field, most, lines) => {
  const taken = (value: string) =>
    (projects[name] as Route).input.safeParse({ ...GOOD[name], [field]: value }).data?.[field];
  for (const whole of ['字'.repeat(most), `字${'🙂'.repeat(most - 1)}`, '𠮷'.repeat(most), '7'])
    expect([taken(whole), taken(` \n${whole}　\t`)]).toEqual([whole, whole]);
  expect(taken('上\n下')).toBe(lines ? '上\n下' : undefined);
});

test('a plan and its classes hold as much as they may', () => {
  const start = (more: object) =>
    projects.startProject.input.safeParse({ communityId, plan: { ...plan, ...more } }).data?.plan;
  expect(start({ title: ` ${'字'.repeat(30)} `, about: `\n${'🙂'.repeat(499)}字` })).toEqual({
    ...plan,
    ...{ title: '字'.repeat(30), about: `${'🙂'.repeat(499)}字` },
  });
  expect(start({ resourceIds: [2, 3, 4].map(id) })?.resourceIds).toHaveLength(3);
  expect(start({ resourceIds: [] })?.needId).toBe(id(1));
  const named = (classes: string[]) =>
    projects.setPostClasses.input.safeParse({ communityId, names: classes }).data?.names;
  const twelve = Array.from({ length: 12 }, (_, n) => `${'岗'.repeat(8)}${n + 10}`);
  expect(named(twelve.map((one) => ` ${one}\n`))).toEqual(twelve);
  const post = (slots: number) => projects.addPost.input.safeParse({ ...GOOD.addPost, slots }).data?.slots;
  expect([post(1), post(20)]).toEqual([1, 20]);
});
