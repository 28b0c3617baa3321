import { createHash } from 'node:crypto';
import { NOTICES, wordsOf } from '@gongzhi/shared/identity/notices';
import { openIdentity, type Identity } from './test-identity';

let slice: Identity;
beforeAll(async () => {
  slice = await openIdentity();
});
afterAll(() => slice.stop());

type Text = Record<'purpose' | 'version' | 'hash', string>;
const current = async (purpose = 'privacy') => {
  const { purpose: p, version, hash } = (await slice.call('readNotice', { purpose })).body as Text;
  return { purpose: p, version, hash };
};
const give = async (token: string, more: Partial<Text> = {}, key?: string) =>
  slice.call('giveConsent', { ...(await current(more.purpose)), ...more }, { token, ...(key ? { key } : {}) });
const withdraw = (token: string, purpose = 'privacy') => slice.call('withdrawConsent', { purpose }, { token });
const mine = async (token: string) => (await slice.call('readMe', {}, { token })).body['consents'];
const eventsOf = async (personId: string) =>
  (await slice.eventsOf(personId)).map((e) => e.type).filter((type) => type.includes('consent'));
const personOf = async (personId: string) => (await slice.itemsOf(personId)).find(({ sk }) => sk === 'person');
const recordsOf = async (personId: string) =>
  (await slice.itemsOf(personId)).filter(({ sk }) => String(sk).startsWith('consent#'));

describe('a notice', () => {
  it.each(['privacy', 'phone', 'party'] as const)(
    '%s is read by anybody, with the hash of its words',
    async (purpose) => {
      const heard = await slice.call('readNotice', { purpose });
      expect(heard.status).toBe(200);
      expect(heard.body).toEqual({
        ...NOTICES[purpose],
        hash: createHash('sha256').update(wordsOf(NOTICES[purpose])).digest('hex'),
      });
    },
  );

  it('of another purpose is not there', async () =>
    expect((await slice.call('readNotice', { purpose: 'location' })).status).toBe(400));
});

describe('agreeing', () => {
  it('leaves a record, makes it stand and leaves one event', async () => {
    const { accessToken, personId } = await slice.signIn('o-agree');
    const heard = await give(accessToken);
    const grantedAt = new Date(slice.clock.now).toISOString();
    expect([heard.status, heard.body]).toEqual([200, { purpose: 'privacy', grantedAt }]);
    const text = await current();
    expect(await mine(accessToken)).toEqual([{ ...text, grantedAt }]);
    expect(await recordsOf(personId)).toEqual([
      { pk: personId, sk: `consent#privacy#${grantedAt}`, ...text, grantedAt },
    ]);
    expect(await personOf(personId)).toMatchObject({ consents: { privacy: text.version } });
    expect(await eventsOf(personId)).toEqual(['identity.consent-given']);
    expect(slice.seen.find(({ route }) => route === 'giveConsent')?.units.write).toBe(7);
  });

  it.each([
    ['another version', { version: '2020-01-01' }],
    ['other words', { hash: 'a'.repeat(64) }],
  ])('to %s is refused and leaves nothing', async (_, wrong) => {
    const { accessToken, personId } = await slice.signIn(`o-wrong-${_}`);
    expect(await give(accessToken, wrong)).toMatchObject({ status: 409, body: { refused: 'TEXT_CHANGED' } });
    expect([await recordsOf(personId), await eventsOf(personId)]).toEqual([[], []]);
  });

  it('again to what stands changes nothing and tells when it was', async () => {
    const { accessToken, personId } = await slice.signIn('o-again');
    const first = await give(accessToken);
    slice.clock.now += 60_000;
    expect((await give(accessToken)).body).toEqual(first.body);
    expect([(await recordsOf(personId)).length, await eventsOf(personId)]).toEqual([1, ['identity.consent-given']]);
  });

  it('with one key twice answers the same', async () => {
    const { accessToken } = await slice.signIn('o-key');
    const first = await give(accessToken, {}, 'key-00000001');
    slice.clock.now += 60_000;
    const again = await give(accessToken, {}, 'key-00000001');
    expect([again.body, again.headers['idempotent-replayed']]).toEqual([first.body, 'true']);
  });

  it('eight times at once leaves one record and one event', async () => {
    const { accessToken, personId } = await slice.signIn('o-crowd');
    const heard = await Promise.all(Array.from({ length: 8 }, () => give(accessToken)));
    expect(new Set(heard.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect([(await recordsOf(personId)).length, (await eventsOf(personId)).length]).toEqual([1, 1]);
  });

  it('to one purpose is not agreeing to another', async () => {
    const { accessToken } = await slice.signIn('o-apart');
    await give(accessToken, { purpose: 'phone' });
    expect(await mine(accessToken)).toMatchObject([{ purpose: 'phone' }]);
  });
});

describe('withdrawing', () => {
  it('ends what stands at once, keeps the record, and leaves one event', async () => {
    const { accessToken, personId } = await slice.signIn('o-withdraw');
    await give(accessToken);
    await give(accessToken, { purpose: 'phone' });
    slice.clock.now += 60_000;
    const withdrawnAt = new Date(slice.clock.now).toISOString();
    expect(await withdraw(accessToken)).toMatchObject({ status: 200, body: { purpose: 'privacy', withdrawnAt } });
    expect(await mine(accessToken)).toMatchObject([{ purpose: 'phone' }]);
    expect((await recordsOf(personId)).find((r) => r['purpose'] === 'privacy')).toMatchObject({
      withdrawnAt,
      hash: (await current()).hash,
    });
    expect((await personOf(personId))?.['consents']).toEqual({ phone: (await current('phone')).version });
    expect(await eventsOf(personId)).toEqual([
      'identity.consent-given',
      'identity.consent-given',
      'identity.consent-withdrawn',
    ]);
  });

  it('what was never given, or was withdrawn, is refused', async () => {
    const { accessToken, personId } = await slice.signIn('o-nothing');
    expect(await withdraw(accessToken)).toMatchObject({ status: 404, body: { refused: 'NOT_FOUND' } });
    await give(accessToken);
    await withdraw(accessToken);
    expect((await withdraw(accessToken)).status).toBe(404);
    expect((await eventsOf(personId)).length).toBe(2);
  });

  it('and agreeing again makes a second record', async () => {
    const { accessToken, personId } = await slice.signIn('o-back');
    await give(accessToken);
    slice.clock.now += 1000;
    await withdraw(accessToken);
    slice.clock.now += 1000;
    await give(accessToken);
    const records = await recordsOf(personId);
    expect(records.map((r) => 'withdrawnAt' in r)).toEqual([true, false]);
    expect(await mine(accessToken)).toHaveLength(1);
  });

  it('four times at once is done once', async () => {
    const { accessToken, personId } = await slice.signIn('o-hurry');
    await give(accessToken);
    const heard = await Promise.all(Array.from({ length: 4 }, () => withdraw(accessToken)));
    expect(heard.map(({ status }) => status).sort()).toEqual([200, 404, 404, 404]);
    expect((await eventsOf(personId)).filter((type) => type === 'identity.consent-withdrawn')).toHaveLength(1);
  });

  it('while agreeing leaves record and person saying the same', async () => {
    const { accessToken, personId } = await slice.signIn('o-both');
    for (let i = 0; i < 6; i += 1) {
      slice.clock.now += 1000;
      await Promise.all([give(accessToken), withdraw(accessToken)]);
      const standing = (await recordsOf(personId)).filter((r) => !('withdrawnAt' in r)).map((r) => r['purpose']);
      expect(Object.keys((await personOf(personId))?.['consents'] as object)).toEqual(standing);
    }
  });
});
