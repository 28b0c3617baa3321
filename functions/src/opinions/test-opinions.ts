import { randomBytes } from 'node:crypto';
import { BatchWriteCommand, PutCommand, QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Role } from '@gongzhi/shared/kernel/contract';
import { newId } from '@gongzhi/shared/kernel/ids';
import type { Check } from '@gongzhi/shared/kernel/text-rules';
import { opinions } from '@gongzhi/shared/opinions/contract';
import { createCallers, memberKey, personKey } from '../kernel/caller';
import { createCursors } from '../kernel/cursor';
import { createDocumentClient } from '../kernel/ddb';
import { createLedger, type LedgerItem } from '../kernel/ledger';
import { createMatters } from '../kernel/matters';
import type { Units } from '../kernel/meter';
import { callOf, knock, type Heard } from '../kernel/test-door';
import { computePictures } from './compute-pictures';
import { opinionsHandler } from './index';
import { createRepo } from './repo';

export type Name = keyof typeof opinions;
export type Answered = Heard & { units: Units };

let communities = 0;
/** A community of its own on a running engine, with a matter, people, a clock that is set and a check that is told what to say. For tests. */
export const stageOpinions = (endpoint: string, through?: (client: DynamoDBDocumentClient) => void) => {
  communities += 1;
  const communityId = `3101060${String(communities).padStart(5, '0')}`;
  const plain = createDocumentClient(endpoint);
  const client = createDocumentClient(endpoint);
  through?.(client);
  const world = { now: new Date('2026-11-25T02:00:00.000Z'), check: { suggest: 'pass', label: 100 } as Check };
  let units: Units = { read: 0, write: 0 };
  const cursors = createCursors('pepper');
  const repo = createRepo(client, 'opinions', cursors);
  const door = opinionsHandler({
    callers: createCallers(plain, { identity: 'identity', directory: 'directory' }),
    ledger: createLedger(client, 'ledger'),
    repo,
    cursors,
    matters: createMatters(client, 'councils'),
    verify: async (token) => ({ personId: token, sessionId: 's', issuedAt: Math.floor(world.now.getTime() / 1_000) }),
    clock: () => world.now,
    observe: (seen) => (units = seen.units),
    check: async () => world.check,
  });
  const id = () => newId(world.now, randomBytes(16));
  const put = (table: string, Item: Record<string, unknown>) => plain.send(new PutCommand({ TableName: table, Item }));

  const call = async (
    name: Name,
    input: Record<string, unknown> = {},
    { as, key = randomBytes(8).toString('hex') }: { as?: string; key?: string } = {},
  ): Promise<Answered> => {
    const heard = await knock(door, callOf(opinions[name], { communityId, ...input }, { as, key }));
    return { ...heard, units };
  };
  const person = async (roles: Role[] = ['resident']): Promise<string> => {
    const personId = id();
    await put('identity', { ...personKey(personId), validFrom: 0, consents: { privacy: '1' } });
    await put('directory', { ...memberKey(communityId, personId), roles, displayName: '某位居民' });
    return personId;
  };
  const matter = async (also: Record<string, unknown> = {}): Promise<string> => {
    const proposalId = id();
    await put('councils', {
      pk: `${communityId}#proposals`,
      sk: proposalId,
      title: '加装电梯',
      authorId: id(),
      ...also,
    });
    return proposalId;
  };
  /** Statements and answers as they lie in the table, many at once: for tables that are to be full. */
  const fill = async (items: readonly Record<string, unknown>[]) => {
    for (let from = 0; from < items.length; from += 25) {
      const RequestItems = { opinions: items.slice(from, from + 25).map((Item) => ({ PutRequest: { Item } })) };
      await plain.send(new BatchWriteCommand({ RequestItems }));
    }
  };
  const statements = (proposalId: string, from: number, to: number) =>
    fill(
      Array.from({ length: to - from }, (_, i) => ({
        pk: `${communityId}#m#${proposalId}#s`,
        sk: String(from + i).padStart(5, '0'),
        id: id(),
        body: `第 ${from + i} 条看法：电梯应当先从老人多的单元装起，费用按楼层分担。`,
        authorId: id(),
        at: world.now.toISOString(),
        agree: 0,
        disagree: 0,
        pass: 0,
        pull: 0,
      })),
    );
  const tick = async (proposalId: string) => {
    await repo.pictures.mark({ communityId, proposalId }, id());
    return computePictures({ repo, clock: () => world.now })();
  };
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
  const close = () => {
    client.destroy();
    plain.destroy();
  };
  return { communityId, plain, repo, world, id, put, call, person, matter, fill, statements, tick, events, close };
};
export type Stage = ReturnType<typeof stageOpinions>;
