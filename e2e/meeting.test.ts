import { api, type Actor } from '@gongzhi/local/demo/api';
import { DEMO, PEOPLE } from '@gongzhi/local/demo/people';
import { importRoll, inviteWorker, join as joinCommunity, openPlaces } from '@gongzhi/local/demo/seed-directory';
import { MINUTE } from '@gongzhi/shared/kernel/time';
import { settled } from './find-faults';
import { lookAt, LOOKS, phonesToLookWith } from './look-at';
import { Person } from './person';
import { startWorld, type World } from './world';

const { councils, directory, meetings } = api;
const { communityId } = DEMO;
jest.setTimeout(240_000);

let world: World;
let office: Actor;
let meetingId: string;
let proposalId: string;
const demo = (key: string) => PEOPLE.find((p) => p.key === key) ?? PEOPLE[0]!;
const path = (page: 'live' | 'board' | 'minutes', id = meetingId) =>
  `/meetings/${page}/index?communityId=${communityId}&meetingId=${id}`;

beforeAll(async () => {
  world = await startWorld();
  const { url, openingKey } = world.cloud;
  office = await inviteWorker(url, await openPlaces(url, openingKey));
  await importRoll(office, 24);
  const people: Actor[] = [];
  for (const key of ['author', 'chair', 'member', 'n001']) people.push(await joinCommunity(url, demo(key)));
  const [author, chair, ...members] = people;
  await office.act(directory.grantRole, { communityId, personId: chair!.personId, role: 'chair' });
  for (const one of members)
    await office.act(directory.grantRole, { communityId, personId: one.personId, role: 'councilMember' });
  const filed = await author!.act(councils.fileProposal, {
    communityId,
    title: '一号楼楼道加装扶手',
    grounds: '楼里住着二十多位老人，楼道没有扶手。',
    recommendations: [{ title: '每层加装扶手', body: '在楼梯内侧加装扶手。' }],
  });
  proposalId = filed.id;
  const called = await office.act(meetings.callMeeting, {
    communityId,
    kind: 'council',
    place: '社区活动室',
    startsAt: new Date(Date.now() + 30 * MINUTE).toISOString(),
    minutes: 30,
    agenda: [{ proposalId, minutes: 20 }],
  });
  meetingId = called.meetingId;
});
afterAll(() => world?.stop());

const phone = async (key: string) => {
  const person = new Person(await world.phone(), world.cloud.url, key);
  await person.comeBack();
  return person;
};
const looked = phonesToLookWith(phone);
const codeNow = async () => (await office.act(meetings.readCode, { communityId, meetingId })).digits;
const sign = async (person: Person) => {
  await person.tap('签到');
  await person.fill('6 位签到码', await codeNow());
  await person.tap('用数字签到');
  await person.sees('您已签到，可以发言和表决。');
};

test('a meeting held by three phones: signed in by code, spoken in turn, voted under a live quorum, its minutes confirmed', async () => {
  const [chair, member, third] = await Promise.all([phone('chair'), phone('member'), phone('n001')]);
  await member.sees(/今天开会：社区议事会/);
  await chair.go(path('board'));
  await chair.tap('开始签到');
  await chair.sees(/应到 3 人，满 2 人有效/);
  await chair.sees(/扫一扫，或输入这 6 位数字签到/);
  await settled(chair.page);
  await chair.shoot('board-gathering');
  for (const one of [chair, member, third]) {
    await one.go(path('live'));
    if (one !== third) await sign(one);
  }
  await chair.go(path('board'));
  await chair.sees('到会 2 人');
  await chair.tap('宣布开会');
  await chair.tap('审议下一件');
  await member.tap('我要发言');
  await member.tap('我赞成');
  await member.shoot('ask-sheet');
  await member.tap('排队发言');
  await chair.tap('请下一位发言');
  await member.sees(/还有 \d分\d\d秒/);
  await member.shoot('live-speaking');
  await chair.tap('发言结束');
  await chair.tap('提一个问题举手表决');
  await chair.fill('表决的问题', '是否同意先装一号楼的扶手');
  await chair.tap('提付表决');
  await member.tap('举手表决');
  await member.tap('赞成');
  await member.tap('举手');
  await member.sees('您举的是：赞成');
  // the quorum is lost: the chair leaves on another page of the same phone's person
  await member.tap('我要离场');
  await chair.sees('⚠ 人数不够，表决暂停');
  await chair.shoot('board-lost');
  await sign(third);
  await chair.sees('✓ 人数够，可以表决');
  await third.tap('举手表决');
  await third.tap('赞成');
  await third.tap('举手');
  await third.shoot('live-voted');
  await chair.tap('结束举手，看结果');
  await third.sees(/赞成 2，反对 0，弃权 0/);
  await chair.tap('结束这个议题');
  await chair.tap('宣布散会');
  await chair.sees(/会议已散会/);
  await third.go(path('minutes'));
  await third.sees(/有人离场，在场 1 人，不足 2 人，表决暂停/);
  await third.tap('我确认纪要属实');
  await third.sees(/1 人已确认，满 2 人定稿/);
  await third.shoot('minutes');
  await member.go(path('minutes'));
  await member.tap('我确认纪要属实');
  await member.sees(/纪要已定稿/);
  await member.go(`/councils/proposal/index?communityId=${communityId}&proposalId=${proposalId}`);
  await member.sees('会议审议了这件事');
  await Promise.all([chair, member, third].map(({ page }) => page.close()));
});

test.each(LOOKS)('the pages of a meeting fit, can be hit and are read aloud at %s', async (name, look, elder) => {
  const { meetingId: next } = await office.act(meetings.callMeeting, {
    communityId,
    kind: 'council',
    place: '社区活动室',
    startsAt: new Date(Date.now() + 30 * MINUTE).toISOString(),
    minutes: 30,
    agenda: [{ proposalId, minutes: 20 }],
  });
  await office.act(meetings.openDoors, { communityId, meetingId: next });
  const pages = {
    list: `/meetings/list/index?communityId=${communityId}`,
    call: `/meetings/call/index?communityId=${communityId}`,
    live: path('live', next),
    board: path('board', next),
    minutes: path('minutes'),
  };
  expect(await lookAt([[await looked('chair', look), pages]], { slice: 'meetings', name, elder })).toEqual({});
});
