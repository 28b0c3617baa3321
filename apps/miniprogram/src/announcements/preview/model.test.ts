import { fits } from '@gongzhi/shared/kernel/fit';
import { messageFields, missingOf } from './model';

const now = new Date('2026-11-27T02:00:00.000Z');
const words = { title: '周三停水', body: '请接水', links: [] };

test('each field of the message is shown as it fits, and what was cut is said', () => {
  const long = { ...words, title: '关于三号楼和五号楼周三上午九点到十一点停水的通知', place: '3号楼' };
  const fields = messageFields('service', long, now);
  expect(fields.map(({ label, cut }) => [label, cut])).toEqual([
    ['标题', true],
    ['种类', false],
    ['时间', false],
    ['地点', false],
  ]);
  expect(fields.every(({ key, value }) => fits(key, value))).toBe(true);
  expect([...(fields[0]?.value ?? '')]).toHaveLength(20);
});

test('no field is empty, and a short title is whole', () => {
  const fields = messageFields('urgent', words, now);
  expect(fields[0]).toMatchObject({ value: '周三停水', most: 20, cut: false });
  expect(fields.filter(({ value }) => value === '')).toEqual([]);
});

test('what is missing before it is sent is said', () => {
  const how = { later: false, date: '', override: false, reason: '' };
  expect(missingOf(how)).toBeUndefined();
  expect(missingOf({ ...how, later: true })).toContain('哪一天');
  expect(missingOf({ ...how, override: true })).toContain('为什么');
});
