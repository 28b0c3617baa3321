import * as fc from 'fast-check';
import { AgeBand } from '@gongzhi/shared/kernel/age-bands';
import { Kind } from '@gongzhi/shared/kernel/announcement-kinds';
import { isIn } from '@gongzhi/shared/kernel/audience';
import type { Role } from '@gongzhi/shared/kernel/contract';
import { buildingsAsked, countMembers, estimateOf, mergePages, unitOf, type Counted, type Looked } from './census';

const some = <T>(of: readonly T[]) => fc.option(fc.subarray([...of], { minLength: 1 }), { nil: undefined });
const roles: Role[] = ['resident', 'owner', 'worker'];
const member = fc.record({
  home: fc.option(
    fc.record({
      building: fc.constantFrom('3号楼', '5栋', '幸福里'),
      unit: fc.constantFrom('1', '二单元'),
      room: fc.constant('501'),
    }),
    { nil: undefined },
  ),
  roles: fc.subarray(roles),
  ageBand: fc.option(fc.constantFrom(...AgeBand.options), { nil: undefined }),
  interests: fc.subarray(['law', 'repair']),
  wechat: fc.subarray([...Kind.options]),
});
const audience = fc.record({
  places: some([{ building: '3' }, { building: '5号楼', unit: '2' }, { building: '幸福里', unit: '9' }]),
  roles: some(roles),
  bands: some(AgeBand.options),
  interests: some(['law', 'repair'] as const),
});
const kind = fc.constantFrom(...Kind.options);
const countedOf = (members: readonly Looked[]): Counted[] => {
  const pages = [members.slice(0, 3), members.slice(3)].map(countMembers);
  return Object.entries(mergePages(pages)).map(([building, profiles]) => ({ building, profiles, units: {} }));
};

test('what was counted says of every audience what looking at everybody would say', () => {
  fc.assert(
    fc.property(fc.array(member, { maxLength: 12 }), audience, kind, (members, asked, one) => {
      const here = members.filter((one) => isIn(asked, one));
      const { people, wechat, appOnly } = estimateOf(countedOf(members), { audience: asked, kind: one });
      const reached = here.filter(({ wechat: kinds }) => kinds.includes(one)).length;
      expect([people, wechat, appOnly]).toEqual([here.length, reached, here.length - reached]);
    }),
  );
});

test('households without anybody are counted by unit, where they are meant', () => {
  const counted: Counted[] = [{ building: '13', profiles: {}, units: { '11': [10, 4], '12': [10, 1] } }];
  const silent = (asked: object) => estimateOf(counted, { audience: asked, kind: 'service' }).silentHouseholds;
  expect([silent({}), silent({ places: [{ building: '3', unit: '2' }] })]).toEqual([5, 1]);
  expect(silent({ interests: ['law'] })).toBeUndefined();
});

test('a unit has one name, and the buildings asked for are each read once', () => {
  expect(unitOf({ building: '3号楼', unit: '二单元' })).toBe(unitOf({ building: '3', unit: '2' }));
  expect(unitOf(undefined)).toBe('');
  expect(buildingsAsked({ places: [{ building: '3' }, { building: '3栋', unit: '1' }] })).toEqual(['13']);
  expect(buildingsAsked({ bands: ['75+'] })).toBeUndefined();
});
