import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { api, signIn, type Actor, type Unwelcome } from '@gongzhi/local/demo/api';
import { makeRoll } from '@gongzhi/local/demo/make-roll';
import { DEMO, PEOPLE } from '@gongzhi/local/demo/people';
import { inviteWorker, join as joinCommunity, openPlaces } from '@gongzhi/local/demo/seed-directory';
import { writeRoll } from '@gongzhi/local/demo/write-roll';
import { endVote } from './end-vote';
import { Person } from './person';
import { startWorld, type World } from './world';

const { councils, directory, ledger, votes } = api;
const { communityId } = DEMO;
const PAPER = readFileSync(join(__dirname, '../apps/local/src/demo/proposal.txt'), 'utf8');
const TITLE = '完善社区治理，让居民满意成为考核标准';
const HOUSEHOLDS = 48;

jest.setTimeout(240_000);

let world: World;
const person = async (key: string) => new Person(await world.phone(), world.cloud.url, key);
const demo = (key: string) => PEOPLE.find((p) => p.key === key) ?? PEOPLE[0]!;
const neighbourKeys = PEOPLE.filter(({ key }) => /^n\d+$/.test(key)).map(({ key }) => key);

beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world?.stop());

describe('a real proposal becomes a decision', () => {
  let worker: Person;
  let author: Person;
  let chair: Person;
  let neighbours: Actor[] = [];
  let proposalId: string;
  let voteId: string;
  let rollFile: string;

  it('the worker imports the roll: looked at first, then written, and a second time nothing changes', async () => {
    const supervisor = await openPlaces(world.cloud.url, world.cloud.openingKey);
    await inviteWorker(world.cloud.url, supervisor);
    rollFile = join(world.dir, '小营巷社区住户名册.xlsx');
    writeFileSync(
      rollFile,
      await writeRoll(makeRoll({ seed: 1, households: HOUSEHOLDS, people: PEOPLE.slice(0, 44) }), 'xlsx'),
    );
    worker = await person('worker');
    await worker.signIn(false);
    await worker.tap('导入住户名册');
    const importFile = async () => {
      const choosing = worker.page.waitForEvent('filechooser');
      await worker.tap('选择名册文件');
      await (await choosing).setFiles(rollFile);
    };
    await importFile();
    await worker.sees('请核对，还没有写入');
    const before = await signIn(world.cloud.url, 'worker');
    expect((await before.act(directory.listBuildings, { communityId })).items).toEqual([]);
    await worker.tap(`确认导入 ${HOUSEHOLDS} 户`);
    await worker.sees('导入完成');
    expect((await before.act(directory.readCommunity, { communityId })).households).toBe(HOUSEHOLDS);
    await worker.go('/directory/roll/index?communityId=' + communityId);
    await worker.page.reload();
    await importFile();
    await worker.sees('没有变化');
  });

  it('a resident signs in, agrees, and joins by the phone number on the roll', async () => {
    author = await person('author');
    await author.signIn();
    await author.joinByPhone();
    chair = await person('chair');
    await chair.signIn();
    await chair.joinByPhone();
  });

  it('the worker makes a resident the chair, and it holds at once', async () => {
    await worker.go('/directory/members/index?communityId=' + communityId);
    await worker.tap(new RegExp(`^${chair.name}，`));
    await worker.tap('议事会召集人');
    await worker.tap('确定担任');
    await worker.sees(/议事会召集人/);
  });

  it('the resident pastes the real paper, closes the app, finds the draft again and files it', async () => {
    await author.tap(/我要提议/);
    await author.tap('已有文稿？粘贴后自动分栏');
    await author.fill('文稿', PAPER);
    await author.tap('自动分栏');
    await author.fill('标题', TITLE);
    await author.page.close();
    const page = await author.page.context().newPage();
    await page.setViewportSize({ width: 375, height: 812 });
    author = new Person(page, world.cloud.url, 'author');
    await author.go('/councils/write/index?communityId=' + communityId);
    await author.sees(/上次没写完的内容还在/);
    await author.tap('提交提议');
    await author.sees('建议（4 条）');
    await author.sees(/提出提案/);
    proposalId = /proposalId=([0-9A-Z]{26})/.exec(author.page.url())?.[1] ?? '';
  });

  it('neighbours support it, and at the threshold it is on the agenda', async () => {
    neighbours = await Promise.all(neighbourKeys.slice(0, 33).map((key) => joinCommunity(world.cloud.url, demo(key))));
    for (const neighbour of neighbours.slice(0, 4))
      await neighbour.act(councils.supportProposal, { communityId, proposalId });
    const { stage, supports } = await neighbours[0]!.act(councils.readProposal, { communityId, proposalId });
    expect({ stage, supports }).toEqual({ stage: 'agenda', supports: 5 });
  });

  it('points stand in three columns, are endorsed and answered; a risky one is refused with a way to a person', async () => {
    await chair.go(`/councils/discussion/index?communityId=${communityId}&proposalId=${proposalId}`);
    await chair.tap('我说一条');
    await chair.fill('我的意见', '年轻人白天上班，手机上能议事，参加的人才会多。');
    await chair.tap('发表');
    await chair.sees(/年轻人白天上班/);
    await author.go(`/councils/discussion/index?communityId=${communityId}&proposalId=${proposalId}`);
    await author.tap('赞同');
    await author.sees('✓ 已赞同 1');
    await author.tap('回复');
    await author.fill('我的回复', '谢谢，这正是我想说的。');
    await author.tap('回复');
    await author.sees(/这正是我想说的/);
    await author.tap('返回');
    await author.tap('我说一条');
    await author.fill('我的意见', '测试违规词：请人工看一看。');
    await author.tap('发表');
    await author.tap('提交人工复核');
    await author.sees(/等待社区工作者审核/);
    await worker.go('/councils/reviews/index?communityId=' + communityId);
    await worker.sees(/请人工看一看/);
    await worker.tap('公开');
    await worker.sees('没有等待审核的内容。');
  });

  it('no vote opens before its way is gone: the page says what is missing, until the community decides to do without', async () => {
    await chair.go(`/votes/open-vote/index?communityId=${communityId}&proposalId=${proposalId}`);
    await chair.sees(/“协商会议”没有完成（还没有在会议上审议）/);
    await chair.go(`/procedures/rules/index?communityId=${communityId}`);
    await chair.tap('修改期限');
    await chair.fill('依据', '2026年3月居民会议：急事当场表决');
    await chair.page
      .getByRole('radiogroup', { name: '协商会议' })
      .first()
      .getByRole('radio', { name: '不要求' })
      .click();
    await chair.fill('公示', '0');
    await chair.tap('保存并公开');
    await chair.sees(/起执行：2026年3月居民会议/);
    await author.go(`/procedures/way/index?communityId=${communityId}&proposalId=${proposalId}`);
    await author.sees(/表决（召集人发起，名册上的人投票）/);
  });

  it('the chair opens the vote with a frozen roll', async () => {
    await chair.go(`/councils/proposal/index?communityId=${communityId}&proposalId=${proposalId}`);
    await chair.tap('发起表决');
    await chair.tap(/^现场表决/);
    await chair.tap('发起表决');
    await chair.tap('确认发起');
    await chair.sees(/48 户中 0 户已表决/);
    voteId = /voteId=([0-9A-Z]{26})/.exec(chair.page.url())?.[1] ?? '';
  });

  it('thirty households vote; two phones of one household at the same moment are one ballot', async () => {
    await Promise.all(
      neighbours
        .slice(0, 28)
        .map((n, i) =>
          n.act(votes.castVote, { communityId, voteId, choice: i < 20 ? 'for' : i < 26 ? 'against' : 'abstain' }),
        ),
    );
    const spouse = await joinCommunity(world.cloud.url, demo('spouse'));
    const own = await signIn(world.cloud.url, 'author');
    const both = await Promise.allSettled(
      [own, spouse].map((p, i) => p.act(votes.castVote, { communityId, voteId, choice: i === 0 ? 'for' : 'against' })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const lost = both.find((r) => r.status === 'rejected') as PromiseRejectedResult;
    expect((lost.reason as Unwelcome).body).toMatchObject({ refused: 'HOUSEHOLD_VOTED' });
    await chair.tap('赞成');
    await chair.tap('确认投“赞成”票');
    await chair.sees(/您已于.*投出：赞成/);
    await world.cloud.idle();
    const vote = await own.act(votes.readVote, { communityId, voteId });
    expect(vote).toMatchObject({ phase: 'open', turnout: 30 });
    expect(vote).not.toHaveProperty('result');
  });

  it('after the end anyone reads the result: counts, base, quorum, rule, source and decision', async () => {
    const visitor = await person('guest');
    await visitor.go(`/votes/vote/index?communityId=${communityId}&voteId=${voteId}`);
    await visitor.sees(/加入本社区的一户后才能表决/);
    await expect(worker.page.evaluate(() => 1)).resolves.toBe(1);
    await endVote(world, neighbours[0]!, voteId);
    await visitor.page.reload();
    await visitor.sees('表决结果');
    await visitor.sees(/30 票中 2[12] 票/);
    await visitor.sees(/48 户中 30 户，要过半数（25 户），达到/);
    await visitor.sees(/城市居民委员会组织法/);
  });

  it('every step left exactly one event, and the page shows them as the history', async () => {
    await world.cloud.idle();
    const events: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await neighbours[0]!.act(ledger.readHistory, {
        communityId,
        subjectId: proposalId,
        ...(cursor ? { cursor } : {}),
      });
      events.push(...page.items.map(({ type }) => type));
      cursor = page.next;
    } while (cursor);
    const count = (type: string) => events.filter((one) => one === type).length;
    expect(count('councils.proposal-filed')).toBe(1);
    expect(count('councils.proposal-supported')).toBe(4);
    expect(count('votes.vote-opened')).toBe(1);
    expect(count('votes.vote-decided')).toBe(1);
    await author.go(`/councils/proposal/index?communityId=${communityId}&proposalId=${proposalId}`);
    await author.page.reload();
    await author.sees(/附议达到 5 人，列入议程/);
    await author.sees(/计票完成，公布结果/);
  });
});
