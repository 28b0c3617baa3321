import * as fc from 'fast-check';
import { directory } from './contract';
import { InviteCode } from './model';
import { issuesOf } from './test-issues';

const communityId = '330102004051';
const ID = '01JD0000000000000000PR0P01';
const DOOR = { building: '2号楼', unit: '1单元', room: '301' };

const asking = (extra: object) =>
  issuesOf(directory.askToJoin.input.safeParse({ communityId, displayName: '孙磊', ...DOOR, ...extra }));

test.each<[string, object, string[]]>([
  ['as it should be', {}, []],
  ['a name of 12 characters', { displayName: '字'.repeat(12) }, []],
  ['a name of 13 characters', { displayName: '字'.repeat(13) }, ['displayName: 称呼不能超过 12 个字']],
  ['a name of emoji', { displayName: '😀😀' }, ['displayName: 称呼要有文字，不能只有表情或符号']],
  ['a name on two lines', { displayName: '孙\n磊' }, ['displayName: 称呼不能换行']],
  ['no room', { room: '  ' }, ['room: 请填写房号']],
  ['a phone nobody asked for', { phone: '19000000008' }, [': 不认识的字段：phone']],
])('asking to join with %s', (_, extra, issues) => {
  expect(asking(extra)).toEqual(issues);
});

test('a refusal of a request may give its reason; whatever is decided is said outright', () => {
  const deciding = (extra: object) =>
    issuesOf(directory.decideJoinRequest.input.safeParse({ communityId, requestId: ID, ...extra }));
  expect(deciding({ confirm: true })).toEqual([]);
  expect(deciding({ confirm: false, reason: '名册上没有这个人' })).toEqual([]);
  expect(deciding({ confirm: 'yes' })).toHaveLength(1);
  expect(deciding({})).toHaveLength(1);
  expect(deciding({ confirm: false, reason: '长'.repeat(61) })).toEqual(['reason: 理由不能超过 60 个字']);
});

const CODE = fc.array(fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'), { minLength: 10, maxLength: 10 });

test('a code is read however it is typed: small letters, spaces around it, with or without the line', () => {
  fc.assert(
    fc.property(CODE, fc.boolean(), fc.boolean(), (letters, small, line) => {
      const code = `${letters.slice(0, 5).join('')}${line ? '-' : ''}${letters.slice(5).join('')}`;
      expect(InviteCode.parse(`  ${small ? code.toLowerCase() : code} `)).toBe(code);
    }),
  );
});

test.each([
  '',
  'ABCDE',
  'ABCDE-FGHJ',
  'ABCDE-FGHJKM',
  'ABCDE–FGHJK',
  'ILOU0-00000',
  '一二三四五-六七八九十',
  "ABCDE-FGHJ'",
])('what is no code is said to be none: %s', (code) => {
  const issues = issuesOf(directory.redeemInvite.input.safeParse({ communityId, code, displayName: '孙磊' }));
  expect(issues).toEqual(['code: 邀请码是 10 位字符，不含字母 I、L、O、U']);
});

test('staff are invited to what an invite may give, never to be a supervisor or a resident', () => {
  const inviting = (role: string) => directory.inviteStaff.input.safeParse({ communityId, role }).success;
  expect(['worker', 'branchSecretary'].filter(inviting)).toHaveLength(2);
  expect(['supervisor', 'resident', 'chair', ''].filter(inviting)).toEqual([]);
});

test('what WeChat gives for a phone is passed on as it is, within its length', () => {
  const joining = (phoneCode: unknown) =>
    directory.joinByPhone.input.safeParse({ communityId, phoneCode, displayName: '王秀兰' }).success;
  expect([joining('x'.repeat(8)), joining('x'.repeat(128))]).toEqual([true, true]);
  expect([joining('x'.repeat(7)), joining('x'.repeat(129)), joining(12345678), joining(undefined)]).toEqual(
    Array.from({ length: 4 }, () => false),
  );
});

test('who joins hears where and when, and no name or phone', () => {
  for (const route of [directory.joinByPhone, directory.redeemInvite]) {
    const answer = { communityId, householdId: ID, joinedAt: '2026-11-23T02:00:00.000Z' };
    expect(route.output.safeParse(answer).success).toBe(true);
    expect(route.output.safeParse({ ...answer, name: '王秀兰' }).success).toBe(false);
    expect(route.output.safeParse({ ...answer, phone: '19000000002' }).success).toBe(false);
  }
});
