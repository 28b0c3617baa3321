import { groupCode, spokenCode } from '@gongzhi/shared/kernel/spoken-codes';
import { derivePaperCodes } from './derive-paper-codes';

const codes = derivePaperCodes('pepper');
const round = { communityId: '110101001001', roundId: '01JD0000000000000000000001' };
const next = { ...round, roundId: '01JD0000000000000000000002' };
const PLACES = [0, 1, 31, 32, 1_023, 4_999, 32_767];

it.each(PLACES)('stands for place %i and no other, always the same', (place) => {
  const code = codes.codeOf(round, place);
  expect(spokenCode('答题码').safeParse(groupCode(code), { jitless: true }).success).toBe(true);
  expect(codes.placeOf(round, code)).toBe(place);
  expect(derivePaperCodes('pepper').codeOf(round, place)).toBe(code);
});

it('is none of another round, community or pepper', () => {
  for (const place of PLACES) {
    const code = codes.codeOf(round, place);
    expect(codes.placeOf(next, code)).toBeUndefined();
    expect(codes.placeOf({ ...round, communityId: '110101001002' }, code)).toBeUndefined();
    expect(derivePaperCodes('other').placeOf(round, code)).toBeUndefined();
  }
});

it('is told from every code with one character changed', () => {
  const code = codes.codeOf(round, 7);
  for (let at = 0; at < code.length; at += 1)
    for (const letter of '0123456789ABCDEFGHJKMNPQRSTVWXYZ')
      if (letter !== code[at])
        expect(codes.placeOf(round, code.slice(0, at) + letter + code.slice(at + 1))).toBeUndefined();
});

it('is another for each place, and says nothing of the place by what it begins with', () => {
  const made = Array.from({ length: 2_000 }, (_, place) => codes.codeOf(round, place));
  expect(new Set(made).size).toBe(2_000);
  expect(new Set(made.map((code) => code.slice(3))).size).toBe(2_000);
  expect(made[0]?.slice(0, 3)).not.toBe(codes.codeOf(next, 0).slice(0, 3));
});
