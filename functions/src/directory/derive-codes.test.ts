import fc from 'fast-check';
import { directory } from '@gongzhi/shared/directory/contract';
import { Id } from '@gongzhi/shared/kernel/ids';
import { bareCode, groupCode } from '@gongzhi/shared/kernel/spoken-codes';
import { deriveCodes } from './derive-codes';

const HERE = '330102004051';
const codes = deriveCodes('one pepper');
/** A code as it arrives when somebody typed it so. */
const typed = (code: string) =>
  directory.redeemInvite.input.parse({ communityId: HERE, code, displayName: '王芳' }).code;
const invite = { batchId: '01JD0000000000000000000000', door: '12#3502', n: 0 };

test('what is derived is the same each time and another under another pepper, community, batch, door or number', () => {
  const same = codes.inviteCode(HERE, invite);
  expect(codes.inviteCode(HERE, { ...invite })).toBe(same);
  const others = [
    deriveCodes('other pepper').inviteCode(HERE, invite),
    codes.inviteCode('330102004053', invite),
    codes.inviteCode(HERE, { ...invite, n: 1 }),
    codes.inviteCode(HERE, { ...invite, door: '12#3503' }),
    codes.inviteCode(HERE, { ...invite, batchId: '01JD0000000000000000000001' }),
  ];
  expect(new Set([same, ...others]).size).toBe(6);
});

test('no two kinds of things derived from the same words are alike', () => {
  const x = '0123';
  const made = [codes.householdId(HERE, x).slice(1), codes.phoneTag(HERE, x).slice(0, 25)];
  expect(new Set(made.map((text) => text.slice(0, 10))).add(codes.staffCode(HERE, x)).size).toBe(3);
});

test('a household’s id is an id, whatever the door; codes are codes as a person writes them', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.nat({ max: 20 }), (door, n) => {
      expect(Id.safeParse(codes.householdId(HERE, door)).success).toBe(true);
      const code = codes.inviteCode(HERE, { ...invite, door, n });
      expect(typed(` ${groupCode(code).toLowerCase()} `)).toBe(groupCode(code));
      expect(bareCode(groupCode(code))).toBe(code);
      expect(codes.tagOf(code)).toBe(codes.batchTag(HERE, invite.batchId));
      expect(code).toHaveLength(10);
    }),
  );
});

test('a thousand doors have a thousand codes that share nothing but their batch', () => {
  const made = Array.from({ length: 1_000 }, (_, i) => codes.inviteCode(HERE, { ...invite, door: `12#3${i}` }));
  expect(new Set(made.map((code) => code.slice(3))).size).toBe(1_000);
  expect(new Set(made.map((code) => code.slice(0, 3))).size).toBe(1);
  expect(bareCode(typed(codes.staffCode(HERE, invite.batchId)))).toBe(codes.staffCode(HERE, invite.batchId));
});
