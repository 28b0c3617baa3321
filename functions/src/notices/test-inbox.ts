import { randomBytes } from 'node:crypto';
import { BatchWriteCommand, PutCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import type { EventBridgeEvent } from 'aws-lambda';

import { newId } from '@gongzhi/shared/kernel/ids';
import { notices } from '@gongzhi/shared/notices/contract';
import { createAnnouncements } from '../kernel/announcements';
import { createAskedOf } from '../kernel/asked';
import { createAudienceOf } from '../kernel/audience';
import { createCallers, personKey } from '../kernel/caller';
import { createCursors } from '../kernel/cursor';
import { createDocumentClient } from '../kernel/ddb';
import { createOutcomesOf } from '../kernel/deliveries';
import { createFollowersOf } from '../kernel/followers';
import { createInvitedOf } from '../kernel/invited';
import { createLedger } from '../kernel/ledger';
import { createMatters } from '../kernel/matters';
import { createActivities, createComersOf } from '../kernel/shifts';
import { createMembersOf } from '../kernel/members';
import type { Units } from '../kernel/meter';
import { createUnits } from '../kernel/units';
import { callOf, knock, type Heard } from '../kernel/test-door';
import { spyOn } from '../kernel/test-spy';
import { noticesHandler } from './index';
import { onEvents } from './on-events';
import { createRepo } from './repo';
import { tellFollowers } from './tell-followers';

/** In place of a matter: the fan-out by role. */
export const BY_ROLE = 'by role';

/** Whose fan-out: a matter's followers', a role's, or a shift's people's. */
type Of = string | { proposalId: string; shiftId: string };

export type Name = keyof typeof notices;

/** Inboxes on a running engine, with matters whose followers are as many as asked for and a clock that is set. For tests. */
export const stageInbox = (endpoint: string, through?: (client: DynamoDBDocumentClient) => void) => {
  const communityId = '310106000001';
  const plain = createDocumentClient(endpoint);
  const client = createDocumentClient(endpoint);
  through?.(client);
  const world = { now: new Date('2026-11-23T02:00:00.000Z') };
  const clock = () => world.now;
  let units: Units = { read: 0, write: 0 };
  const repo = createRepo(client, 'notices', createCursors('pepper'));
  const door = noticesHandler({
    callers: createCallers(plain, { identity: 'identity', directory: 'directory' }),
    ledger: createLedger(client, 'ledger'),
    repo,
    templates: { notice: { id: 'tmplNotice', type: 'once' }, vote: { id: 'tmplVote', type: 'long' } },
    announcements: createAnnouncements(plain, 'announcements'),
    verify: async (token) => ({ personId: token, sessionId: 's', issuedAt: Math.floor(world.now.getTime() / 1_000) }),
    clock,
    observe: (seen) => (units = seen.units),
  });
  const id = () => newId(world.now, randomBytes(16));
  const put = (table: string, Item: Record<string, unknown>) => plain.send(new PutCommand({ TableName: table, Item }));
  const person = async () => {
    const personId = id();
    await put('identity', { ...personKey(personId), validFrom: 0, consents: { privacy: '1' } });
    return personId;
  };
  /** A matter and the ids of its followers; the first is its author. */
  const matter = async (followers: number) => {
    const proposalId = id();
    const people = Array.from({ length: followers }, id);
    await put('councils', { pk: `${communityId}#proposals`, sk: proposalId, title: '加装扶手', authorId: people[0] });
    for (let from = 0; from < followers; from += 25) {
      const puts = people.slice(from, from + 25).map((one) => ({
        PutRequest: { Item: { pk: `${communityId}#p#${proposalId}`, sk: `support#${one}` } },
      }));
      await plain.send(new BatchWriteCommand({ RequestItems: { councils: puts } }));
    }
    return { proposalId, people };
  };
  const event = (subject: string, more: object = {}) => ({
    id: id(),
    type: 'votes.vote-opened',
    scope: communityId,
    subject,
    actor: 'system',
    at: world.now.toISOString(),
    data: {} as Record<string, string | number | boolean>,
    ...more,
  });
  const bring = (detail: unknown) =>
    onEvents({
      repo,
      matters: createMatters(plain, 'councils'),
      services: {
        volunteering: createActivities(plain, 'volunteering'),
        wishes: createActivities(plain, 'wishes'),
        calls: createActivities(plain, 'calls'),
      },
      contactsOf: createUnits(plain, 'units').contactsOf,
      announcements: createAnnouncements(plain, 'announcements'),
      clock,
    })({
      detail,
    } as EventBridgeEvent<string, unknown>);
  const record = (item: Record<string, unknown>, SequenceNumber = '1') => ({
    eventName: 'MODIFY' as const,
    dynamodb: {
      SequenceNumber,
      Keys: { pk: { S: String(item['pk']) }, sk: { S: String(item['sk']) } },
      NewImage: marshall(item, { removeUndefinedValues: true }) as never,
    },
  });
  const telling = {
    repo,
    followersOf: createFollowersOf(plain, 'councils'),
    membersOf: createMembersOf(plain, 'directory'),
    comersOf: createComersOf(plain, 'volunteering'),
    calls: { asked: createAskedOf(plain, 'calls'), coming: createComersOf(plain, 'calls') },
    invitedOf: createInvitedOf(plain, 'answers'),
    audienceOf: createAudienceOf(plain, { directory: 'directory', exchange: 'exchange', councils: 'councils' }),
    outcomesOf: createOutcomesOf(plain, 'notices'),
    clock,
  };
  /** The fan-out of an event to the followers of a matter, or to the holders of the roles it concerns (`BY_ROLE`). */
  const job = (eventId: string, of: Of) =>
    repo.jobs.job({
      eventId,
      ...(typeof of === 'string' ? { proposalId: of, ...(of === BY_ROLE ? { roles: [] } : {}) } : of),
    });
  /** Hands the job, as it stands, to the stream's function; whether there was more to do. */
  const step = async (eventId: string, proposalId: Of): Promise<boolean> => {
    const item = await job(eventId, proposalId);
    if (!item || item.done) return false;
    const { batchItemFailures } = await tellFollowers(telling)({ Records: [record({ ...item })] });
    if (batchItemFailures.length > 0) throw new Error('delivered again');
    return true;
  };
  const flow = async (eventId: string, proposalId: Of): Promise<number> => {
    let steps = 0;
    while (await step(eventId, proposalId)) steps += 1;
    return steps;
  };
  const call = async (name: Name, input: Record<string, string>, as: string): Promise<Heard & { units: Units }> => {
    const heard = await knock(door, callOf(notices[name], input, { as, key: randomBytes(8).toString('hex') }));
    return { ...heard, units };
  };
  /** Every event of the ledger. */
  const events = async () =>
    (await spyOn(endpoint).items('ledger')) as unknown as {
      type: string;
      subject: string;
      data: Record<string, unknown>;
    }[];
  const close = () => {
    client.destroy();
    plain.destroy();
  };
  return {
    communityId,
    client,
    plain,
    repo,
    world,
    id,
    put,
    person,
    matter,
    event,
    bring,
    record,
    telling,
    job,
    step,
    flow,
    call,
    events,
    close,
  };
};
export type Stage = ReturnType<typeof stageInbox>;
