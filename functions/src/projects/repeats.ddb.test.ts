import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { projects } from '@gongzhi/shared/projects/contract';
import { testAccess, testFaults, testRepeats, type Act } from '../kernel/test-acts';
import { createFaults } from '../kernel/test-faults';
import { NEED, OFFER, POST, TABLES, stageProjects, type Town } from './test-projects';

/** Every command repeated and broken, and whom each route lets in. */
const faults = createFaults();
let engine: TestTables;
let town: Town;
let member: string;
beforeAll(async () => {
  engine = await startTables(TABLES);
  town = await stageProjects(engine.endpoint, faults.through);
  member = await town.member();
});
afterAll(async () => {
  town.close();
  await engine.stop();
});
const stage = () => town;
const worker = () => town.worker;
const resident = () => town.resident;
const plan = async () => ({
  title: '会议室共享',
  about: '每月一次',
  needId: await town.need(),
  resourceIds: [await town.offer()],
});
const asked = async () => {
  const [postId, personId] = [await town.post(), await town.member('李党员')];
  await town.nominated(postId, personId);
  return { postId, personId };
};
const joined = async () => {
  const projectId = await town.start();
  await town.call('joinProject', { projectId, named: true }, { as: town.resident });
  return { projectId };
};

const ACTS: Act<typeof projects>[] = [
  { name: 'postNeed', as: resident, input: async () => ({ ...NEED }), other: { title: '别的' } },
  {
    ...{ name: 'decideNeed', as: worker, other: { publish: false, reason: '重复' }, second: 'ALREADY_DECIDED' },
    input: async () => ({ needId: await town.waiting(), publish: true }),
  },
  {
    ...{ name: 'closeNeed', as: resident, other: { needId: '01ARYZ6S410000000000000001' }, second: 'NEED_SHUT' },
    input: async () => ({ needId: await town.waiting() }),
  },
  { name: 'offerResource', as: () => town.contact, input: async () => ({ ...OFFER }), other: { title: '别的' } },
  {
    ...{ name: 'decideResource', as: worker, other: { publish: false, reason: '重复' }, second: 'ALREADY_DECIDED' },
    input: async () => ({ resourceId: await town.unsure(() => town.offer()), publish: true }),
  },
  {
    ...{ name: 'closeResource', as: () => town.contact, second: 'RESOURCE_SHUT' },
    ...{ other: { resourceId: '01ARYZ6S410000000000000001' }, input: async () => ({ resourceId: await town.offer() }) },
  },
  {
    ...{ name: 'startProject', as: worker, second: 'NEED_SHUT', input: async () => ({ plan: await plan() }) },
    other: { plan: { title: '别的', about: '别的', resourceIds: ['01ARYZ6S410000000000000001'] } },
  },
  {
    ...{ name: 'joinProject', as: resident, other: { named: false }, second: 'ALREADY_DONE' },
    input: async () => ({ projectId: await town.start(), named: true }),
  },
  {
    ...{ name: 'leaveProject', as: resident, second: 'NOT_FOUND', input: joined },
    other: { projectId: '01ARYZ6S410000000000000001' },
  },
  {
    ...{ name: 'tellStep', as: worker, other: { words: '别的' } },
    input: async () => ({ projectId: await town.start(), words: '场地谈好了' }),
  },
  {
    ...{ name: 'finishProject', as: worker, other: { words: '别的' }, second: 'PROJECT_OVER' },
    input: async () => ({ projectId: await town.start(), words: '开了三次会' }),
  },
  {
    ...{ name: 'cancelProject', as: worker, other: { words: '别的' }, second: 'PROJECT_OVER' },
    input: async () => ({ projectId: await town.start(), words: '场地装修' }),
  },
  {
    name: 'setPostClasses',
    as: worker,
    input: async () => ({ names: [POST.className, '宣传'] }),
    other: { names: ['别的'] },
  },
  { name: 'addPost', as: worker, input: async () => ({ ...POST }), other: { slots: 3 } },
  {
    ...{ name: 'closePost', as: worker, other: { postId: '01ARYZ6S410000000000000001' }, second: 'POST_SHUT' },
    input: async () => ({ postId: await town.post() }),
  },
  {
    ...{ name: 'nominate', as: () => member, other: { postId: '01ARYZ6S410000000000000001' }, second: 'ALREADY_DONE' },
    input: async () => ({ postId: await town.post() }),
  },
  {
    ...{ name: 'giveUpPost', as: () => member, other: { postId: '01ARYZ6S410000000000000001' }, second: 'NOT_FOUND' },
    input: async () => {
      const postId = await town.post();
      await town.nominated(postId, member);
      await town.decide(postId, member);
      return { postId };
    },
  },
  {
    ...{ name: 'decideNomination', as: worker, second: 'ALREADY_DECIDED' },
    ...{ other: { confirm: false, reason: '重复' }, input: async () => ({ ...(await asked()), confirm: true }) },
  },
];
testRepeats(projects, stage, ACTS);
const SHAPES = ['decideNeed', 'startProject', 'joinProject', 'finishProject', 'giveUpPost', 'decideNomination'];
testFaults(
  stage,
  faults,
  ACTS.filter(({ name }) => SHAPES.includes(name)),
);
testAccess(projects, stage, () => ({ ...NEED }));

test('what is kept of an act has no words, names or phones in it, and of posts nobody but whom a decision is told', () => {
  const kept = JSON.stringify(town.said.map(({ data, answer }) => ({ data, answer })));
  for (const word of ['会议', '李静', '王秀兰', '党员', '场地', '巡逻', '小学']) expect(kept).not.toContain(word);
  const posts = town.said.filter(({ type }) => /nominated|post-given/.test(type)).map(({ data }) => Object.keys(data));
  expect([...new Set(posts.flat())].sort()).toEqual(['held']);
  const decided = town.said.filter(({ type }) => type === 'projects.nomination-decided');
  expect([...new Set(decided.flatMap(({ data }) => Object.keys(data)))]).toEqual(['state', 'postId', 'toldId']);
  expect(decided.filter((event) => event.gpk !== undefined)).toEqual([]);
});
