import fc from 'fast-check';
import { base32 } from '@gongzhi/shared/kernel/ids';
import { votes } from './contract';
import { ProxyCode } from './contract-proxies';

const COMMUNITY = '310104013001';
const ID = '01JD0000000000000000PR0P01';
const WRONG = '委托码是 10 位字符，不含字母 I、L、O、U';
const issuesOf = (answer: {
  success: boolean;
  error?: { issues: { path: PropertyKey[]; message: string }[] } | undefined;
}) => (answer.error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`);

test.each<[string, unknown, string | undefined]>([
  ['as it was shown', '0123456789', '0123456789'],
  ['in small letters', 'abcdefghjk', 'ABCDEFGHJK'],
  ['with spaces around it, as a chat app pastes it', ' 7k2m9qxd0h\n', '7K2M9QXD0H'],
  ['one short', '012345678', undefined],
  ['one too long', '01234567890', undefined],
  ['with a letter no code has', 'ABCDEFGHIJ', undefined],
  ['with another', 'ABCDEFGHJU', undefined],
  ['with a hyphen', '0123-45678', undefined],
  ['in full-width digits', '０１２３４５６７８９', undefined],
  ['empty', '', undefined],
])('a code %s', (_, typed, code) => {
  const parsed = ProxyCode.safeParse(typed);
  expect(parsed.data).toBe(code);
  if (code === undefined) expect(issuesOf(parsed)).toEqual([`: ${WRONG}`]);
});

test.each([undefined, null, 123])('%s instead of a code is asked for in a sentence', (typed) => {
  expect(issuesOf(ProxyCode.safeParse(typed))).toEqual([': 请填写委托码']);
});

test('every code that can be made is read back, however it is typed', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 10, maxLength: 10 }), fc.constantFrom('', ' ', '\n'), (bytes, around) => {
      const code = base32(bytes);
      expect(ProxyCode.parse(`${around}${code.toLowerCase()}${around}`)).toBe(code);
    }),
  );
});

const inVote = { communityId: COMMUNITY, voteId: ID };
const asking = (name: 'offerProxy' | 'acceptProxy' | 'registerProxy' | 'revokeProxy', more: object) =>
  issuesOf(votes[name].input.safeParse({ ...inVote, ...more }));
test.each<[string, string[], string[]]>([
  ['an offer without its unit', asking('offerProxy', {}), ['unitId: 此项必填']],
  ['an offer of a unit', asking('offerProxy', { unitId: ID }), []],
  [
    'an offer to somebody by name',
    asking('offerProxy', { unitId: ID, agentName: '张三' }),
    [': 不认识的字段：agentName'],
  ],
  [
    'a code taken up for a unit of one’s choice',
    asking('acceptProxy', { code: '0123456789', unitId: ID }),
    [': 不认识的字段：unitId'],
  ],
  ['no code', asking('acceptProxy', {}), ['code: 请填写委托码']],
  ['a written proxy without its agent', asking('registerProxy', { unitId: ID }), ['agentId: 此项必填']],
  [
    'a written proxy for a phone number',
    asking('registerProxy', { unitId: ID, agentId: '13800000000' }),
    ['agentId: 此项的格式不对'],
  ],
  [
    'a written proxy with a scan',
    asking('registerProxy', { unitId: ID, agentId: ID, scan: 'x' }),
    [': 不认识的字段：scan'],
  ],
  [
    'a revocation that names the agent',
    asking('revokeProxy', { unitId: ID, agentId: ID }),
    [': 不认识的字段：agentId'],
  ],
])('%s', (_, issues, expected) => {
  expect(issues).toEqual(expected);
});

test('whoever gives, takes up, registers or takes back hears when the vote is closed', () => {
  for (const name of ['offerProxy', 'acceptProxy', 'registerProxy', 'revokeProxy'] as const)
    expect(votes[name].refusals).toContain('CLOSED');
});

test('both ways of becoming an agent refuse alike what the limits forbid', () => {
  for (const code of ['PROXY_NOT_ALLOWED', 'PROXY_GIVEN', 'PROXY_LIMIT', 'PROXY_SELF', 'HOUSEHOLD_VOTED'] as const) {
    expect(votes.acceptProxy.refusals).toContain(code);
    expect(votes.registerProxy.refusals).toContain(code);
  }
});

test('only the offer’s receipt holds the code; whoever takes it up gets none to hand on', () => {
  const withCode = Object.entries(votes).filter(
    ([, { output }]) => 'code' in ((output as { shape?: object }).shape ?? {}),
  );
  expect(withCode.map(([name]) => name)).toEqual(['readHelp', 'offerProxy']);
});
