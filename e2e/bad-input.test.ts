import { api, type Actor } from '@gongzhi/local/demo/api';
import { doorKey } from '@gongzhi/shared/kernel/door-key';
import type { Contract, Route } from '@gongzhi/shared/kernel/contract';
import { newId } from '@gongzhi/shared/kernel/ids';
import { deriveCodes } from '../functions/src/directory/derive-codes';
import { ask, knock, request, saysOf, type Heard } from './knock';
import { HERE, STREET, THERE, neighbours, personOf, resident, startTown, stranger, type Town } from './town';

const { councils, directory, identity, ledger } = api;
const SOMETHING = newId(new Date(), new Uint8Array(16).fill(7));
const TEXT = {
  title: '东门早高峰错时开放',
  grounds: '早上挤。',
  recommendations: [{ title: '错时开放', body: '先试一个月。' }],
};
const ROUTES: Contract = { ...identity, ...directory, ...councils, ...ledger };

jest.setTimeout(240_000);

let town: Town;
let author: Actor;
beforeAll(async () => {
  town = await startTown({ households: 60 });
  author = await resident(town, 'author');
});
afterAll(() => town?.stop());

const messages = ({ body }: Heard): string[] =>
  ((body['issues'] ?? []) as { message: string }[]).map(({ message }) => message);
const post = (path: string, body: string, headers: Record<string, string> = {}) =>
  request(`${town.url}${path}`, {
    method: 'POST',
    body,
    headers: {
      authorization: `Bearer ${author.token}`,
      'content-type': 'application/json',
      'idempotency-key': 'a-key-of-its-own',
      ...headers,
    },
  });
const file = (more: object, key?: string) =>
  knock(
    town.url,
    councils.fileProposal,
    { communityId: HERE, ...TEXT, ...more },
    { token: author.token, ...(key && { key }) },
  );
const PROPOSALS = `/councils/${HERE}/proposals`;

describe('a body that is not what was asked for', () => {
  it.each([
    ['a proposal', PROPOSALS, '128 KB'],
    ['a sign-in', '/identity/sessions', '64 KB'],
    ['a roll', `/directory/${HERE}/roll`, '64 KB'],
  ])('of 300 KB is too large for %s: 413 with a sentence', async (_, path, limit) => {
    const heard = await post(path, JSON.stringify({ grounds: '挤'.repeat(100_000) }));
    expect([heard.status, messages(heard)]).toEqual([413, [`内容太大（上限 ${limit}），请分开提交。`]]);
  });

  it('of 12 MB is cut off before any function', async () => {
    const heard = await post(PROPOSALS, ' '.repeat(12 * 1024 * 1024));
    expect([heard.status, heard.body]).toEqual([413, { message: 'Request Entity Too Large' }]);
  });

  it.each(['{"title":', '[]', '"text"', 'null', '17', '\u0000', 'title=东门', '{}{}'])(
    'reads %j: 400 with a sentence',
    async (body) => {
      const heard = await post(PROPOSALS, body);
      expect([heard.status, messages(heard)]).toEqual([400, ['提交的内容格式不对，请重试。']]);
    },
  );

  it.each(['application/octet-stream', 'text/plain', ''])(
    'sent as %j is read all the same, and nothing at all is told what is missing',
    async (type) => {
      const heard = await post(PROPOSALS, '', { 'content-type': type });
      expect([heard.status, messages(heard)[0]]).toEqual([400, '请填写标题']);
      expect((await post(PROPOSALS, JSON.stringify({ ...TEXT, title: '🎉' }), { 'content-type': type })).status).toBe(
        400,
      );
    },
  );

  it('with a field nobody knows, or a path that says otherwise, is refused and files nothing', async () => {
    const wrong = [
      await file({ authorId: SOMETHING }),
      await post(PROPOSALS, JSON.stringify({ ...TEXT, communityId: THERE })),
      await file({ recommendations: [{ ...TEXT.recommendations[0], rank: 1 }] }),
    ];
    expect(wrong.map(({ status }) => status)).toEqual([400, 400, 400]);
    expect(messages(wrong[1]!)).toEqual(['地址与内容不一致，请返回重试。']);
    expect((await request(`${town.url}${PROPOSALS}?limit=1000`)).status).toBe(400);
    expect((await post(PROPOSALS, `{"__proto__":{"askReview":true},${JSON.stringify(TEXT).slice(1)}`)).status).toBe(
      400,
    );
    expect((await author.act(councils.listMyProposals, { communityId: HERE })).items).toEqual([]);
  });

  it.each([
    ['🎉🎉🎉', '标题要有文字，不能只有表情或符号'],
    ['　 ', '请填写标题'],
    ['……——！', '标题要有文字，不能只有表情或符号'],
    ['第一行\n第二行', '标题不能换行'],
    ['长'.repeat(61), '标题不能超过 60 个字'],
  ])('whose title is %j is told so in Chinese', async (title, says) => {
    const heard = await file({ title });
    expect([heard.status, messages(heard)]).toEqual([400, [says]]);
  });

  it('without its number is refused, with a number that was used for something else too', async () => {
    expect(messages(await post(PROPOSALS, JSON.stringify(TEXT), { 'idempotency-key': 'short' }))).toEqual([
      '缺少提交编号，请更新到最新版本后重试。',
    ]);
    const first = await file({}, 'one-intent');
    expect(first.status).toBe(200);
    const [again, other] = [await file({}, 'one-intent'), await file({ title: '另一件事' }, 'one-intent')];
    expect([again.body, again.headers.get('idempotent-replayed'), saysOf(other)]).toEqual([
      first.body,
      'true',
      '422 KEY_REUSED',
    ]);
    expect((await author.act(councils.listMyProposals, { communityId: HERE })).items).toHaveLength(1);
  });
});

test.each([
  ['GET', '/nothing/here'],
  ['POST', '/councils'],
  ['DELETE', PROPOSALS],
  ['PATCH', `/directory/${HERE}`],
  ['GET', `/councils/${HERE}/proposals/${SOMETHING}/ballots`],
])('%s %s is no route: 404', async (method, path) => {
  expect((await request(`${town.url}${path}`, { method })).status).toBe(404);
});

test.each([
  `/councils/33010200405/proposals`,
  `/councils/${HERE}/proposals/../../x`,
  `/councils/${HERE}/proposals/${SOMETHING.toLowerCase()}`,
  `/councils/%E0%A4%A/proposals`,
])('a path with a parameter that is no id (%s) is never found and never breaks', async (path) => {
  expect([400, 404]).toContain((await request(`${town.url}${path}`)).status);
});

describe('a cursor', () => {
  const lists = Object.entries(ROUTES).filter(([, { input }]) => 'cursor' in input.shape);
  const ids = () => ({
    communityId: HERE,
    streetId: STREET,
    proposalId: SOMETHING,
    pointId: SOMETHING,
    subjectId: SOMETHING,
    building: '1号楼',
    column: 'for',
    order: 'newest',
  });
  const fieldsFor = (route: Route, more: object) =>
    Object.fromEntries(Object.entries({ ...ids(), ...more }).filter(([name]) => name in route.input.shape));
  const token = (route: Route) =>
    (route.access === 'public' || route.access.includes('resident') ? author : town.worker).token;
  const read = (route: Route, more: object) => knock(town.url, route, fieldsFor(route, more), { token: token(route) });
  let proposalId: string;
  let pointId: string;
  let good: string;
  beforeAll(async () => {
    ({ id: proposalId } = await author.act(councils.fileProposal, { communityId: HERE, ...TEXT }));
    for (let i = 0; i < 21; i += 1)
      ({ id: pointId } = await author.act(councils.addPoint, {
        communityId: HERE,
        proposalId,
        column: 'for',
        body: `第 ${i} 条`,
      }));
    const { next } = await author.act(councils.listPoints, {
      communityId: HERE,
      proposalId,
      column: 'for',
      order: 'newest',
    });
    good = next ?? '';
  });

  it('leads to the rest of its own list', async () => {
    expect(
      (
        await author.act(councils.listPoints, {
          communityId: HERE,
          proposalId,
          column: 'for',
          order: 'newest',
          cursor: good,
        })
      ).items,
    ).toHaveLength(1);
  });

  it('that was changed anywhere is refused', async () => {
    const changed = [
      good.slice(0, -1),
      `${good}A`,
      `x${good}`,
      good.replace('.', ''),
      good.replace(/^(.{9})./, (_, head: string) => `${head}${good[9] === 'A' ? 'B' : 'A'}`),
      `${good.split('.')[0]}.`,
      '.',
      good.toLowerCase(),
    ];
    const heard = await Promise.all(changed.map((cursor) => read(councils.listPoints, { proposalId, cursor })));
    expect(heard.map(saysOf)).toEqual(changed.map(() => '400 BAD_CURSOR'));
  });

  it('made for somewhere else by whoever knows how cursors look is refused', async () => {
    const body = Buffer.from(JSON.stringify({ pk: `${HERE}#waiting`, sk: SOMETHING })).toString('base64url');
    const heard = await read(councils.listPoints, { proposalId, cursor: `${body}.${good.split('.')[1]}` });
    expect(saysOf(heard)).toBe('400 BAD_CURSOR');
  });

  it('of another column, order or proposal is refused', async () => {
    const others = [
      { column: 'concern' },
      { order: 'endorsed' },
      { proposalId: (await author.act(councils.fileProposal, { communityId: HERE, ...TEXT })).id },
    ];
    const heard = await Promise.all(
      others.map((other) => read(councils.listPoints, { proposalId, cursor: good, ...other })),
    );
    expect(heard.map(saysOf)).toEqual(others.map(() => '400 BAD_CURSOR'));
  });

  it.each(lists)('of another list is refused by %s', async (_, route) => {
    const heard = await read(route, { proposalId, pointId, cursor: route === councils.listPoints ? `${good}x` : good });
    expect(saysOf(heard)).toBe('400 BAD_CURSOR');
  });
});

describe('an invite', () => {
  const codesOf = async (building: string, { unit, room }: { unit: string; room: string }): Promise<string[]> => {
    const { batchId } = await town.worker.act(directory.issueInvites, { communityId: HERE, building });
    const codes = deriveCodes(town.secret<{ pepper: string }>('pepper').pepper);
    const { door } = doorKey({ building, unit, room });
    return [0, 1].map((n) => codes.inviteCode(HERE, { batchId, door, n }));
  };
  const homeOf = (key: string) => personOf(key).home ?? { building: '', unit: '', room: '' };
  const redeem = async (key: string, code: string, more: object = {}) => {
    const { token } = await stranger(town, key);
    return knock(
      town.url,
      directory.redeemInvite,
      { communityId: HERE, code, displayName: '邻居', ...more },
      { token },
    );
  };
  it('that is wrong, malformed or of another community is refused with a sentence', async () => {
    const [code = ''] = await codesOf('2号楼', homeOf('n020'));
    const wrong = `${code.slice(0, 9)}${code.endsWith('0') ? '1' : '0'}`;
    expect([saysOf(await redeem('guest', wrong)), saysOf(await redeem('guest', code, { communityId: THERE }))]).toEqual(
      ['404 INVITE_WRONG', '404 INVITE_WRONG'],
    );
    expect(messages(await redeem('guest', 'ABCDE-FGHI'))).toEqual(['邀请码是 10 位字符，不含字母 I、L、O、U']);
  });

  it('brought by eight phones at the same moment lets one in', async () => {
    const home = homeOf('n020');
    const [code = ''] = await codesOf(home.building, home);
    const heard = await Promise.all(neighbours(101, 108).map(({ key }) => redeem(key, code)));
    expect(heard.map(saysOf).sort()).toEqual(['200', ...Array.from({ length: 7 }, () => '409 INVITE_USED')]);
    const { items } = await town.worker.act(directory.listHouseholds, { communityId: HERE, building: home.building });
    expect(items.find(({ unit, room }) => unit === home.unit && room === home.room)?.joined).toBe(1);
  });

  it('for a household that filled up meanwhile is refused, and the household stays as large as its roll', async () => {
    const home = homeOf('n021');
    const [code = ''] = await codesOf(home.building, home);
    await resident(town, 'n021');
    const heard = await redeem('n110', code);
    expect([saysOf(heard), heard.body['facts']]).toEqual(['409 HOUSEHOLD_FULL', { seats: 1 }]);
  });

  it('guessed ten times makes the eleventh wait, even with the right one', async () => {
    const home = homeOf('n022');
    const [code = ''] = await codesOf(home.building, home);
    const { token } = await stranger(town, 'n111');
    const guess = (guessed: string) =>
      ask(town.url, directory.redeemInvite, { communityId: HERE, code: guessed, displayName: '邻居' }, { token });
    const wrong = Array.from(
      { length: 10 },
      (_, i) => `${code.slice(0, 8)}${code.slice(8) === `0${i}` ? 'ZZ' : `0${i}`}`,
    );
    for (const one of wrong) expect(saysOf(await guess(one))).toBe('404 INVITE_WRONG');
    expect(saysOf(await guess(code))).toBe('429 TOO_MANY');
  });
});
