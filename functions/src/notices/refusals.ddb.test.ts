import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { notices } from '@gongzhi/shared/notices/contract';
import { createAnnouncements } from '../kernel/announcements';
import { testAccess, testFaults, testRefusals, testRepeats, type Act } from '../kernel/test-acts';
import { createFaults } from '../kernel/test-faults';
import { stageSlice, type Stage } from '../kernel/test-stage';
import { noticesHandler } from './index';
import { createRepo, type Repo } from './repo';

/** Every refusal every route declares, through the front door, and every command asked twice, at once and under faults. */
type C = typeof notices;
let engine: TestTables;
let stage: Stage<C>;
let repo: Repo;
const who: Record<string, string> = {};
const faults = createFaults();
beforeAll(async () => {
  engine = await startTables(['identity', 'directory', 'ledger', 'notices', 'announcements']);
  stage = stageSlice({
    ...{ endpoint: engine.endpoint, slice: 'notices', contract: notices, through: faults.through },
    doorOf: ({ base, client, cursors }) => {
      repo = createRepo(client, 'notices', cursors);
      return noticesHandler({
        ...{ ...base, repo, announcements: createAnnouncements(client, 'announcements') },
        templates: { notice: { id: 'tmplNotice', type: 'once' }, vote: { id: 'tmplVote', type: 'long' } },
      });
    },
  });
  Object.assign(who, { me: await stage.person(), worker: await stage.person(['worker']) });
});
afterAll(async () => {
  stage.close();
  await engine.stop();
});
const is = (name: string) => () => who[name]!;
/** A notice of mine, told by a sending whose openings are counted. */
const told = async () => {
  const [noticeId, at] = [stage.id(), stage.world.now.toISOString()];
  const about = { type: 'votes.vote-opened', communityId: stage.communityId, proposalId: stage.id(), title: '灯' };
  await repo.inbox.tell(who['me']!, noticeId, { ...about, at, arrivedAt: at, data: {}, via: stage.id() });
  return { noticeId };
};
/** An instant nothing is marked up to yet. */
const later = async () => {
  stage.world.now = new Date(stage.world.now.getTime() + 60_000);
  return { upTo: stage.world.now.toISOString() };
};
const nobody = async () => ({ noticeId: stage.id() });
const answers = (answer = 'accept') => ({ answers: [{ kind: 'notice', answer }] });

testRefusals<C>(notices, () => stage, [
  ['markRead', 'NOT_FOUND', 'a notice that is not one’s own', is('worker'), told],
  ['readReach', 'NOT_FOUND', 'what was not sent', is('worker'), nobody],
]);

const WHOLE: Record<string, object> = {
  markRead: { noticeId: '01KATQ8M3N5P7R9S1T2V4W6X8Y' },
  readReach: { noticeId: '01KATQ8M3N5P7R9S1T2V4W6X8Y' },
  markAllRead: { upTo: '2026-11-27T02:00:00.000Z' },
  searchInbox: { words: '停水' },
  savePreferences: { off: [] },
  recordPrompt: answers(),
};
testAccess<C>(
  notices,
  () => stage,
  (name) => ({ ...WHOLE[name] }),
);

let hour = 0;
const choices = async () => ({ off: ['vote'], digestHour: [8, 12, 18, 20][(hour += 1) % 4] });
const ACTS: Act<C>[] = [
  { name: 'markRead', as: is('me'), input: told, other: { noticeId: '01KATQ8M3N5P7R9S1T2V4W6X8Y' } },
  { name: 'markAllRead', as: is('me'), input: later, other: { upTo: '2026-11-27T01:00:00.000Z' } },
  { name: 'savePreferences', as: is('me'), input: choices, other: { off: ['service'] } },
  { name: 'recordPrompt', as: is('me'), input: async () => answers(), other: answers('reject') },
];
testRepeats<C>(notices, () => stage, ACTS);
testFaults<C>(() => stage, faults, ACTS);
