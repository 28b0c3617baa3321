import { randomBytes } from 'node:crypto';
import {
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
  type DynamoDBDocumentClient,
} from '@aws-sdk/lib-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { councils } from '@gongzhi/shared/councils/contract';
import type { Check } from '@gongzhi/shared/kernel/text-rules';
import { isCommand, type Role } from '@gongzhi/shared/kernel/contract';
import { newId } from '@gongzhi/shared/kernel/ids';
import { createCallers, memberKey, personKey } from '../kernel/caller';
import type { Write } from '../kernel/commit';
import { createCursors } from '../kernel/cursor';
import { createDocumentClient } from '../kernel/ddb';
import { buildingsKey } from '../kernel/households';
import { createLedger, type LedgerItem } from '../kernel/ledger';
import type { Units } from '../kernel/meter';
import { eventFor, knock, type Heard } from '../kernel/test-door';
import { councilsHandler } from './index';
import { rankPoints } from './rank-points';
import { createRepo, type Deps } from './repo';

export type Name = keyof typeof councils;
export type Answered = Heard & { units: Units };
interface Asked {
  /** A person's id stands for that person's token. */
  as?: string;
  key?: string;
}

const splitInput = (name: Name, input: Record<string, unknown>) => {
  const inPath = [...councils[name].path.matchAll(/\{(\w+)\}/g)].map(([, field]) => field as string);
  const params = Object.fromEntries(inPath.map((field) => [field, String(input[field])]));
  return { params, rest: Object.fromEntries(Object.entries(input).filter(([field]) => !inPath.includes(field))) };
};

let communities = 0;
/** A council in a community of its own, on a running engine, with people, a roll, a clock that is set and a check that is told what to say. For tests. */
export const stageCouncil = (endpoint: string, through?: (client: DynamoDBDocumentClient) => void) => {
  communities += 1;
  const communityId = `3101040${String(communities).padStart(5, '0')}`;
  const plain = createDocumentClient(endpoint);
  const client = createDocumentClient(endpoint);
  through?.(client);
  const world = {
    now: new Date('2026-11-23T02:00:00.000Z'),
    check: { suggest: 'pass', label: 100 } as Check,
    checked: [] as Parameters<Deps['check']>[0][],
  };
  let units: Units = { read: 0, write: 0 };
  const repo = createRepo(client, 'councils', createCursors('pepper'));
  const ledger = createLedger(client, 'ledger');
  const open = () =>
    councilsHandler({
      callers: createCallers(plain, { identity: 'identity', directory: 'directory' }),
      ledger,
      repo,
      verify: async (token) => ({ personId: token, sessionId: 's', issuedAt: Math.floor(world.now.getTime() / 1_000) }),
      clock: () => world.now,
      observe: (seen) => (units = seen.units),
      check: async (asked) => {
        world.checked.push(asked);
        return world.check;
      },
    });
  const door = open();
  const id = () => newId(world.now, randomBytes(16));
  const put = (table: string, Item: Record<string, unknown>) => plain.send(new PutCommand({ TableName: table, Item }));

  const call = async (
    name: Name,
    input: Record<string, unknown> = {},
    { as, key = randomBytes(8).toString('hex') }: Asked = {},
  ): Promise<Answered> => {
    const { params, rest } = splitInput(name, { communityId, ...input });
    const command = isCommand(councils[name]);
    const heard = await knock(
      door,
      eventFor(councils[name], {
        params,
        token: as,
        ...(command ? { key, body: rest } : { query: rest as Record<string, string> }),
      }),
    );
    return { ...heard, units };
  };
  /** Somebody with these roles; a resident of `householdId` when one is given. */
  const person = async ({
    roles = ['resident'],
    householdId,
  }: { roles?: Role[]; householdId?: string } = {}): Promise<string> => {
    const personId = id();
    await put('identity', { ...personKey(personId), validFrom: 0, consents: { privacy: '1' } });
    await put('directory', {
      ...memberKey(communityId, personId),
      roles,
      displayName: '某位居民',
      ...(householdId ? { householdId } : {}),
    });
    return personId;
  };
  /** A roll of `count` households, one resident in each of the first `joined`. */
  const residents = async (count: number, joined = count) => {
    const householdIds = Array.from({ length: count }, id);
    await put('directory', { pk: buildingsKey(communityId), sk: '1', building: '1', ids: new Set(householdIds) });
    return Promise.all(
      householdIds
        .slice(0, joined)
        .map(async (householdId) => ({ householdId, personId: await person({ householdId }) })),
    );
  };
  const events = async (subject: string): Promise<LedgerItem[]> => {
    const values = { ':subject': `${communityId}#${subject}` };
    const { Items } = await plain.send(
      new QueryCommand({
        TableName: 'ledger',
        IndexName: 'bySubject',
        KeyConditionExpression: 'gpk = :subject',
        ExpressionAttributeValues: values,
      }),
    );
    return Items as LedgerItem[];
  };
  /** Carries out writes without an event, a hundred at a time: for tables that are to be full. */
  const fill = async (writes: readonly Write[]) => {
    const TransactItems = writes.map(({ lost: _, ...item }) => item);
    for (let from = 0; from < writes.length; from += 100) {
      await plain.send(new TransactWriteCommand({ TransactItems: TransactItems.slice(from, from + 100) }));
    }
  };
  /** What opening a vote leaves on its proposal; the vote itself lies in another slice. */
  const openVote = async (proposalId: string, closesAt: Date) => {
    const vote = { voteId: id(), closesAt: closesAt.toISOString() };
    await fill([repo.proposals.voteWrite(communityId, proposalId, vote)]);
    return vote;
  };
  /** Hands points of a proposal to the stream's function as they stand now. */
  const rank = async (proposalId: string, ...pointIds: string[]) => {
    const records = await Promise.all(
      pointIds.map(async (pointId) => {
        const { Item = {} } = await plain.send(
          new GetCommand({
            TableName: 'councils',
            Key: { pk: `${communityId}#p#${proposalId}`, sk: `node#${pointId}` },
          }),
        );
        return { eventName: 'MODIFY' as const, dynamodb: { SequenceNumber: '1', NewImage: marshall(Item) as never } };
      }),
    );
    return rankPoints({ repo })(records);
  };
  const close = () => {
    client.destroy();
    plain.destroy();
  };
  return {
    communityId,
    client,
    plain,
    repo,
    ledger,
    world,
    id,
    put,
    call,
    person,
    residents,
    events,
    fill,
    openVote,
    rank,
    close,
  };
};
export type Stage = ReturnType<typeof stageCouncil>;
