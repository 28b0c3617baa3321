import * as fc from 'fast-check';
import { directory } from './contract';
import { OWNER_ROWS } from './contract-owners';
import { AgeBand } from './model';
import { issuesOf } from './test-issues';

const communityId = '330102004051';
const ID = '01JD0000000000000000PR0P01';
const DOOR = { building: '2号楼', unit: '1单元', room: '301' };
const buyer = { ...DOOR, kind: 'buyer', buyer: '王秀兰 1234' };
const entering = (rows: unknown) => issuesOf(directory.importOwners.input.safeParse({ communityId, rows }));

test.each<[string, object, string[]]>([
  ['a buyer', buyer, []],
  ['a door that is not sold, without a buyer', { ...DOOR, kind: 'developer' }, []],
  ['a buyer nobody can tell from another', { ...DOOR, kind: 'buyer' }, ['rows.0.buyer: 请填写业主标识']],
  ['a buyer of 40 characters', { ...buyer, buyer: '字'.repeat(40) }, []],
  ['a buyer of 41 characters', { ...buyer, buyer: '字'.repeat(41) }, ['rows.0.buyer: 业主标识不能超过 40 个字']],
  ['no room', { ...buyer, room: '' }, ['rows.0.room: 请填写房号']],
  ['an area, which the roll knows', { ...buyer, area: 8_950 }, ['rows.0: 不认识的字段：area']],
])('a door of the owners’ register with %s', (_, row, issues) => {
  expect(entering([row])).toEqual(issues);
});

test('a kind that is neither a buyer nor the developer is refused', () => {
  expect(entering([{ ...buyer, kind: 'tenant' }])).toHaveLength(1);
});

test(`one import enters 1 to ${OWNER_ROWS} doors: what one transaction holds`, () => {
  expect(entering([])).toHaveLength(1);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: OWNER_ROWS + 20 }), (count) => {
      const rows = Array.from({ length: count }, (_, n) => ({ ...buyer, room: String(n + 1) }));
      expect(entering(rows).length === 0).toBe(count <= OWNER_ROWS);
    }),
    { numRuns: 30 },
  );
});

test('an owner’s mark never comes back: what workers read of a door is its head', () => {
  const door = { householdId: ID, unit: '1单元', room: '301', area: 8_950, head: ID };
  const page = (item: object) => directory.listOwned.output.safeParse({ items: [item] }).success;
  expect(page(door)).toBe(true);
  expect(page({ ...door, head: undefined, area: undefined })).toBe(true);
  expect(page({ ...door, buyer: '王秀兰 1234' })).toBe(false);
});

describe('telling one’s age band', () => {
  const telling = (extra: object) => issuesOf(directory.setAgeBand.input.safeParse({ communityId, ...extra }));

  test('needs the consent to it, taking it back needs none', () => {
    for (const band of AgeBand.options) {
      expect(telling({ band, agreed: true })).toEqual([]);
      expect(telling({ band, agreed: false })).toEqual(['agreed: 请先同意这项说明']);
    }
    expect(telling({ agreed: false })).toEqual([]);
  });

  test('is a band and never a year or an age', () => {
    for (const band of ['1958', '68', 68, '']) expect(telling({ band, agreed: true })).toHaveLength(1);
    expect(telling({ agreed: true, birthYear: 1958 })).toEqual([': 不认识的字段：birthYear']);
  });

  test('is answered with whether it is told, not with the band', () => {
    const at = '2026-11-23T02:00:00.000Z';
    expect(directory.setAgeBand.output.safeParse({ told: true, at }).success).toBe(true);
    expect(directory.setAgeBand.output.safeParse({ told: true, at, band: AgeBand.options[0] }).success).toBe(false);
  });
});
