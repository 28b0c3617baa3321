import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { PutCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { directory } from '@gongzhi/shared/directory/contract';
import type { Contract, Role } from '@gongzhi/shared/kernel/contract';
import { newId } from '@gongzhi/shared/kernel/ids';
import { directoryHandler } from './directory/index';
import { createRepo } from './directory/repo';
import { deriveCodes } from './directory/derive-codes';
import { createCallers, memberKey, personKey } from './kernel/caller';
import { createCursors } from './kernel/cursor';
import { createDocumentClient } from './kernel/ddb';
import { createLedger } from './kernel/ledger';
import { eventFor, knock, makeKeys } from './kernel/test-door';
import { createVerifier } from './kernel/tokens';

/**
 * Ownership is the one right that a handler decides and not the door (matrix.test.ts): every route that says `owner: true`
 * has its own test here or beside its slice, with its real handler on the real engine.
 */
const TESTED = ['directory.readStaffInvite'];
const TESTED_BESIDE_ITS_SLICE = {
  'announcements.saveDraft': 'announcements/refusals.ddb.test.ts',
  'announcements.submitAnnouncement': 'announcements/refusals.ddb.test.ts',
  'announcements.readTicket': 'announcements/files.ddb.test.ts',
  'announcements.claimFile': 'announcements/files.ddb.test.ts',
  'meetings.endSpeech': 'meetings/speaking.ddb.test.ts',
  'projects.closeNeed': 'projects/refusals.ddb.test.ts',
  'volunteering.closeRequest': 'volunteering/refusals.ddb.test.ts',
  'wishes.withdrawWish': 'wishes/refusals.ddb.test.ts',
  'wishes.confirmDone': 'wishes/refusals.ddb.test.ts',
  'wishes.sendBack': 'wishes/refusals.ddb.test.ts',
};

const HERE = '110101001001';
const ELSEWHERE = '110101001002';
const STREET = '110101001';
const pepper = Buffer.alloc(32, 3).toString('base64url');
const never = async () => {
  throw new Error('not needed here');
};

let engine: TestTables;
let client: DynamoDBDocumentClient;
let keys: Awaited<ReturnType<typeof makeKeys>>;
let door: unknown;
beforeAll(async () => {
  engine = await startTables(['identity', 'directory', 'ledger']);
  client = createDocumentClient(engine.endpoint);
  keys = await makeKeys();
  door = directoryHandler({
    callers: createCallers(client, { identity: 'identity', directory: 'directory' }),
    ledger: createLedger(client, 'ledger'),
    verify: createVerifier(keys.jwks),
    repo: createRepo(client, 'directory', createCursors(pepper)),
    codes: deriveCodes(pepper),
    findDivision: async () => ({ street: '东华门街道', community: '多福巷社区' }),
    openingKey: async () => 'the-opening-key',
    wechat: never,
    webOrigin: 'https://gongzhi.test',
    observe: () => undefined,
  });
  const opener = await somebody(STREET, ['supervisor']);
  for (const communityId of [HERE, ELSEWHERE]) {
    const opened = await knock(
      door,
      eventFor(directory.openCommunity, {
        params: { streetId: STREET },
        body: { communityId },
        token: opener,
        key: `open-${communityId}`,
      }),
    );
    expect(opened.status).toBe(200);
  }
});
afterAll(async () => {
  client.destroy();
  await engine.stop();
});

/** Somebody who holds `roles` at `scope`, with a token. */
const somebody = async (scope: string, roles: Role[]) => {
  const personId = newId(new Date(), randomBytes(16));
  await client.send(
    new PutCommand({
      TableName: 'identity',
      Item: { ...personKey(personId), validFrom: 0, consents: { privacy: '1' } },
    }),
  );
  await client.send(
    new PutCommand({ TableName: 'directory', Item: { ...memberKey(scope, personId), roles, displayName: '王' } }),
  );
  return keys.sign(personId);
};
const isNotYours = { status: 403, body: { refused: 'NOT_YOURS' } };

describe('a staff invite', () => {
  const inviteBy = async (token: string) => {
    const made = await knock(
      door,
      eventFor(directory.inviteStaff, {
        params: { communityId: HERE },
        body: { role: 'worker' },
        token,
        key: randomBytes(10).toString('hex'),
      }),
    );
    return String(made.body['inviteId']);
  };
  const read = (inviteId: string, token: string, communityId = HERE) =>
    knock(door, eventFor(directory.readStaffInvite, { params: { communityId, inviteId }, token }));

  it('is read by whoever made it', async () => {
    const maker = await somebody(HERE, ['worker']);
    expect(await read(await inviteBy(maker), maker)).toMatchObject({
      status: 200,
      body: { role: 'worker', code: expect.any(String) as string },
    });
  });

  it('is not read by another who might have made one: a colleague, the street, or an old hand with every role', async () => {
    const invite = await inviteBy(await somebody(HERE, ['worker']));
    const others = [
      await somebody(HERE, ['worker']),
      await somebody(STREET, ['supervisor']),
      await somebody(HERE, ['resident', 'chair', 'worker']),
    ];
    for (const other of others) {
      const heard = await read(invite, other);
      expect(heard).toMatchObject(isNotYours);
      expect(heard.body).not.toHaveProperty('code');
    }
  });

  it('made by the street is the street’s own, not the worker’s', async () => {
    const supervisor = await somebody(STREET, ['supervisor']);
    const invite = await inviteBy(supervisor);
    expect((await read(invite, supervisor)).status).toBe(200);
    expect(await read(invite, await somebody(HERE, ['worker']))).toMatchObject(isNotYours);
  });

  it('stops at the door for whoever may not make one, and is not found from another community', async () => {
    const maker = await somebody(HERE, ['worker']);
    const invite = await inviteBy(maker);
    expect(await read(invite, await somebody(HERE, ['resident']))).toMatchObject({
      status: 403,
      body: { refused: 'NOT_ELIGIBLE' },
    });
    expect(await read(invite, maker, ELSEWHERE)).toMatchObject({ status: 403, body: { refused: 'NOT_ELIGIBLE' } });
    expect(await read(invite, await somebody(ELSEWHERE, ['worker']), ELSEWHERE)).toMatchObject({
      status: 404,
      body: { refused: 'NOT_FOUND' },
    });
  });
});

test('every route that asks for an owner is tested', async () => {
  const shared = join(__dirname, '../../shared/src');
  const slices = readdirSync(shared).filter(
    (slice) => slice !== 'kernel' && existsSync(join(shared, slice, 'contract.ts')),
  );
  const owned = await Promise.all(
    slices.map(async (slice) => {
      const contract = ((await import(`@gongzhi/shared/${slice}/contract`)) as Record<string, Contract>)[slice] ?? {};
      return Object.entries(contract)
        .filter(([, { owner }]) => owner)
        .map(([name]) => `${slice}.${name}`);
    }),
  );
  expect(owned.flat().sort()).toEqual([...TESTED, ...Object.keys(TESTED_BESIDE_ITS_SLICE)].sort());
  for (const file of Object.values(TESTED_BESIDE_ITS_SLICE))
    expect(readFileSync(join(__dirname, file), 'utf8')).toContain('NOT_YOURS');
});
