import { randomBytes } from 'node:crypto';
import { PutCommand, QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import type { EventBridgeEvent } from 'aws-lambda';
import type { Role } from '@gongzhi/shared/kernel/contract';
import { newId } from '@gongzhi/shared/kernel/ids';
import { DEFAULT_ID, gatesOf, procedureOf } from '@gongzhi/shared/kernel/ways/definitions';
import type { Check } from '@gongzhi/shared/kernel/text-rules';
import { resolutions } from '@gongzhi/shared/resolutions/contract';
import { loadCalendar } from '../kernel/calendar';
import { createCallers, memberKey, personKey } from '../kernel/caller';
import { createCursors } from '../kernel/cursor';
import { createDocumentClient } from '../kernel/ddb';
import { createPartOf } from '../kernel/follows';
import { createMatters } from '../kernel/matters';
import { newWay } from '../kernel/way-of';
import { createWays, wayKey, type WayItem } from '../kernel/ways';
import { createLedger, type LedgerItem } from '../kernel/ledger';
import type { Units } from '../kernel/meter';
import type { PublishedPromises, ReadPromises } from '../kernel/publications';
import { callOf, knock, type Heard } from '../kernel/test-door';
import { createFindMember } from '../kernel/find-member';
import { resolutionsHandler } from './index';
import { indexTasks } from './index-tasks';
import { onEvents } from './on-events';
import { createRepo } from './repo';
import { settleEnds } from './settle-ends';

export type Name = keyof typeof resolutions;
export type Answered = Heard & { units: Units };

/** A way whose vote has passed and whose result has hung out: nothing stands before the carrying out. */
export const carriedOut = (now: Date): WayItem => {
  const usual = procedureOf(DEFAULT_ID);
  if (!usual) throw new Error('no usual procedure');
  const waived = Object.fromEntries(gatesOf(usual).map(({ gateId }) => [gateId, 0]));
  const vote = { eventId: 'e', at: now.toISOString(), facts: {} };
  return { ...newWay(usual, { way: undefined, rules: undefined }), numbers: waived, evidence: { vote }, rev: 1 };
};

let communities = 0;
/**
 * A community of its own on a running engine, with people, a clock that is set and a content check that is told what to
 * say. `flow` does what streams, the bus and the clock do until nothing is left to do. For tests.
 */
export const stageFollowUp = (endpoint: string, through?: (client: DynamoDBDocumentClient) => void) => {
  communities += 1;
  const communityId = `3101050${String(communities).padStart(5, '0')}`;
  const plain = createDocumentClient(endpoint);
  const client = createDocumentClient(endpoint);
  through?.(client);
  const world = { now: new Date('2026-11-23T02:00:00.000Z'), check: { suggest: 'pass', label: 100 } as Check };
  let units: Units = { read: 0, write: 0 };
  const repo = createRepo(client, 'resolutions', createCursors('pepper'));
  const ledger = createLedger(client, 'ledger');
  const clock = () => world.now;
  const door = resolutionsHandler({
    callers: createCallers(plain, { identity: 'identity', directory: 'directory' }),
    ledger,
    repo,
    verify: async (token) => ({ personId: token, sessionId: 's', issuedAt: Math.floor(world.now.getTime() / 1_000) }),
    partOf: createPartOf(plain, 'councils'),
    findMember: createFindMember(plain, 'directory'),
    ways: createWays(plain, 'procedures'),
    matters: createMatters(plain, 'councils'),
    calendar: loadCalendar,
    check: async () => world.check,
    clock,
    observe: (seen) => (units = seen.units),
  });
  const id = () => newId(world.now, randomBytes(16));
  const put = (table: string, Item: Record<string, unknown>) => plain.send(new PutCommand({ TableName: table, Item }));

  const call = async (
    name: Name,
    input: Record<string, unknown> = {},
    { as, key = randomBytes(8).toString('hex') }: { as?: string; key?: string } = {},
  ): Promise<Answered> => {
    const heard = await knock(door, callOf(resolutions[name], { communityId, ...input }, { as, key }));
    return { ...heard, units };
  };
  const person = async (roles: Role[] = ['resident'], displayName = '某位居民'): Promise<string> => {
    const personId = id();
    await put('identity', { ...personKey(personId), validFrom: 0, consents: { privacy: '1' } });
    await put('directory', { ...memberKey(communityId, personId), roles, displayName });
    return personId;
  };
  /** A matter in the councils table, with its author and those who support it. */
  const matter = async (supporters: number, title = '加装扶手') => {
    const proposalId = id();
    const people: string[] = [];
    for (let i = 0; i <= supporters; i += 1) people.push(await person());
    const [authorId = ''] = people;
    await put('councils', {
      pk: `${communityId}#proposals`,
      sk: proposalId,
      title,
      authorId,
      agendaAt: world.now.toISOString(),
    });
    await put('procedures', { ...wayKey(communityId, proposalId), ...carriedOut(world.now) });
    for (const one of people) await put('councils', { pk: `${communityId}#p#${proposalId}`, sk: `support#${one}` });
    return { proposalId, author: authorId, supporters: people.slice(1) };
  };
  /** What was promised after surveys, by round and version. */
  const promised = new Map<string, PublishedPromises>();
  const promises: ReadPromises = async (_communityId, roundId, version) => promised.get(`${roundId}#${version}`);
  const bring = (detail: unknown) =>
    onEvents({ repo, ledger, promises, titleOf: async () => '加装扶手', clock })({ detail } as EventBridgeEvent<
      string,
      unknown
    >);
  const decided = (proposalId: string, outcome = 'passed') => ({
    id: id(),
    type: 'votes.vote-decided',
    scope: communityId,
    subject: proposalId,
    at: world.now.toISOString(),
    data: { voteId: id(), outcome },
  });
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
  /** Hands the matter's items, as they stand, to the stream's function. */
  const index = async (proposalId: string) => {
    const item = await repo.resolutions.read(communityId, proposalId);
    const tasks = await repo.tasks.all(communityId, proposalId);
    const records = [...tasks, ...(item ? [item] : [])].map((one) => ({
      eventName: 'MODIFY' as const,
      dynamodb: { SequenceNumber: '1', NewImage: marshall(one) as never },
    }));
    return indexTasks({ repo })({ Records: records });
  };
  /** Everything that happens by itself: lists are kept, the clock ticks, the last accepted result completes. */
  const flow = async (proposalId: string) => {
    await index(proposalId);
    await settleEnds({ repo, ledger, clock })();
    for (const event of await events(proposalId)) await bring(event);
    await index(proposalId);
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
    clock,
    id,
    put,
    call,
    person,
    matter,
    bring,
    promised,
    decided,
    events,
    index,
    flow,
    close,
  };
};
export type Stage = ReturnType<typeof stageFollowUp>;

/** A resolution that stands, with its worker, and a task of it. */
export const standing = async (stage: Stage, supporters = 4) => {
  const matter = await stage.matter(supporters);
  await stage.bring(stage.decided(matter.proposalId));
  const worker = await stage.person(['worker'], '王工');
  const at = { proposalId: matter.proposalId };
  const addTask = async (more: Record<string, unknown> = {}): Promise<string> => {
    const task = {
      title: '装扶手',
      what: '每层楼梯内侧装扶手。',
      owner: { outside: '物业公司' },
      due: { workingDays: 5 },
      listRef: 'assist',
    };
    const answer = await stage.call('addTask', { ...at, ...task, ...more }, { as: worker });
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
    return String(answer.body['taskId']);
  };
  const finish = async (taskId: string) =>
    stage.call('progressTask', { ...at, taskId, state: 'done', note: '装好了' }, { as: worker });
  return { ...matter, at, worker, addTask, finish };
};
