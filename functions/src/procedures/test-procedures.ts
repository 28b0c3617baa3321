import { randomBytes } from 'node:crypto';
import { PutCommand, QueryCommand, UpdateCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Role } from '@gongzhi/shared/kernel/contract';
import { newId } from '@gongzhi/shared/kernel/ids';
import type { Check } from '@gongzhi/shared/kernel/text-rules';
import { procedures } from '@gongzhi/shared/procedures/contract';
import type { Way } from '@gongzhi/shared/procedures/model';
import { loadCalendar } from '../kernel/calendar';
import { createCallers, memberKey, personKey } from '../kernel/caller';
import { createCursors } from '../kernel/cursor';
import { createDocumentClient } from '../kernel/ddb';
import { createLedger, type LedgerItem } from '../kernel/ledger';
import { createMatters, matterKey } from '../kernel/matters';
import type { Units } from '../kernel/meter';
import { callOf, knock, type Heard } from '../kernel/test-door';
import { proceduresHandler } from './index';
import { onEvents } from './on-events';
import { createRepo } from './repo';

export type Name = keyof typeof procedures;
export type Answered = Heard & { units: Units };
export const TABLES = ['identity', 'directory', 'ledger', 'councils', 'procedures'] as const;

let communities = 0;
/** A community of its own on a running engine, with people, matters, a clock that is set and a content check that is told what to say. For tests. */
export const stageProcedures = (endpoint: string, through?: (client: DynamoDBDocumentClient) => void) => {
  communities += 1;
  const communityId = `3101060${String(communities).padStart(5, '0')}`;
  const plain = createDocumentClient(endpoint);
  const client = createDocumentClient(endpoint);
  through?.(client);
  // a Monday
  const world = { now: new Date('2026-11-23T02:00:00.000Z'), check: { suggest: 'pass', label: 100 } as Check };
  let units: Units = { read: 0, write: 0 };
  const repo = createRepo(client, 'procedures', createCursors('pepper'));
  const matters = createMatters(client, 'councils');
  const door = proceduresHandler({
    callers: createCallers(plain, { identity: 'identity', directory: 'directory' }),
    ledger: createLedger(client, 'ledger'),
    repo,
    matters,
    calendar: loadCalendar,
    check: async () => world.check,
    verify: async (token) => ({ personId: token, sessionId: 's', issuedAt: Math.floor(world.now.getTime() / 1_000) }),
    clock: () => world.now,
    observe: (seen) => (units = seen.units),
  });
  const id = () => newId(world.now, randomBytes(16));
  const put = (table: string, Item: Record<string, unknown>) => plain.send(new PutCommand({ TableName: table, Item }));

  const call = async (
    name: Name,
    input: Record<string, unknown> = {},
    { as, key = randomBytes(8).toString('hex') }: { as?: string; key?: string } = {},
  ): Promise<Answered> => {
    const heard = await knock(door, callOf(procedures[name], { communityId, ...input }, { as, key }));
    return { ...heard, units };
  };
  const person = async (roles: Role[] = ['resident'], displayName = '某位居民'): Promise<string> => {
    const personId = id();
    await put('identity', { ...personKey(personId), validFrom: 0, consents: { privacy: '1' } });
    await put('directory', { ...memberKey(communityId, personId), roles, displayName });
    return personId;
  };
  /** A matter on the agenda, unless it is said to be otherwise. */
  const matter = async (more: Record<string, unknown> = {}): Promise<string> => {
    const proposalId = id();
    const head = { title: '加装扶手', authorId: id(), supports: 5, threshold: 5, agendaAt: world.now.toISOString() };
    await put('councils', { ...matterKey(communityId, proposalId), ...head, ...more });
    return proposalId;
  };
  const set = (proposalId: string, name: string, value: unknown) =>
    plain.send(
      new UpdateCommand({
        TableName: 'councils',
        Key: matterKey(communityId, proposalId),
        UpdateExpression: 'SET #name = :value',
        ExpressionAttributeNames: { '#name': name },
        ExpressionAttributeValues: { ':value': value },
      }),
    );
  const way = async (proposalId: string): Promise<Way> => (await call('readWay', { proposalId })).body as Way;
  const gate = async (proposalId: string, gateId: string) =>
    (await way(proposalId)).stages.flatMap(({ gates }) => gates).find((one) => one.gateId === gateId);
  /** What the bus hands over, as often as it likes. */
  const hear = (type: string, subject: string, data: Record<string, unknown>, eventId = id()) =>
    onEvents({ client, repo, matters, calendar: loadCalendar })({
      detail: { id: eventId, type, scope: communityId, subject, at: world.now.toISOString(), data },
    } as never);
  const events = async (subject: string): Promise<LedgerItem[]> => {
    const { Items } = await plain.send(
      new QueryCommand({
        TableName: 'ledger',
        IndexName: 'bySubject',
        KeyConditionExpression: 'gpk = :subject',
        ExpressionAttributeValues: { ':subject': `${communityId}#${subject}` },
      }),
    );
    return Items as LedgerItem[];
  };
  const wait = (days: number) => (world.now = new Date(world.now.getTime() + days * 86_400_000));
  const close = () => [client, plain].forEach((one) => one.destroy());
  return {
    communityId,
    client,
    plain,
    repo,
    world,
    id,
    call,
    person,
    matter,
    set,
    way,
    gate,
    hear,
    events,
    wait,
    close,
  };
};
export type Stage = ReturnType<typeof stageProcedures>;
