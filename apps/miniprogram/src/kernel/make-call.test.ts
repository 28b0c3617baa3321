import { councils } from '@gongzhi/shared/councils/contract';
import { identity } from '@gongzhi/shared/identity/contract';
import { votes } from '@gongzhi/shared/votes/contract';
import { makeCall, type CallParts, type Renew } from './make-call';
import type { Answered, Sent } from './platform/port';
import { makeSessions } from './session';

const PLACE = '310110009001';
const PERSON = '01KATQ8M3N5P7R9S1T2V4W6X8Y';
const vote = { communityId: PLACE, voteId: PERSON, choice: 'for' } as const;
type Reply = Answered | 'nobody';
const reply = (status: number, body: unknown): Answered => ({ status, body, header: () => undefined });
const ok = reply(200, { done: true });
const signedOut = reply(401, { refused: 'NOT_SIGNED_IN' });

const setUp = ({
  replies,
  renew = async () => 'unreachable',
  obtainedAt,
}: {
  replies: Reply[];
  renew?: Renew;
  obtainedAt?: number;
}) => {
  const sent: Sent[] = [];
  const sessions = makeSessions({ read: () => undefined, write: () => undefined, remove: () => undefined });
  if (obtainedAt !== undefined) sessions.keep({ personId: PERSON, accessToken: 'old', refreshToken: 'r1' }, obtainedAt);
  let keys = 0;
  const renewed = jest.fn(renew);
  const parts: CallParts = {
    origin: 'https://api',
    sessions,
    renew: renewed,
    now: () => 1_000_000,
    newKey: () => `key${(keys += 1)}`,
    request: async (asked) => {
      sent.push(asked);
      const next = replies.shift() ?? 'nobody';
      if (next === 'nobody') throw new Error('no network');
      return next;
    },
  };
  return { call: makeCall(parts), sent, sessions, renewed };
};
const fresh: Renew = async () => ({ personId: PERSON, accessToken: 'new', refreshToken: 'r2' });
const bearers = (sent: Sent[]) => sent.map(({ headers }) => headers.authorization);
const keysOf = (sent: Sent[]) => sent.map(({ headers }) => headers['idempotency-key']);

test('a command is checked by its own schema before anything is sent', async () => {
  const { call, sent } = setUp({ replies: [ok] });
  const outcome = await call(councils.addPoint, { communityId: PLACE, proposalId: PERSON, column: 'for', body: '👍' });
  expect(outcome).toMatchObject({
    ok: false,
    invalid: [{ path: ['body'] }],
    says: expect.stringContaining('要有文字'),
  });
  expect(sent).toEqual([]);
});

test('a signed-in call carries the token; a command a key, a read none', async () => {
  const { call, sent } = setUp({ replies: [ok, ok], obtainedAt: 1_000_000 });
  await call(votes.castVote, vote);
  await call(votes.listVotes, { communityId: PLACE });
  expect(bearers(sent)).toEqual(['Bearer old', 'Bearer old']);
  expect(keysOf(sent)).toEqual(['key1', undefined]);
});

test('no answer is tried once more with the same key, then told as offline; the next try of the same intent keeps the key', async () => {
  const { call, sent } = setUp({ replies: ['nobody', 'nobody', ok, ok], obtainedAt: 1_000_000 });
  expect(await call(votes.castVote, vote)).toMatchObject({ ok: false, broken: true, offline: true });
  expect(await call(votes.castVote, vote)).toEqual({ ok: true, value: { done: true } });
  await call(votes.castVote, vote);
  expect(keysOf(sent)).toEqual(['key1', 'key1', 'key1', 'key2']);
});

test('another input is another intent, and a refusal settles one', async () => {
  const { call, sent } = setUp({
    replies: [reply(500, {}), reply(409, { refused: 'CLOSED' }), reply(409, { refused: 'CLOSED' }), ok],
    obtainedAt: 1_000_000,
  });
  for (const choice of ['for', 'against', 'for', 'for'] as const) await call(votes.castVote, { ...vote, choice });
  expect(keysOf(sent)).toEqual(['key1', 'key2', 'key1', 'key3']);
});

test('an old token is renewed before it is used, once for all who ask at the same time', async () => {
  const { call, sent, renewed } = setUp({ replies: [ok, ok, ok], renew: fresh, obtainedAt: 0 });
  await Promise.all([1, 2, 3].map(() => call(votes.listVotes, { communityId: PLACE })));
  expect(renewed.mock.calls).toEqual([['r1']]);
  expect(bearers(sent)).toEqual(['Bearer new', 'Bearer new', 'Bearer new']);
});

test('a token the API no longer takes is renewed and the same command sent again with its key', async () => {
  const { call, sent } = setUp({ replies: [signedOut, ok], renew: fresh, obtainedAt: 1_000_000 });
  expect(await call(votes.castVote, vote)).toMatchObject({ ok: true });
  expect([bearers(sent), keysOf(sent)]).toEqual([
    ['Bearer old', 'Bearer new'],
    ['key1', 'key1'],
  ]);
});

test('a session that is over is forgotten and said; what is public is still read', async () => {
  const { call, sessions, sent } = setUp({
    replies: [signedOut, ok],
    renew: async () => 'ended',
    obtainedAt: 1_000_000,
  });
  expect(await call(votes.castVote, vote)).toMatchObject({ ok: false, refused: 'SESSION_ENDED' });
  expect(sessions.get()).toBeUndefined();
  expect(await call(votes.listVotes, { communityId: PLACE })).toMatchObject({ ok: true });
  expect(bearers(sent)).toEqual(['Bearer old', undefined]);
});

test('when nobody answers the renewal, the person stays signed in', async () => {
  const { call, sessions } = setUp({ replies: [], obtainedAt: 0 });
  expect(await call(votes.castVote, vote)).toMatchObject({ broken: true, offline: true });
  expect(sessions.get()?.refreshToken).toBe('r1');
});

test('signing out while a renewal is under way is not undone by it', async () => {
  let arrive: (tokens: Awaited<ReturnType<Renew>>) => void = () => undefined;
  const { call, sessions } = setUp({
    replies: [ok],
    renew: () =>
      new Promise((resolve) => {
        arrive = resolve;
      }),
    obtainedAt: 0,
  });
  const outcome = call(votes.castVote, vote);
  sessions.end();
  arrive({ personId: PERSON, accessToken: 'new', refreshToken: 'r2' });
  expect(await outcome).toMatchObject({ refused: 'SESSION_ENDED' });
  expect(sessions.get()).toBeUndefined();
});

test('an anonymous call sends no token and renews none', async () => {
  const { call, sent, renewed } = setUp({ replies: [signedOut], renew: fresh, obtainedAt: 0 });
  await call(identity.refresh, { refreshToken: 'r'.repeat(20) }, { anonymous: true });
  expect([bearers(sent), renewed.mock.calls]).toEqual([[undefined], []]);
});
