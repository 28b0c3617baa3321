import { UnitProfile } from '@gongzhi/shared/units/model';
import { EMPTY, draftOf, missingWords, profileOf } from './model';

const SCHOOL = { name: '第一小学', kind: 'school', where: 'here' } as const;

test('what is written is what is sent, and what is left empty is not there', () => {
  const draft = { ...EMPTY, ...SCHOOL, address: ' ', about: '有操场' };
  expect(profileOf(draft)).toEqual({ ...SCHOOL, about: '有操场' });
  expect(UnitProfile.safeParse(profileOf(draft)).success).toBe(true);
});

test('a unit is written again as it stands', () => {
  const unit = { ...SCHOOL, unitId: '01ARYZ6S410000000000000001', address: '幸福路 1 号', contacts: 0 };
  expect(profileOf(draftOf(unit))).toEqual({ ...SCHOOL, address: '幸福路 1 号' });
});

test('a unit has a name', () => {
  expect([
    missingWords(EMPTY),
    missingWords({ ...EMPTY, name: '  ' }),
    missingWords({ ...EMPTY, name: '医院' }),
  ]).toEqual([...['请填写单位名称。', '请填写单位名称。', undefined]]);
});
