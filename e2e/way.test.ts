import { api, signIn } from '@gongzhi/local/demo/api';
import { DEMO, PEOPLE } from '@gongzhi/local/demo/people';
import { importRoll, inviteSecretary, inviteWorker, join, openPlaces } from '@gongzhi/local/demo/seed-directory';
import { MINUTE } from '@gongzhi/shared/kernel/time';
import { endVote } from './end-vote';
import { lookAt, LOOKS, phonesToLookWith } from './look-at';
import { Person } from './person';
import { startWorld, type World } from './world';

const { councils, directory, votes } = api;
const { communityId } = DEMO;
jest.setTimeout(240_000);

let world: World;
let [chair, worker, author, secretary]: Person[] = [];
const matters: string[] = [];
const at = (page: string, proposalId: string | undefined) =>
  `/procedures/${page}/index?communityId=${communityId}&proposalId=${proposalId ?? ''}`;
const person = async (key: string) => {
  const one = new Person(await world.phone({ width: 375 }), world.cloud.url, key);
  await one.comeBack();
  return one;
};

beforeAll(async () => {
  world = await startWorld();
  const { url, openingKey } = world.cloud;
  const supervisor = await openPlaces(url, openingKey);
  const office = await inviteWorker(url, supervisor);
  await inviteSecretary(url, supervisor);
  await importRoll(office, 60);
  const people = PEOPLE.filter(({ key }) => ['author', 'chair'].includes(key) || /^n00[0-5]$/.test(key));
  const joined = new Map<string, Awaited<ReturnType<typeof join>>>();
  for (const one of people) joined.set(one.key, await join(url, one));
  const [proposer, leader, ...neighbours] = [
    'author',
    'chair',
    ...people.map(({ key }) => key).filter((key) => /^n/.test(key)),
  ].map((key) => joined.get(key)!);
  await office.act(directory.grantRole, { communityId, personId: leader!.personId, role: 'chair' });
  for (const title of ['小区要不要分时停车', '一号楼楼道加装扶手', '小广场要不要装长椅']) {
    const text = {
      title,
      grounds: '大家反映很久了。',
      recommendations: [{ title: '先试一个月', body: '先试一个月再定。' }],
    };
    const { id } = await proposer!.act(councils.fileProposal, { communityId, ...text });
    for (const one of neighbours.slice(0, 4)) await one.act(councils.supportProposal, { communityId, proposalId: id });
    matters.push(id);
  }
  [chair, worker, author] = [await person('chair'), await person('worker'), await person('author')];
  secretary = await person('secretary');
});
afterAll(() => world?.stop());

it('the chair says what kind of affair it is and chooses its procedure; an election is told where it belongs', async () => {
  await chair!.go(at('affairs', matters[0]));
  await chair!.tap('公共事务');
  await chair!.sees('政府部门负责的事');
  await chair!.tap(/^选举、换届、罢免/);
  await chair!.sees(/现场无记名投票/);
  await chair!.tap(/^四议两公开/);
  await chair!.sees(/党组织提议 → 两委会商议/);
  await chair!.shoot('choose');
  await chair!.tap('就按这个程序');
  await chair!.sees('已选定，大家都能看到。');
  await chair!.go(at('way', matters[0]));
  await chair!.sees(/下一步/);
  await chair!.sees(/党组织提议（党支部书记记录）/);
});

it('the secretary records the party’s steps, and a worker who is not one has none to record; figures that do not carry are not passed; a wrong one is corrected and stays to be read', async () => {
  await worker!.go(at('way', matters[0]));
  await worker!.sees(/党组织提议（党支部书记记录）/);
  // what a worker may do here is on the page, and this is not among it
  await worker!.sees('分类和选程序');
  expect(await worker!.page.getByText('记录“党组织提议”').count()).toBe(0);
  await secretary!.go(at('way', matters[0]));
  const record = async (one: Person, present: string) => {
    await one.fill('地点', '党群服务中心');
    await one.fill('应到人数', '30');
    await one.fill('实到人数', present);
    await one.fill('同意人数', '14');
    await one.tap('记下来');
  };
  await secretary!.tap('记录“党组织提议”');
  await record(secretary!, '15');
  await secretary!.sees(/没有达到这一步的要求/);
  await secretary!.shoot('record');
  await secretary!.fill('实到人数', '20');
  await secretary!.tap('记下来');
  await secretary!.sees('已记录。');
  // the two committees met together: a worker may write it down
  await worker!.page.reload();
  await worker!.tap('记录“两委会商议”');
  await record(worker!, '22');
  await worker!.sees(/应到 30 人，实到 22 人，同意 14 人/);
  await secretary!.page.reload();
  await secretary!.tap('更正“党组织提议”');
  await secretary!.fill('更正的理由', '人数记错了');
  await secretary!.tap('确认更正');
  await secretary!.sees(/更正“党组织提议”：之前的不再算数/);
  await secretary!.sees(/已更正，不算数/);
  await secretary!.shoot('corrected');
});

it('what is decided on is publicised, a neighbour objects, the worker answers, and everybody sees until when it hangs out', async () => {
  await chair!.go(`/procedures/rules/index?communityId=${communityId}`);
  await chair!.tap('修改期限');
  await chair!.fill('依据', '2026年3月居民会议通过');
  await chair!.page
    .getByRole('radiogroup', { name: '协商会议' })
    .first()
    .getByRole('radio', { name: '不要求' })
    .click();
  await chair!.tap('保存并公开');
  await chair!.sees(/起执行：2026年3月居民会议通过/);
  await worker!.go(at('way', matters[1]));
  await worker!.tap('发布公示');
  await worker!.fill('公示内容', '每层楼梯内侧加装扶手，费用从公共收益里出。');
  await worker!.tap('发布');
  await worker!.sees(/公示还没有满期/);
  await author!.go(at('way', matters[1]));
  await author!.tap('我有异议');
  await author!.fill('异议', '扶手会不会挡住消防通道？');
  await author!.tap('提交异议');
  await author!.sees('等待答复');
  await worker!.go(at('way', matters[1]));
  await worker!.page.reload();
  await worker!.tap('答复这条异议');
  await worker!.fill('答复', '已经量过，宽度符合要求。');
  await worker!.tap('公开答复');
  await worker!.sees(/答复：已经量过/);
  await worker!.shoot('publicity');
});

it('a poll decides nothing: when it is counted the chair chooses a procedure anew, and the poll stays listed with the matter', async () => {
  const proposalId = matters[2]!;
  await chair!.go(at('affairs', proposalId));
  await chair!.tap('自治事务');
  await chair!.tap(/^意见征询/);
  await chair!.tap('就按这个程序');
  await chair!.sees('已选定，大家都能看到。');
  const leader = await signIn(world.cloud.url, 'chair', []);
  const { voteId } = await leader.act(votes.openVote, {
    ...{ communityId, proposalId, ruleId: 'poll-household-2026-1', question: '要不要装长椅', resolution: '听大家的。' },
    closesAt: new Date(Date.now() + 2 * MINUTE).toISOString(),
  });
  await endVote(world, leader, voteId);
  const looked = phonesToLookWith(person);
  for (const [name, look, elder] of LOOKS) {
    const one = await looked('chair', look);
    const pages = { 'round-over': at('way', proposalId) };
    expect([name, await lookAt([[one, pages]], { slice: 'way', name, elder })]).toEqual([name, {}]);
    await one.sees(/意见征询已结束，没有决议效力。召集人或社区工作者可以重新选定程序/);
    await one.sees('重新选定程序');
  }
  await chair!.go(at('way', proposalId));
  await chair!.page.reload();
  await chair!.tap('重新选定程序');
  await chair!.tap('自治事务');
  await chair!.tap(/^社区议事会/);
  await chair!.tap('就按这个程序');
  await chair!.sees('已选定，大家都能看到。');
  await chair!.go(`/councils/proposal/index?communityId=${communityId}&proposalId=${proposalId}`);
  await chair!.page.reload();
  await chair!.sees('没有形成决议');
  await chair!.shoot('round past');
  await chair!.tap(/^第 1 轮/);
  await chair!.sees('要不要装长椅');
});
