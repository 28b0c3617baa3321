import { signIn, type Actor } from '@gongzhi/local/demo/api';
import { DEMO, PEOPLE } from '@gongzhi/local/demo/people';
import { importRoll, inviteSecretary, inviteWorker, join, openPlaces } from '@gongzhi/local/demo/seed-directory';
import { directory } from '@gongzhi/shared/directory/contract';
import { party } from '@gongzhi/shared/party/contract';
import { projects } from '@gongzhi/shared/projects/contract';
import { units } from '@gongzhi/shared/units/contract';
import { lookAt, LOOKS, phonesToLookWith } from './look-at';
import { Person } from './person';
import { startWorld, type World } from './world';

const { communityId } = DEMO;
jest.setTimeout(400_000);

let world: World;
let office: Actor;
const ids = { unitId: '', needId: '', projectId: '', postId: '' };
const demo = (key: string) => PEOPLE.find((p) => p.key === key) ?? PEOPLE[0]!;
const path = (page: string, more: Record<string, string> = {}, slice = 'projects') =>
  `/${slice}/${page}/index?${new URLSearchParams({ communityId, ...more }).toString()}`;
const until = async (done: () => Promise<boolean>) => {
  for (let looks = 0; !(await done()); looks += 1) {
    if (looks > 200) throw new Error('it never came');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
};

/** A unit, its contact by the invite's code, and what it offers. */
const settleUnit = async (contact: Actor) => {
  const profile = { name: '市第三医院', kind: 'hospital', where: 'here', address: '望江路 18 号' } as const;
  const about = '内科、骨科可以派医生到社区义诊。';
  ({ unitId: ids.unitId } = await office.act(units.addUnit, { communityId, ...profile, about }));
  const asked = { communityId, role: 'unitContact', unitId: ids.unitId } as const;
  const { inviteId } = await office.act(directory.inviteStaff, asked);
  const { code } = await office.act(directory.readStaffInvite, { communityId, inviteId });
  await contact.act(directory.redeemInvite, { communityId, code, displayName: demo('n001').name });
  await until(async () => (await office.act(units.readUnit, { communityId, unitId: ids.unitId })).contacts === 1);
  const plan = { about: '每季度到社区义诊一次，共用会议室。', from: '2026-11-01', until: '2027-10-31' };
  await office.act(units.addAgreement, { communityId, unitId: ids.unitId, plan });
  await office.act(units.thankUnit, { communityId, unitId: ids.unitId, words: '谢谢医生们周末来义诊。' });
};
/** A member of the secretary's branch whose report-in counts. */
const settleMember = async (secretary: Actor) => {
  const name = '第一党支部';
  const { branchId } = await office.act(party.addBranch, { communityId, name, secretaryId: secretary.personId });
  const member = await signIn(world.cloud.url, 'author', ['privacy', 'phone', 'party']);
  await member.act(party.reportIn, {
    ...{ communityId, kind: 'branch', branchId, displayName: demo('author').name, skills: [] },
  });
  await member.act(party.setOpen, { communityId, open: true });
  const who = { communityId, personId: member.personId };
  await secretary.act(party.confirmOrganisation, { ...who, by: 'app' });
  await office.act(party.confirmCommunity, who);
};

beforeAll(async () => {
  world = await startWorld();
  const { url, openingKey } = world.cloud;
  const supervisor = await openPlaces(url, openingKey);
  office = await inviteWorker(url, supervisor);
  const secretary = await inviteSecretary(url, supervisor);
  await importRoll(office, 24);
  await join(url, demo('author'));
  await settleUnit(await join(url, demo('n001')));
  await settleMember(secretary);
  const need = { title: '义诊要一块场地', kind: 'place', about: '周六上午两小时，约 40 人，要有桌椅。' } as const;
  ({ needId: ids.needId } = await office.act(projects.postNeed, { communityId, ...need, amount: '1 间' }));
  const post = { className: '治安巡逻', title: '夜间巡逻', about: '每周三晚上在小区走一圈，看看消防通道。', slots: 2 };
  ({ postId: ids.postId } = await office.act(projects.addPost, { communityId, ...post }));
});
afterAll(() => world?.stop());

const phone = async (key: string) => {
  const person = new Person(await world.phone(), world.cloud.url, key);
  await person.comeBack();
  return person;
};
const looked = phonesToLookWith(phone);

test('a unit offers, a worker makes a project of a need, a neighbour joins, and its result is told', async () => {
  const [contact, works, me] = await Promise.all([phone('n001'), phone('worker'), phone('author')]);
  await contact.go(path('mine', {}, 'units'));
  await contact.tap('提供资源');
  await contact.fill('提供什么', '一楼报告厅');
  await contact.fill('说明', '能坐 80 人，有投影，提前三天说一声。');
  await contact.tap('提交');
  await contact.sees('一楼报告厅');
  await works.go(path('need', { needId: ids.needId }));
  await works.tap('认领立项');
  await works.fill('项目名称', '周六义诊');
  await works.fill('怎么做', '医院派医生，社区出场地，每月第一个周六。');
  await works.tap(/一楼报告厅/);
  await works.tap('立项');
  await works.sees('招募中');
  await until(async () => (await office.act(projects.listProjects, { communityId })).items.length === 1);
  ids.projectId = (await office.act(projects.listProjects, { communityId })).items[0]?.projectId ?? '';
  await me.go(path('lists'));
  await me.tap('项目');
  await me.tap(/周六义诊/);
  await me.tap('我要参加');
  await me.tap('参加');
  await me.sees(/共 1 人参加/);
  await works.tap('写一步进展');
  await works.fill('进展', '报告厅定好了，12 月 5 日上午。');
  await works.tap('公布进展');
  await works.sees('进行中');
  await Promise.all([contact, works, me].map(({ page }) => page.close()));
});

test('a member takes a post, the branch secretary confirms, and it is made public', async () => {
  const [me, secretary] = await Promise.all([phone('author'), phone('secretary')]);
  await me.go(path('posts'));
  await me.tap(/夜间巡逻/);
  await me.tap('我来认领');
  await me.tap('认领');
  await me.sees('等确认');
  await secretary.go(path('confirm'));
  await secretary.sees(/认领 夜间巡逻/);
  await secretary.shoot('projects-confirm-one');
  await secretary.tap('确认');
  await secretary.sees('没有等确认的认领。');
  await me.go(path('post', { postId: ids.postId }));
  await me.sees('在岗');
  await Promise.all([me, secretary].map(({ page }) => page.close()));
});

test('a worker names the classes of posts, ends an agreement, takes thanks off and closes a unit: everybody reads why', async () => {
  const profile = { name: '幸福书店', kind: 'company', where: 'here' } as const;
  const { unitId } = await office.act(units.addUnit, { communityId, ...profile });
  const plan = { about: '周末借出二楼办读书会。', from: '2026-11-01', until: '2027-10-31' };
  await office.act(units.addAgreement, { communityId, unitId, plan });
  await office.act(units.thankUnit, { communityId, unitId, words: '谢谢张老板。' });
  const [works, me] = await Promise.all([phone('worker'), phone('author')]);
  await works.go(path('unit', { unitId }, 'units'));
  for (const [button, confirm, why] of [
    ['终止这份协议', '确定终止', '双方商定提前结束'],
    ['撤下这条感谢', '确定撤下', '写了个人的姓名'],
    ['单位停止参加共建', '确定停止', '书店搬走了'],
  ] as const) {
    await works.tap(button);
    await works.fill('原因', why);
    await works.tap(confirm);
    await works.sees(new RegExp(why));
  }
  await works.shoot('projects-unit-closed-worker');
  await me.go(path('list', {}, 'units'));
  await me.sees(/已停止参加/);
  await me.go(path('unit', { unitId }, 'units'));
  await me.sees(/停止：书店搬走了/);
  await me.sees(/已终止/);
  await me.sees('这条感谢已经撤下。');
  expect(await me.page.getByText('张老板').count()).toBe(0);
  await me.shoot('projects-unit-closed');
  await works.go(path('add-post'));
  await works.tap('修改岗位类别');
  await works.fill('岗位类别', '治安巡逻\n河道巡护');
  await works.shoot('projects-classes-typed');
  await works.tap('保存');
  await works.sees(/社区自己定的岗位类别/);
  await works.go(path('add-post'));
  await works.sees('河道巡护');
  await Promise.all([works, me].map(({ page }) => page.close()));
});

test.each(LOOKS)('every page is well made at %s', async (name, look, elder) => {
  const [works, me, contact] = await Promise.all([
    looked('worker', look),
    looked('author', look),
    looked('n001', look),
  ]);
  const { unitId, needId, projectId, postId } = ids;
  const office = {
    confirm: path('confirm'),
    need: path('need', { needId }),
    start: path('start', { needId }),
    'add-post': path('add-post'),
    classes: path('classes'),
    'unit-kept': path('unit', { unitId }, 'units'),
    'unit-edit': path('edit', { unitId }, 'units'),
  };
  const mine = {
    lists: path('lists'),
    ask: path('ask'),
    project: path('project', { projectId }),
    posts: path('posts'),
    post: path('post', { postId }),
    units: path('list', {}, 'units'),
    unit: path('unit', { unitId }, 'units'),
  };
  const own = { 'my-unit': path('mine', {}, 'units'), resource: path('resource') };
  const pages = [[works, office] as const, [me, mine] as const, [contact, own] as const];
  expect(await lookAt(pages, { slice: 'projects', name, elder })).toEqual({});
});
