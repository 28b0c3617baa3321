import { api, type Actor } from '@gongzhi/local/demo/api';
import { DEMO, HOUSED, PEOPLE } from '@gongzhi/local/demo/people';
import { importRoll, inviteWorker, join as joinCommunity, openPlaces } from '@gongzhi/local/demo/seed-directory';
import { goStraight } from '@gongzhi/local/demo/straight-way';
import { FOLLOW_UP_DEFAULTS } from '@gongzhi/shared/resolutions/rule-sets';
import { faultsOf, settled } from './find-faults';
import { endVote } from './end-vote';
import { Person } from './person';
import { startWorld, type World } from './world';

const { councils, directory, notices, resolutions, votes } = api;
const { communityId } = DEMO;
jest.setTimeout(240_000);

let world: World;
let worker: Person;
let author: Person;
let supporter: Person;
let people: Actor[];
let chairman: Actor;
let proposalId: string;
const demo = (key: string) => PEOPLE.find((p) => p.key === key) ?? PEOPLE[0]!;
const chainPath = () => `/resolutions/chain/index?communityId=${communityId}&proposalId=${proposalId}`;

/** A matter that its community decides in the vote's shortest minute. */
const decide = async () => {
  const [first, ...rest] = people;
  const { id } = await first!.act(councils.fileProposal, {
    communityId,
    title: '一号楼楼道加装扶手',
    grounds: '楼里住着二十多位老人，楼道没有扶手。',
    recommendations: [{ title: '每层加装扶手', body: '在楼梯内侧加装扶手。' }],
  });
  proposalId = id;
  for (const one of rest.slice(0, 4)) await one.act(councils.supportProposal, { communityId, proposalId });
  const { voteId } = await chairman.act(votes.openVote, {
    communityId,
    proposalId,
    question: '是否同意加装扶手',
    resolution: '同意加装扶手，一个月内完成。',
    closesAt: new Date(Date.now() + 61_000).toISOString(),
  });
  for (const one of people) await one.act(votes.castVote, { communityId, voteId, choice: 'for' });
  await endVote(world, first!, voteId);
};

beforeAll(async () => {
  world = await startWorld();
  const { url, openingKey } = world.cloud;
  const office = await inviteWorker(url, await openPlaces(url, openingKey));
  await importRoll(office, 24);
  const homes = HOUSED.slice(0, 25);
  const keys = ['author', 'n001', 'n002', 'n003', 'n004', 'n005', 'n006', 'n007', 'n008', 'n009'];
  people = [];
  for (const key of [...keys, ...homes.map((one) => one.key).filter((key) => /^n01\d$/.test(key))])
    people.push(await joinCommunity(url, demo(key)));
  chairman = await joinCommunity(url, demo('chair'));
  await office.act(directory.grantRole, { communityId, personId: chairman.personId, role: 'chair' });
  await goStraight(chairman);
  const quick = { ...FOLLOW_UP_DEFAULTS, reviewAfterMinutes: 0, reviewMinutes: 60 };
  await office.act(resolutions.changeFollowUp, { communityId, ...quick });
  await decide();
  const phone = async (key: string) => {
    const one = new Person(await world.phone(), url, key);
    await one.signIn(false);
    return one;
  };
  [worker, author, supporter] = [await phone('worker'), await phone('author'), await phone('n001')];
}, 240_000);
afterAll(() => world?.stop());

const settle = async () => {
  await world.cloud.idle();
  await world.cloud.tick();
  await world.cloud.idle();
};

describe('after a decided vote', () => {
  it('a resolution stands, and the worker makes it a task with owner, due date and list', async () => {
    await worker.go(chainPath());
    await worker.sees('同意加装扶手，一个月内完成。');
    await worker.sees('还没有分派任务。');
    await worker.tap('分派一项任务');
    await worker.fill('任务名称', '楼道装扶手');
    await worker.fill('要做什么', '每层楼梯内侧加装扶手。');
    await worker.fill('单位名称', '物业公司');
    await worker.tap('5 个工作日');
    await worker.tap('不在清单');
    await worker.sees(/社区可以拒绝/);
    await worker.tap('协助');
    await worker.tap('分派任务');
    await worker.sees(/1 项任务，0 项已验收/);
    await settle();
  });

  it('the task is on the worker’s list by its due date, one tap from progress, and asks for no photograph', async () => {
    await worker.go('/tabs/home/index');
    await worker.tap(/^正在办的任务，1 项/);
    await worker.tap(/楼道装扶手/);
    await worker.fill('说明（可不填，不需要照片）', '量好了尺寸');
    await worker.tap('更新进展');
    await worker.sees(/更新进展：量好了尺寸/);
    await worker.tap('申请延期');
    await worker.tap('20 个工作日');
    await worker.fill('延期理由', '材料没到');
    await worker.tap('确定延期');
    await worker.sees(/延期 1 次，最初期限/);
    await worker.tap(/^已完成/);
    await worker.tap('更新进展');
    await worker.sees(/请有关居民验收/);
  });

  it('every supporter is told at each step, in their own inbox', async () => {
    await settle();
    await supporter.go('/tabs/home/index');
    await supporter.page.reload();
    await supporter.tap(/^通知，\d+ 条未读/);
    await supporter.sees('任务报完成了，请您验收，或者写明理由退回。');
    await supporter.sees('表决通过，形成决议。');
    await supporter.tap(/任务报完成了/);
    await supporter.sees('这项结果，您验收吗？');
  });

  it('the task asks for its answer on a page that fits, can be hit and is read aloud, in elder mode too', async () => {
    await settled(supporter.page);
    expect(await faultsOf(supporter.page, 48)).toEqual([]);
    const path = supporter.page.url().slice(supporter.page.url().indexOf('#') + 1);
    await supporter.go('/tabs/home/index');
    await supporter.tap(/长辈版/);
    await supporter.go(path);
    await settled(supporter.page);
    expect(await faultsOf(supporter.page, 60)).toEqual([]);
    await worker.page.reload();
    await settled(worker.page);
    expect(await faultsOf(worker.page, 48)).toEqual([]);
  });

  it('the author sends the result back with a reason, which opens the task again', async () => {
    await author.go(chainPath());
    await author.tap(/楼道装扶手/);
    await author.tap('退回，写明理由');
    await author.fill('哪里没有办好', '二楼没有装');
    await author.tap('确定退回');
    await author.sees('退回重办');
    await author.sees('二楼没有装');
    await author.sees(/退回过 1 次/);
  });

  it('the worker does it again, the author accepts, and the resolution is complete', async () => {
    await worker.page.reload();
    await worker.tap(/^已完成/);
    await worker.fill('说明（可不填，不需要照片）', '二楼补装了');
    await worker.tap('更新进展');
    await worker.sees(/二楼补装了/);
    await author.page.reload();
    await author.tap('验收');
    await author.sees('已验收');
    await settle();
    await settle();
    await author.go(chainPath());
    await author.page.reload();
    await author.sees(/1 项任务，1 项已验收，.*全部办结/);
  });

  it('those concerned are asked whether it helped, and few answers are not shown as figures', async () => {
    await author.sees(/评议进行中/);
    await author.tap('有帮助');
    await author.tap('提交评议');
    await author.sees('您的评议：有帮助。');
    await author.sees(/已有 1 人评议；满 5 人才显示结果/);
    for (const one of people.slice(1, 5))
      await one.act(resolutions.answerReview, { communityId, proposalId, verdict: 'helped' });
    await author.page.reload();
    await author.sees(/5 人评议：5 人说有帮助/);
  });

  it('one page shows the whole chain, and each link opens its source', async () => {
    for (const words of ['附议', '走过的程序', '表决', '决议', '任务和验收', '评议']) await author.sees(words);
    await author.tap('看讨论');
    await author.page.waitForURL(/councils\/discussion/);
    await author.tap('返回');
    await author.page.waitForURL(/resolutions\/chain/);
    const { items } = await people[1]!.act(notices.listInbox, {});
    expect(new Set(items.map(({ noticeId }) => noticeId)).size).toBe(items.length);
    const types = items.map(({ type }) => type);
    for (const type of [
      'votes.vote-opened',
      'votes.vote-decided',
      'resolutions.task-added',
      'resolutions.task-done',
      'resolutions.result-sent-back',
      'resolutions.result-accepted',
      'resolutions.completed',
      'resolutions.review-opened',
    ])
      expect(types).toContain(type);
  });

  it('on paper the chain stands whole, without buttons', async () => {
    await author.go(chainPath());
    await author.page.reload();
    await author.sees(/5 人评议/);
    await settled(author.page);
    await author.page.emulateMedia({ media: 'print' });
    const { height, screen, buttons, page } = await author.page.evaluate(() => ({
      height: document.documentElement.scrollHeight,
      screen: window.innerHeight,
      page: document.querySelector('.page-body')?.getBoundingClientRect().height ?? 0,
      buttons: [...document.querySelectorAll('.btn')].filter((one) => one.checkVisibility()).length,
    }));
    expect(page).toBeGreaterThan(screen * 1.5);
    expect(height).toBeGreaterThanOrEqual(page);
    expect(buttons).toBe(0);
    await author.page.emulateMedia({ media: 'screen' });
  });

  it('somebody who is not signed in reads the chain too', async () => {
    const visitor = new Person(await world.phone(), world.cloud.url, 'guest');
    await visitor.go(chainPath());
    await visitor.sees(/全部办结/);
  });
});
