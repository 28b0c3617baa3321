import * as fc from 'fast-check';
import { AgeBand } from './age-bands';
import { Audience, isIn, isWhole, placeKey, type Standpoint } from './audience';
import { ROLES } from './contract';
import { SKILLS, type Skill } from './skills';

const ID = '01JD0000000000000000PERS10';
const wang: Standpoint = {
  home: { building: '3号楼', unit: '二单元', room: '502' },
  roles: ['resident', 'buildingHead'],
  ageBand: '75+',
  interests: ['haircut'],
};

test.each<[string, Audience, boolean]>([
  ['everybody', {}, true],
  ['the building, written otherwise', { places: [{ building: '3栋' }] }, true],
  ['the unit, written otherwise', { places: [{ building: '3', unit: '2' }] }, true],
  ['another unit of the building', { places: [{ building: '3', unit: '1' }] }, false],
  ['another building with such a unit', { places: [{ building: '13', unit: '2' }] }, false],
  ['one of several buildings', { places: [{ building: '1' }, { building: '3' }] }, true],
  ['a role', { roles: ['worker', 'buildingHead'] }, true],
  ['another role', { roles: ['owner'] }, false],
  ['a band', { bands: ['60-74', '75+'] }, true],
  ['an interest', { interests: ['haircut', 'law'] }, true],
  ['another interest', { interests: ['law'] }, false],
  ['all of it together', { places: [{ building: '3' }], bands: ['75+'], interests: ['haircut'] }, true],
  ['one condition of several that is not met', { places: [{ building: '3' }], bands: ['18-34'] }, false],
  ['followers, who are read', { followers: ID }, false],
  ['a list, which is read', { people: [ID] }, false],
])('a member is in an audience of %s: %#', (_, audience, want) => {
  expect(isIn(audience, wang)).toBe(want);
});

test('whoever has no role, no home, or told no band is in no audience that asks for it', () => {
  expect(isIn({}, { roles: [] })).toBe(false);
  expect(isIn({ places: [{ building: '3' }] }, { roles: ['worker'] })).toBe(false);
  expect(isIn({ bands: ['75+'] }, { roles: ['resident'] })).toBe(false);
});

test('one condition more never lets anybody in', () => {
  const some = <T>(of: readonly T[]) => fc.option(fc.subarray([...of], { minLength: 1 }), { nil: undefined });
  const audiences = fc.record({
    places: some([{ building: '3' }, { building: '3', unit: '2' }, { building: '5' }]),
    roles: some(ROLES),
    bands: some(AgeBand.options),
    interests: some(Object.keys(SKILLS) as Skill[]),
  });
  fc.assert(
    fc.property(audiences, fc.constantFrom('places', 'roles', 'bands', 'interests'), (audience, dropped) => {
      if (isIn(audience, wang)) expect(isIn({ ...audience, [dropped]: undefined }, wang)).toBe(true);
    }),
  );
});

const said = (audience: object) => (Audience.safeParse(audience).error?.issues ?? []).map(({ message }) => message);
test.each([
  ['nothing', {}, []],
  ['fields together', { places: [{ building: '3' }], roles: ['resident'] }, []],
  ['followers alone', { followers: ID }, []],
  ['followers and something', { followers: ID, bands: ['75+'] }, ['发给关注某件事的人或一份名单时，不能再加别的条件']],
  ['a list and something', { people: [ID], roles: ['owner'] }, ['发给关注某件事的人或一份名单时，不能再加别的条件']],
  ['an empty list', { people: [] }, ['请至少选一个人']],
  ['too many people', { people: Array.from({ length: 201 }, () => ID) }, ['最多选 200 个人']],
  ['no buildings', { places: [] }, ['请至少选一栋楼']],
])('an audience of %s says %#', (_, audience, want) => expect(said(audience)).toEqual(want));

test('an unknown field, role or band is refused', () => {
  for (const wrong of [{ salary: 1 }, { roles: ['king'] }, { bands: ['0-17'] }, { interests: ['magic'] }])
    expect(Audience.safeParse(wrong).success).toBe(false);
});

test('the whole community is what names nothing', () => {
  expect([isWhole({}), isWhole({ places: undefined }), isWhole({ followers: ID })]).toEqual([true, true, false]);
});

test('a place has one name however it is written, and a building is no unit', () => {
  expect(placeKey({ building: '３栋', unit: '第二单元' })).toBe(placeKey({ building: '3号楼', unit: '2' }));
  expect(placeKey({ building: '3' })).not.toBe(placeKey({ building: '3', unit: '1' }));
});
