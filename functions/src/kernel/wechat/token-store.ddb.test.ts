import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { type TestTables, startTables } from '../../../../apps/local/src/test-tables';
import { createTokenStore } from './token-store';

const NOW = new Date('2026-11-23T01:00:00.000Z');
const later = (ms: number) => new Date(NOW.getTime() + ms);

describe('the token store on the engine', () => {
  let engine: TestTables;
  let number = 0;
  beforeAll(async () => {
    engine = await startTables(['identity']);
  });
  afterAll(() => engine.stop());
  const store = () => createTokenStore(DynamoDBDocumentClient.from(engine.client), 'identity');
  const newApp = () => `wx${(number += 1)}`;

  it('has nothing before the first write, not even while it is claimed', async () => {
    const appid = newApp();
    expect(await store().read(appid)).toBeUndefined();
    await store().claimRefresh(appid, NOW);
    expect(await store().read(appid)).toBeUndefined();
  });

  it('reads back what was written, for that app only', async () => {
    const [appid, other] = [newApp(), newApp()];
    await store().write(appid, 'token-1', later(7_200_000));
    expect(await store().read(appid)).toEqual({ token: 'token-1', expiresAt: later(7_200_000) });
    expect(await store().read(other)).toBeUndefined();
  });

  it('gives the refresh to exactly one of sixteen', async () => {
    const appid = newApp();
    const claims = await Promise.all(Array.from({ length: 16 }, () => store().claimRefresh(appid, NOW)));
    expect(claims.filter(Boolean)).toHaveLength(1);
  });

  it('keeps the token readable while it is being refreshed', async () => {
    const appid = newApp();
    await store().write(appid, 'token-1', later(7_200_000));
    expect(await store().claimRefresh(appid, NOW)).toBe(true);
    expect(await store().read(appid)).toEqual({ token: 'token-1', expiresAt: later(7_200_000) });
  });

  it('frees the refresh when the token is written, or ten seconds after a claim that never ended', async () => {
    const appid = newApp();
    await store().claimRefresh(appid, NOW);
    expect(await store().claimRefresh(appid, later(9_999))).toBe(false);
    expect(await store().claimRefresh(appid, later(10_000))).toBe(true);
    await store().write(appid, 'token-2', later(7_200_000));
    expect(await store().claimRefresh(appid, later(10_001))).toBe(true);
  });

  it('frees the refresh when its holder gives up, and only its holder’s', async () => {
    const appid = newApp();
    await store().write(appid, 'token-1', later(7_200_000));
    await store().claimRefresh(appid, NOW);
    await store().giveUp(appid, later(-1));
    expect(await store().claimRefresh(appid, later(1))).toBe(false);
    await store().giveUp(appid, NOW);
    expect(await store().read(appid)).toEqual({ token: 'token-1', expiresAt: later(7_200_000) });
    expect(await store().claimRefresh(appid, later(1))).toBe(true);
  });

  it('throws what is not a lost claim', async () => {
    const nowhere = createTokenStore(DynamoDBDocumentClient.from(engine.client), 'nowhere');
    await expect(nowhere.claimRefresh('wx', NOW)).rejects.toThrow();
    await expect(nowhere.giveUp('wx', NOW)).rejects.toThrow();
  });
});
