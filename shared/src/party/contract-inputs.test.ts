import type { Route } from '@gongzhi/shared/kernel/contract';
import { party } from './contract';
import { KINDS } from './model';
import { BAD } from './test-bad-inputs';
import { GOOD, communityId, id, type Name } from './test-inputs';

/** Of these a request may be without: with both the name of a unit and its place on the list, either is enough. */
const OPTIONAL = ['cursor', 'earlier', 'unitName', 'reportIn.unitId'];

const inputOf = (name: Name) => (party[name] as Route).input;
const read = (name: Name, input: object) =>
  (inputOf(name).safeParse(input, { jitless: true }).error?.issues ?? []).map(
    ({ path, message }) => `${path.join('.')}: ${message}`,
  );
const without = (name: Name, ...fields: string[]) =>
  Object.fromEntries(Object.entries(GOOD[name]).filter(([field]) => !fields.includes(field)));
const names = Object.keys(party) as Name[];
const fields = names.flatMap((name) => Object.keys(inputOf(name).shape).map((field) => ({ name, field })));
const badOf = ({ name, field }: { name: Name; field: string }) => BAD[`${name}.${field}`] ?? BAD[field] ?? [];

test('every route has a good request with everything that may be given, every field what it refuses', () => {
  for (const name of names) expect([name, read(name, GOOD[name])]).toEqual([name, []]);
  expect(fields.filter(({ name, field }) => !(field in GOOD[name]))).toEqual([]);
  expect(fields.filter((one) => badOf(one).length < 5)).toEqual([]);
  const used = fields.flatMap(({ name, field }) => [`${name}.${field}`, field]);
  expect(Object.keys(BAD).filter((key) => !used.includes(key))).toEqual([]);
});

test.each(fields)('$name: $field misread is told in its own words, and nothing of the others', ({ name, field }) => {
  for (const [value, said] of badOf({ name, field })) {
    const told = said.includes(': ') ? said : `${field}: ${said}`;
    expect([value, read(name, { ...GOOD[name], [field]: value })]).toEqual([value, [told]]);
  }
});

test.each(fields)('$name: $field missed is told in its own words, or may be missed', ({ name, field }) => {
  const said = badOf({ name, field }).find(([value]) => value === undefined)?.[1];
  const may = OPTIONAL.includes(field) || OPTIONAL.includes(`${name}.${field}`);
  expect([said === undefined, read(name, without(name, field))]).toEqual([may, may ? [] : [`${field}: ${said}`]]);
});

test.each(names)('%s takes nothing else: no state, no time, nobody who acts', (name) => {
  for (const more of ['state', 'since', 'validUntil', 'community', 'organisation', 'actorId', 'memberId', 'phone'])
    expect(read(name, { ...GOOD[name], [more]: id(9) })).toEqual([`: 不认识的字段：${more}`]);
  expect(read(name, { ...GOOD[name], party: true, number: 1 })).toEqual([': 不认识的字段：party、number']);
});

test('whoever asks for everything at once is told everything at once', () => {
  const fieldsOf = (name: Name) => [...new Set(read(name, {}).map((said) => said.split(':')[0]))];
  for (const name of names)
    expect([name, fieldsOf(name)]).toEqual([
      name,
      Object.keys(inputOf(name).shape).filter(
        (field) => !OPTIONAL.includes(field) && !OPTIONAL.includes(`${name}.${field}`),
      ),
    ]);
});

/** Every line with the most it takes, as code points. */
const LONGEST: [Name, string, number][] = [
  ['addBranch', 'name', 30],
  ['changeBranch', 'name', 30],
  ['reportIn', 'displayName', 12],
  ['reportIn', 'unitName', 30],
  ['decline', 'reason', 100],
];
test.each(LONGEST)('%s: %s takes %i characters, an emoji by the one, and is cut around', (name, field, most) => {
  const taken = (value: string) => inputOf(name).safeParse({ ...GOOD[name], [field]: value }).data?.[field];
  for (const whole of ['字'.repeat(most), `字${'🎉'.repeat(most - 1)}`, '𠮷'.repeat(most), '1', '一 二'])
    expect([taken(whole), taken(`　\n${whole} \t`)]).toEqual([whole, whole]);
});

test.each(Object.keys(KINDS))(
  '%s: a unit for whoever has one, in the list or in words, and for nobody else',
  (kind) => {
    const bare = { ...without('reportIn', 'unitId', 'unitName'), kind };
    const own = kind === 'branch';
    const unneeded = own ? ['unitName: 社区支部党员不用填单位'] : [];
    expect(read('reportIn', bare)).toEqual(own ? [] : ['unitName: 请选择所在单位，或者写下单位的名称']);
    for (const unit of [{ unitId: id(4) }, { unitName: '区水务局' }, { unitId: id(4), unitName: '区水务局' }])
      expect(read('reportIn', { ...bare, ...unit })).toEqual(unneeded);
  },
);

test('what may be none, few or many is taken at each end', () => {
  const skills = (value: string[]) => inputOf('setSkills').safeParse({ communityId, skills: value }).data?.['skills'];
  for (const some of [[], ['law'], ['a', 'b', 'c', 'd', 'e'], ['z'.repeat(20)]]) expect(skills(some)).toEqual(some);
  for (const months of [1, 36]) expect(read('setTerm', { communityId, months })).toEqual([]);
  for (const by of ['app', 'paper'])
    expect(read('confirmOrganisation', { ...GOOD.confirmOrganisation, by })).toEqual([]);
  for (const paper of ['slip', 'card']) expect(read('printReport', { communityId, paper })).toEqual([]);
  expect(read('listOpen', { communityId, cursor: 'c'.repeat(512) })).toEqual([]);
});
