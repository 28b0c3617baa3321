import { api, type Actor } from '@gongzhi/local/demo/api';
import type { Contract, Route } from '@gongzhi/shared/kernel/contract';
import { newId } from '@gongzhi/shared/kernel/ids';
import { ask, knock, saysOf } from './knock';
import { strangersKey, tokenMaker, tokenWith, type Claims } from './make-token';
import { readEngine } from './read-engine';
import { HERE, STREET, THERE, personOf, resident, startTown, stranger, type Town } from './town';

const { councils, directory, identity } = api;
const SOMETHING = newId(new Date(), new Uint8Array(16).fill(7));

jest.setTimeout(240_000);

let town: Town;
let author: Actor;
let maker: ReturnType<typeof tokenMaker>;
beforeAll(async () => {
  town = await startTown();
  author = await resident(town, 'author');
  maker = tokenMaker(town.secret('tokens'));
});
afterAll(() => town?.stop());

const inSeconds = (seconds: number) => Math.floor(Date.now() / 1_000) + seconds;
const good = (): Claims => ({
  iss: 'gongzhi',
  aud: 'gongzhi-api',
  sub: author.personId,
  sid: SOMETHING,
  iat: inSeconds(0),
  exp: inSeconds(900),
});
const meAs = async (token: string) => saysOf(await ask(town.url, identity.readMe, {}, { token }));
const tokens = async (key: string) => {
  const { body } = await ask(town.url, identity.signIn, { code: town.cloud.wechat.control.loginCode(key) });
  return body as { accessToken: string; refreshToken: string; personId: string };
};
const refresh = (refreshToken: string) => ask(town.url, identity.refresh, { refreshToken });

describe('a token', () => {
  it('made as the deployment makes it is good: what follows is refused for what is wrong with it and nothing else', async () => {
    expect(await meAs(maker.make(good()))).toBe('200');
  });

  const without = (name: keyof Claims) =>
    Object.fromEntries(Object.entries(good()).filter(([claim]) => claim !== name));
  const changed = (): string => {
    const [header, , signature] = maker.make(good()).split('.');
    return [header, Buffer.from(JSON.stringify({ ...good(), sub: SOMETHING })).toString('base64url'), signature].join(
      '.',
    );
  };
  it.each<[string, () => string]>([
    ['that says it needs no signature', () => maker.make(good(), { header: { alg: 'none' }, key: '' })],
    ['that says so in other letters', () => maker.make(good(), { header: { alg: 'nOnE' }, key: '' })],
    ['without its signature', () => maker.make(good(), { key: '' })],
    ['signed with another key', () => maker.make(good(), { key: strangersKey() })],
    [
      'signed with another key it names itself',
      () => maker.make(good(), { key: strangersKey(), header: { kid: 'mine' } }),
    ],
    [
      'that brings its own key',
      () => {
        const key = strangersKey();
        return maker.make(good(), { key, header: { jwk: key.export({ format: 'jwk' }) } });
      },
    ],
    ['signed by HMAC with the public key', () => maker.make(good(), { header: { alg: 'HS256' }, key: maker.publicX })],
    [
      'signed by HMAC with the public key as a file',
      () => maker.make(good(), { header: { alg: 'HS256' }, key: maker.publicPem }),
    ],
    ['for another audience', () => maker.make({ ...good(), aud: 'another-api' })],
    ['of another issuer', () => maker.make({ ...good(), iss: 'somebody' })],
    ['of another kind', () => maker.make(good(), { header: { typ: 'JWT' } })],
    ['of no kind', () => tokenWith({ alg: 'EdDSA' }, good(), maker.own)],
    ['that expired', () => maker.make({ ...good(), iat: inSeconds(-1_000), exp: inSeconds(-100) })],
    ['that never expires', () => maker.make(without('exp'))],
    ['of no session', () => maker.make(without('sid'))],
    ['of nobody', () => maker.make(without('sub'))],
    ['without a date', () => maker.make(without('iat'))],
    ['whose claims were changed', changed],
    ['that is no token', () => 'not.a.token'],
  ])('%s is nobody’s, on public routes too', async (_, make) => {
    const token = make();
    const routes: [Route, object][] = [
      [identity.readMe, {}],
      [councils.listMyProposals, { communityId: HERE }],
      [directory.listStreets, {}],
    ];
    const heard = await Promise.all(routes.map(([route, fields]) => knock(town.url, route, fields, { token })));
    expect(heard.map(saysOf)).toEqual(routes.map(() => '401 NOT_SIGNED_IN'));
  });

  it('for somebody who does not exist has ended', async () =>
    expect(await meAs(maker.make({ ...good(), sub: SOMETHING }))).toBe('401 SESSION_ENDED'));

  it('that was good a moment ago is refused when its time is over', async () => {
    const token = maker.make({ ...good(), exp: inSeconds(-3) });
    let said = await meAs(token);
    expect(said).toBe('200');
    for (const end = Date.now() + 10_000; said === '200' && Date.now() < end;) said = await meAs(token);
    expect(said).toBe('401 NOT_SIGNED_IN');
  });
});

describe('a worker of one community', () => {
  const routes = Object.entries<Route>({ ...directory, ...councils } as Contract).filter(
    ([, { access, path }]) => Array.isArray(access) && access.includes('worker') && path.includes('{communityId}'),
  );
  const fields = ({ path }: Route, communityId: string) =>
    Object.fromEntries(
      [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => [
        name,
        { communityId, role: 'chair' }[name] ?? SOMETHING,
      ]),
    );

  it.each(routes)('is nobody in another: %s', async (_, route) => {
    const at = (communityId: string) =>
      knock(town.url, route, fields(route, communityId), { token: town.worker.token });
    const [there, here] = await Promise.all([at(THERE), route === directory.leaveCommunity ? undefined : at(HERE)]);
    expect(saysOf(there)).toBe('403 NOT_ELIGIBLE');
    if (here) expect(saysOf(here)).not.toBe('403 NOT_ELIGIBLE');
  });

  it('cannot reach another’s things through the own community’s address', async () => {
    const { inviteId } = await town.supervisor.act(directory.inviteStaff, { communityId: THERE, role: 'worker' });
    const { code } = await town.supervisor.act(directory.readStaffInvite, { communityId: THERE, inviteId });
    const other = await stranger(town, 'guest');
    await other.act(directory.redeemInvite, { communityId: THERE, code, displayName: personOf('guest').name });
    const { requestId } = await author.act(directory.askToJoin, {
      communityId: THERE,
      displayName: '王',
      building: '1',
      unit: '1',
      room: '1',
    });
    const proposal = await other.act(councils.fileProposal, {
      communityId: THERE,
      title: '测试复核词',
      grounds: '等人看',
      recommendations: [{ title: '一', body: '二' }],
    });
    expect(proposal.state).toBe('waiting');
    const as = { token: town.worker.token };
    const heard = await Promise.all([
      ask(town.url, directory.decideJoinRequest, { communityId: HERE, requestId, confirm: true }, as),
      ask(town.url, councils.decideReview, { communityId: HERE, reviewId: proposal.id, publish: true }, as),
      ask(town.url, councils.readProposal, { communityId: HERE, proposalId: proposal.id }, as),
      ask(town.url, directory.grantRole, { communityId: HERE, personId: other.personId, role: 'worker' }, as),
    ]);
    expect(heard.map(saysOf)).toEqual(heard.map(() => '404 NOT_FOUND'));
    expect(
      saysOf(await ask(town.url, directory.openCommunity, { streetId: STREET, communityId: '330102004052' }, as)),
    ).toBe('403 NOT_ELIGIBLE');
    expect((await readEngine(town.cloud).events(THERE, proposal.id)).map(({ type }) => type)).toEqual([
      'councils.proposal-filed',
    ]);
  });
});

describe('what changes holds at once', () => {
  it('a role taken away in the middle of the work: nothing after it succeeds', async () => {
    const second = await resident(town, 'n001');
    await town.worker.act(directory.grantRole, { communityId: HERE, personId: second.personId, role: 'worker' });
    const list = async () => saysOf(await ask(town.url, directory.listMembers, { communityId: HERE }, second));
    expect(await list()).toBe('200');
    let revoked = false;
    const late: string[] = [];
    const working = Array.from({ length: 4 }, async () => {
      for (let left = 3; left > 0;) {
        const wasRevoked = revoked;
        const said = await list();
        if (wasRevoked) late.push(said);
        if (wasRevoked) left -= 1;
      }
    });
    await town.worker.act(directory.revokeRole, { communityId: HERE, personId: second.personId, role: 'worker' });
    revoked = true;
    await Promise.all(working);
    expect(late).toEqual(Array.from({ length: 12 }, () => '403 NOT_ELIGIBLE'));
    expect(saysOf(await ask(town.url, councils.listMyProposals, { communityId: HERE }, second))).toBe('200');
  });

  it('a consent withdrawn, and given again', async () => {
    const someone = await resident(town, 'n002');
    const mine = async () => saysOf(await ask(town.url, councils.listMyProposals, { communityId: HERE }, someone));
    expect(await mine()).toBe('200');
    await someone.act(identity.withdrawConsent, { purpose: 'privacy' });
    expect([await mine(), await meAs(someone.token)]).toEqual(['403 CONSENT_NEEDED', '200']);
    const { version, hash } = await someone.act(identity.readNotice, { purpose: 'privacy' });
    expect(
      saysOf(await ask(town.url, identity.giveConsent, { purpose: 'privacy', version, hash: '0'.repeat(64) }, someone)),
    ).toBe('409 TEXT_CHANGED');
    await someone.act(identity.giveConsent, { purpose: 'privacy', version, hash });
    expect(await mine()).toBe('200');
  });

  it('signing out everywhere: every phone’s tokens are dead with the answer, a new sign-in lives', async () => {
    const phones = [await tokens('n003'), await tokens('n003'), await tokens('n003')];
    expect(await Promise.all(phones.map(({ accessToken }) => meAs(accessToken)))).toEqual(['200', '200', '200']);
    await ask(town.url, identity.signOut, { everywhere: true }, { token: phones[0]!.accessToken });
    expect(await Promise.all(phones.map(({ accessToken }) => meAs(accessToken)))).toEqual(
      phones.map(() => '401 SESSION_ENDED'),
    );
    expect((await Promise.all(phones.map(({ refreshToken }) => refresh(refreshToken)))).map(saysOf)).toEqual(
      phones.map(() => '401 SESSION_ENDED'),
    );
    expect(await meAs((await tokens('n003')).accessToken)).toBe('200');
  });

  it('signing out here: this phone cannot refresh, the other one can', async () => {
    const [here, there] = [await tokens('n004'), await tokens('n004')];
    await ask(town.url, identity.signOut, {}, { token: here.accessToken });
    expect([saysOf(await refresh(here.refreshToken)), saysOf(await refresh(there.refreshToken))]).toEqual([
      '401 SESSION_ENDED',
      '200',
    ]);
  });
});

describe('a refresh token', () => {
  it('used again after it was rotated twice ends the session for whoever holds it, with one event', async () => {
    const first = await tokens('n005');
    const second = (await refresh(first.refreshToken)).body as typeof first;
    const third = (await refresh(second.refreshToken)).body as typeof first;
    expect(await meAs(third.accessToken)).toBe('200');
    const stolen = await Promise.all([refresh(first.refreshToken), refresh(first.refreshToken)]);
    expect(stolen.map(saysOf)).toEqual(['401 SESSION_ENDED', '401 SESSION_ENDED']);
    expect(saysOf(await refresh(third.refreshToken))).toBe('401 SESSION_ENDED');
    const events = await readEngine(town.cloud).events(first.personId, first.personId);
    expect(events.filter(({ type }) => type === 'identity.session-reuse')).toHaveLength(1);
  });

  it('asked for twice at once, or again after a lost answer, gives one and the same successor', async () => {
    const { refreshToken } = await tokens('n006');
    const heard = await Promise.all([refresh(refreshToken), refresh(refreshToken), refresh(refreshToken)]);
    expect(heard.map(saysOf)).toEqual(['200', '200', '200']);
    expect(new Set(heard.map(({ body }) => body['refreshToken'])).size).toBe(1);
  });

  it('that was invented or belongs to another session ends nothing', async () => {
    const { refreshToken, personId } = await tokens('n007');
    const [, session] = refreshToken.split('.');
    const invented = [
      `${personId}.${session}.${'A'.repeat(43)}`,
      `${personId}.${SOMETHING}.${'A'.repeat(43)}`,
      'x'.repeat(100),
    ];
    expect((await Promise.all(invented.map(refresh))).map(saysOf)).toEqual(invented.map(() => '401 SESSION_ENDED'));
    expect(saysOf(await refresh(refreshToken))).toBe('200');
  });
});
