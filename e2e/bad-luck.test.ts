import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { api, type Actor } from '@gongzhi/local/demo/api';
import { splitProposal } from '@gongzhi/shared/councils/split-proposal';
import { isRefusal, says } from '@gongzhi/shared/kernel/refusals';
import { ask, saysOf, type Heard } from './knock';
import { HERE, neighbours, resident, startTown, stranger, type Town } from './town';

const { councils, directory, identity } = api;
const MINUTE = 60_000;
const CHECK = '/wxa/msg_sec_check';
const TOKEN = '/cgi-bin/stable_token';
const LOGIN = '/sns/jscode2session';
const PHONE = '/wxa/business/getuserphonenumber';
const PAPER = {
  ...splitProposal(readFileSync(join(__dirname, '../apps/local/src/demo/proposal.txt'), 'utf8')),
  title: '完善社区治理，让居民满意成为考核标准',
};

jest.setTimeout(4 * MINUTE);

let town: Town;
let author: Actor;
let people: Actor[];
let proposalId: string;
beforeAll(async () => {
  town = await startTown();
  author = await resident(town, 'author');
  people = await Promise.all(neighbours(1, 8).map(({ key }) => resident(town, key)));
  proposalId = (await author.act(councils.fileProposal, { communityId: HERE, ...PAPER })).id;
});
afterAll(() => town?.stop());

const wechat = () => town.cloud.wechat.control;
const logIn = (code: string): Promise<Heard> => ask(town.url, identity.signIn, { code });
/** The sentence a person reads. */
const sentence = ({ body }: Heard): string => (isRefusal(body) ? says(body) : '');
const say = (actor: Actor, body: string, column: 'for' | 'concern' | 'question' = 'for') =>
  actor.act(councils.addPoint, { communityId: HERE, proposalId, column, body });
const joinByPhone = (actor: Actor, phoneCode: string, key?: string) =>
  ask(
    town.url,
    directory.joinByPhone,
    { communityId: HERE, phoneCode, displayName: '邻居' },
    { token: actor.token, ...(key && { key }) },
  );
/** WeChat's clock goes on, ours does not. */
const later = (ms: number) =>
  jest.useFakeTimers({
    now: Date.now() + ms,
    doNotFake: [
      'hrtime',
      'nextTick',
      'performance',
      'queueMicrotask',
      'setImmediate',
      'clearImmediate',
      'setInterval',
      'clearInterval',
      'setTimeout',
      'clearTimeout',
    ],
  });
afterEach(() => jest.useRealTimers());

describe('signing in while WeChat has a bad day', () => {
  it('a login code is good for five minutes and once', async () => {
    const [old, used] = [wechat().loginCode('guest'), wechat().loginCode('guest')];
    expect((await logIn(used)).status).toBe(200);
    const again = await logIn(used);
    expect([saysOf(again), sentence(again)]).toEqual(['401 CODE_USED', '登录凭证已使用过，请再点一次登录。']);
    later(5 * MINUTE);
    const late = await logIn(old);
    expect([saysOf(late), sentence(late)]).toEqual(['401 CODE_EXPIRED', '登录凭证已失效，请再点一次登录。']);
    expect(saysOf(await logIn('no-such-code'))).toBe('401 CODE_EXPIRED');
  });

  it.each([
    [45011, '429 TOO_MANY'],
    [40226, '403 BLOCKED'],
    [45009, '503 BUSY'],
    ['down', '503 BUSY'],
  ] as const)('an answer of %s becomes %s with its sentence, and the next try succeeds', async (fault, refusal) => {
    wechat().failNext(LOGIN, fault);
    const code = wechat().loginCode('guest');
    const heard = await logIn(code);
    expect(saysOf(heard)).toBe(refusal);
    expect(sentence(heard)).toMatch(/\p{Script=Han}/u);
    expect((await logIn(code)).status).toBe(200);
  });

  it('an answer that is no answer breaks one request, tells its number and nothing else', async () => {
    wechat().failNext(LOGIN, 'garbage');
    const heard = await logIn(wechat().loginCode('guest'));
    expect([heard.status, heard.body]).toEqual([500, { requestId: heard.headers.get('x-request-id') }]);
  });

  it('a WeChat that does not answer is given up after seconds, and nothing is lost', async () => {
    const phoner = await stranger(town, 'n020').then((actor) => agreeToPhone(actor));
    for (const path of [LOGIN, CHECK, PHONE]) wechat().failNext(path, 'timeout');
    const [login, text, phone] = await Promise.all([
      logIn(wechat().loginCode('guest')),
      say(author, '等不到回答的一条意见。'),
      joinByPhone(phoner, await phoner.phoneCode()),
    ]);
    expect([saysOf(login), text.state, saysOf(phone)]).toEqual(['503 BUSY', 'waiting', '503 BUSY']);
    expect(sentence(login)).toBe('系统正忙，您的内容已保留，请稍后重试。');
    expect((await joinByPhone(phoner, await phoner.phoneCode())).status).toBe(200);
  });
});

const agreeToPhone = async (actor: Actor): Promise<Actor> => {
  const { version, hash } = await actor.act(identity.readNotice, { purpose: 'phone' });
  await actor.act(identity.giveConsent, { purpose: 'phone', version, hash });
  return actor;
};

describe('the access token goes stale in the middle', () => {
  it('eight people speak at once: it is renewed once and everybody is heard', async () => {
    wechat().revokeTokens();
    const before = wechat().calls(TOKEN);
    const heard = await Promise.all(people.map((actor, i) => say(actor, `第 ${i} 位邻居的意见。`)));
    expect(heard.map(({ state }) => state)).toEqual(people.map(() => 'published'));
    expect(wechat().calls(TOKEN) - before).toBe(1);
  });

  it('a phone number is still revealed, by a function that shares the token', async () => {
    wechat().revokeTokens();
    const before = wechat().calls(TOKEN);
    await say(author, '先用掉旧凭证。');
    expect(
      (await joinByPhone(await agreeToPhone(await stranger(town, 'n019')), wechat().phoneCode('n019'))).status,
    ).toBe(200);
    expect(wechat().calls(TOKEN) - before).toBe(1);
  });

  it('WeChat hands the stale token out once more: it is forced to make another', async () => {
    wechat().failNext(CHECK, 40001);
    const before = wechat().calls(TOKEN);
    expect((await say(author, '凭证说是新的，其实不能用。')).state).toBe('published');
    expect(wechat().calls(TOKEN) - before).toBe(2);
  });
});

describe('the content check is not to be had', () => {
  it.each(['down', 'garbage', 45009, 45011] as const)(
    '%s: the text waits for a worker, its author sees it, nobody else does',
    async (fault) => {
      wechat().failNext(CHECK, fault);
      const body = `没有检查到的意见（${fault}）。`;
      const { id, state } = await say(author, body, 'concern');
      expect(state).toBe('waiting');
      const listed = { communityId: HERE, proposalId, column: 'concern', order: 'newest' } as const;
      expect((await author.act(councils.listPoints, listed)).items[0]).toMatchObject({
        pointId: id,
        body,
        state: 'waiting',
      });
      expect((await people[0]!.act(councils.listPoints, listed)).items.filter(({ pointId }) => pointId === id)).toEqual(
        [],
      );
      await town.worker.act(councils.decideReview, { communityId: HERE, reviewId: id, publish: true });
      expect((await people[0]!.act(councils.listPoints, listed)).items[0]).toMatchObject({
        pointId: id,
        body,
        state: 'published',
      });
    },
  );

  it('a whole proposal waits, and not a word of it is lost', async () => {
    wechat().revokeTokens();
    wechat().failNext(TOKEN, 'down');
    const filed = await people[1]!.act(councils.fileProposal, { communityId: HERE, ...PAPER });
    expect(filed.state).toBe('waiting');
    expect(saysOf(await ask(town.url, councils.readProposal, { communityId: HERE, proposalId: filed.id }))).toBe(
      '404 NOT_FOUND',
    );
    const asked = await town.worker.act(councils.listReviews, { communityId: HERE });
    expect(asked.items.find(({ reviewId }) => reviewId === filed.id)).toMatchObject({
      label: '还没有检查',
      title: PAPER.title,
    });
    await town.worker.act(councils.decideReview, { communityId: HERE, reviewId: filed.id, publish: true });
    expect(await people[0]!.act(councils.readProposal, { communityId: HERE, proposalId: filed.id })).toMatchObject(
      PAPER,
    );
  });
});

test('a phone code that is used, old, made up or of the other kind is refused with a sentence, and a good one still works', async () => {
  const actor = await agreeToPhone(await stranger(town, 'n018'));
  const [used, old] = [wechat().phoneCode('n017'), wechat().phoneCode('n018')];
  await joinByPhone(await agreeToPhone(await stranger(town, 'n017')), used);
  const bad = [
    await joinByPhone(actor, used),
    await joinByPhone(actor, 'made-up-code'),
    await joinByPhone(actor, wechat().loginCode('n018')),
  ];
  later(5 * MINUTE);
  bad.push(await joinByPhone(actor, old));
  jest.useRealTimers();
  expect(bad.map(saysOf)).toEqual(bad.map(() => '409 PHONE_CODE_BAD'));
  expect(sentence(bad[0]!)).toContain('请再点一次');
  const [code, key, before] = [wechat().phoneCode('n018'), 'the-same-key', wechat().calls(PHONE)];
  const first = await joinByPhone(actor, code, key);
  const again = await joinByPhone(actor, code, key);
  expect([first.status, again.body, again.headers.get('idempotent-replayed')]).toEqual([200, first.body, 'true']);
  expect(wechat().calls(PHONE) - before).toBe(1);
});
