import { votes } from './contract';

const UNIT = '01JD0000000000000000PR0P01';
const at = { communityId: '310104013001', voteId: UNIT };
const issues = (name: 'listEntries' | 'enterBox' | 'askHelp', more: object) =>
  (votes[name].input.safeParse({ ...at, ...more }).error?.issues ?? []).map(({ path }) => path.join('.'));

test('entries are asked for whole or of one unit', () => {
  expect(issues('listEntries', {})).toEqual([]);
  expect(issues('listEntries', { unitId: UNIT })).toEqual([]);
  expect(issues('listEntries', { unitId: '1号楼101' })).toEqual(['unitId']);
});

test('a box holds whole papers, none of them less than nothing', () => {
  const box = { for: 0, against: 0, abstain: 0, invalid: 0 };
  expect(issues('enterBox', box)).toEqual([]);
  expect(issues('enterBox', { ...box, for: -1 })).toEqual(['for']);
  expect(issues('enterBox', { ...box, invalid: 0.5 })).toEqual(['invalid']);
});

test('help is asked for without a code, or with one somebody said', () => {
  expect(issues('askHelp', { unitId: UNIT })).toEqual([]);
  expect(issues('askHelp', { unitId: UNIT, code: '7K2M 9QXD' })).toEqual([]);
  expect(issues('askHelp', { unitId: UNIT, code: '' })).toEqual(['code']);
  expect(issues('askHelp', { unitId: UNIT, choice: 'for' })).toEqual(['']);
});
