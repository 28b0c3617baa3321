import { QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Audience } from '@gongzhi/shared/kernel/audience';
import { announcements } from '@gongzhi/shared/announcements/contract';
import { noticeIdOf } from '@gongzhi/shared/kernel/announcement-notice';
import { doorKey } from '@gongzhi/shared/kernel/door-key';
import { streetOf } from '@gongzhi/shared/kernel/ids';
import type { Outcome } from '@gongzhi/shared/kernel/outcomes';
import { createChosen, readMembers, skillsKey } from '../kernel/audience';
import { memberKey } from '../kernel/caller';
import { createCommunities } from '../kernel/communities';
import { createCursors } from '../kernel/cursor';
import { createDocumentClient } from '../kernel/ddb';
import { createFileStore } from '../kernel/file-store';
import { createMatters } from '../kernel/matters';
import { createOpenedBy } from '../kernel/opened-by';
import { createDeliveredOf, createOutcomesOf, sendPk } from '../kernel/deliveries';
import { inboxKey } from '../kernel/opened-by';
import { letterOf } from '@gongzhi/shared/kernel/outcomes';
import { householdsPk } from '../kernel/households';
import { createReachable, subscriptionKey } from '../kernel/reachable';
import { createRoll } from '../kernel/roll';
import { stageSlice } from '../kernel/test-stage';
import { buildList, type Building } from './build-list';
import { countCensus, type Counting } from './count-census';
import { createMembersOf } from './create-members-of';
import { announcementsHandler } from './index';
import { keepTime } from './keep-time';
import { createRepo, type Deps } from './repo';

export const TABLES = ['identity', 'directory', 'ledger', 'announcements', 'councils', 'exchange', 'notices'];
export const words = (more: object = {}) => ({
  title: '周三停水',
  body: '周三早上停水。请提前接水。',
  links: [],
  ...more,
});
export const content = (more: { audience?: Audience; words?: object; kind?: string } = {}) => ({
  ...{ kind: 'service', audience: { bands: ['75+'] }, ...more },
  words: words(more.words),
});

/** It signs, and nobody answers. */
const NO_STORE = createFileStore({
  ...{ base: 'https://files.example.cn', bucket: 'files' },
  signer: () => ({ accessKeyId: 'k', secretAccessKey: 's', region: 'local' }),
  fetch: async () => {
    throw new Error('no store here');
  },
});

/** Announcements on a running engine, with a roll, members and what became of messages. For tests. */
export const stageAnnouncing = (
  endpoint: string,
  through?: (client: DynamoDBDocumentClient) => void,
  { files = NO_STORE, checkPicture = async () => undefined }: Partial<Pick<Deps, 'files' | 'checkPicture'>> = {},
) => {
  const stage = stageSlice({
    ...{ endpoint, slice: 'announcements', contract: announcements, through },
    doorOf: ({ base, client, cursors, check }) =>
      announcementsHandler({
        ...{ ...base, check, webOrigin: 'https://gongzhi.example.cn', files, checkPicture },
        repo: createRepo(client, 'announcements', cursors),
        communities: createCommunities(client, 'directory', cursors),
        matters: createMatters(client, 'councils'),
        roll: createRoll(client, 'directory'),
        membersOf: createMembersOf(client, 'directory'),
        reachable: createReachable(client, 'notices', 'notice'),
        openedBy: createOpenedBy(client, 'notices'),
        deliveredOf: createDeliveredOf(client, 'notices'),
      }),
  });
  const { communityId, put, call, world, ledger } = stage;
  const client = createDocumentClient(endpoint);
  through?.(client);
  const repo = createRepo(client, 'announcements', createCursors(''));
  const clock = () => world.now;
  const making: Counting & Building = {
    ...{ repo, clock, roll: createRoll(client, 'directory'), membersOf: createMembersOf(client, 'directory') },
    members: (where, from) => readMembers(client, 'directory', where, from),
    skillsOf: createChosen(client, 'exchange').skillsOf,
    reachable: createReachable(client, 'notices', 'notice'),
    outcomesOf: createOutcomesOf(client, 'notices'),
  };
  /** A draft by somebody; its id and revision. */
  const drafted = async (as: string, more: Parameters<typeof content>[0] = {}) => {
    const { body, status } = await call('saveDraft', { content: content(more) }, { as });
    if (status !== 200) throw new Error(JSON.stringify(body));
    return { announcementId: String(body['announcementId']), revision: 1 };
  };
  const submitted = async (as: string, more: Parameters<typeof content>[0] = {}, how: object = {}) => {
    const draft = await drafted(as, more);
    const { body, status } = await call('submitAnnouncement', { ...draft, ...how }, { as });
    if (status !== 200) throw new Error(JSON.stringify(body));
    return { announcementId: draft.announcementId, revision: 2, state: String(body['state']) };
  };
  /** A household on the roll. */
  const household = async (room: string, more: { building?: string; adults?: number; joined?: number } = {}) => {
    const { building = '3号楼', adults = 2, joined = 1 } = more;
    const home = { building, unit: '1', room };
    const key = doorKey(home);
    await put('directory', {
      ...{ pk: householdsPk(communityId, key.building), sk: key.door, householdId: stage.id(), ...home, joined },
      adults: Array.from({ length: adults }, (_, i) => ({ name: `住户${i + 1}`, phone: '138****0001' })),
    });
    await put('directory', { pk: `${communityId}#b`, sk: key.building, building, households: 1 });
    return home;
  };
  interface Living {
    home: object;
    ageBand?: string;
    roles?: string[];
    balance?: number;
    skills?: string[];
  }
  const member = async ({ balance, skills, roles = ['resident'], ...more }: Living) => {
    const personId = await stage.person(['resident']);
    await put('directory', { ...memberKey(communityId, personId), roles, displayName: '邻居', ...more });
    if (balance !== undefined) await put('notices', { ...subscriptionKey(personId, 'notice'), balance });
    if (skills) await put('exchange', { ...skillsKey(communityId, personId), skills: new Set(skills) });
    return personId;
  };
  const named = () =>
    put('directory', { pk: `${streetOf(communityId)}#communities`, sk: communityId, name: '新城社区', communityId });
  const noticeOf = async (announcementId: string) => {
    const head = await repo.heads.read({ communityId, announcementId });
    return noticeIdOf({ announcementId, at: head?.at ?? '' });
  };
  /** What became of an announcement's messages, as the notices table keeps it. */
  const sentOut = async (announcementId: string, outcomes: readonly (readonly [string, Outcome])[]) => {
    for (let from = 0; from < outcomes.length; from += 20) {
      const some = outcomes.slice(from, from + 20);
      const chunk = { pk: sendPk(announcementId), sk: String(from / 20).padStart(6, '0') };
      await put('notices', {
        ...{ ...chunk, people: some.map(([id]) => id), out: some.map(([, one]) => letterOf(one)).join('') },
      });
    }
    const noticeId = await noticeOf(announcementId);
    for (const [id] of outcomes) await put('notices', inboxKey(id, noticeId));
  };
  const opens = async (personId: string, announcementId: string) =>
    put('notices', { ...inboxKey(personId, await noticeOf(announcementId)), readAt: world.now.toISOString() });
  /** Steps of a job as the stream brings them, until it is done. */
  const buildWhole = async (announcementId: string) => {
    const ids = { communityId, announcementId };
    await repo.listJobs.begin(ids, world.now);
    for (let job = await repo.listJobs.job(ids); job && job.phase !== 'done'; job = await repo.listJobs.job(ids))
      await buildList(job, making);
  };
  const countWhole = async () => {
    await repo.census.begin(communityId, world.now, 60);
    for (let job = await repo.census.job(communityId); job && job.phase !== 'done';)
      [, job] = [await countCensus(job, making), await repo.census.job(communityId)];
  };
  const itemsIn = async (pk: string) => {
    const asked = { KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': pk } };
    return (await client.send(new QueryCommand({ TableName: 'announcements', ...asked, ConsistentRead: true }))).Items;
  };
  const close = () => {
    client.destroy();
    stage.close();
  };
  const tick = () => keepTime({ repo, ledger, clock })();
  return {
    ...stage,
    ...{ repo, making, drafted, submitted, household, member, named, sentOut, opens, buildWhole, countWhole },
    ...{ itemsIn, tick, close },
  };
};
export type Announcing = ReturnType<typeof stageAnnouncing>;
