import { signIn, type Actor } from '@gongzhi/local/demo/api';
import { DEMO, PEOPLE } from '@gongzhi/local/demo/people';
import { importRoll, inviteSecretary, inviteWorker, join, openPlaces } from '@gongzhi/local/demo/seed-directory';
import { directory } from '@gongzhi/shared/directory/contract';
import { hours } from '@gongzhi/shared/hours/contract';
import { WINDOW_MS } from '@gongzhi/shared/kernel/service/pass';
import { DAY, MINUTE } from '@gongzhi/shared/kernel/time';
import { party } from '@gongzhi/shared/party/contract';
import { reports } from '@gongzhi/shared/reports/contract';
import { periodAt, spanOf } from '@gongzhi/shared/kernel/periods';
import { units } from '@gongzhi/shared/units/contract';
import { volunteering } from '@gongzhi/shared/volunteering/contract';
import { lookAt, LOOKS, phonesToLookWith } from './look-at';
import { Person } from './person';
import { startWorld, type World } from './world';

const { communityId } = DEMO;
jest.setTimeout(400_000);

/** A member serves, sees the report of it, objects, agrees; the unit reads what was signed; five sides write their words. */
let world: World;
let url: string;
let ids: { memberId: string; period: string };
const period = periodAt(new Date(), 'half');
const demo = (key: string) => PEOPLE.find((p) => p.key === key) ?? PEOPLE[0]!;
const path = (page: string, more: Record<string, string> = {}) =>
  `/reports/${page}/index?${new URLSearchParams({ communityId, ...more }).toString()}`;
const iso = (at: number) => new Date(at).toISOString();
const until = async <T>(ask: () => Promise<T | undefined | false>): Promise<T> => {
  for (let looks = 0; looks < 600; looks += 1) {
    const found = await ask().catch(() => undefined);
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('it never came');
};

/** An activity that a volunteer serves from its start to its end. */
const serve = async (office: Actor, volunteerKey: string) => {
  const organiser = await join(url, demo('n001'));
  const { activityId } = await organiser.act(volunteering.planActivity, {
    ...{ communityId, title: '给独居老人送饭', by: { kind: 'residents', name: '一号楼邻居' }, kind: 'elderly' },
    ...{ about: '每天中午送一次。', place: '社区食堂', skills: [], minors: false, risky: false },
  });
  const startsAt = Math.ceil(Date.now() / MINUTE) * MINUTE + 2 * MINUTE;
  const times = { startsAt: iso(startsAt), endsAt: iso(startsAt + 60 * MINUTE), slots: 5 };
  const { shiftIds } = await organiser.act(volunteering.addShifts, { communityId, activityId, shifts: [times] });
  const shift = { communityId, activityId, shiftId: shiftIds[0] ?? '' };
  const codeAt = async (who: Actor, at: number) => {
    const { firstWindow, codes } = await who.act(volunteering.readDesk, shift);
    const window = Math.floor(at / WINDOW_MS);
    return `GZ1.${window.toString(36)}.${(codes[window - firstWindow] ?? '').slice(0, -6)}`;
  };
  await office.act(volunteering.publishActivity, { communityId, activityId });
  const volunteer = await signIn(url, volunteerKey);
  await volunteer.act(volunteering.signUp, shift);
  await volunteer.act(volunteering.checkIn, { ...shift, code: await codeAt(organiser, Date.now()) });
  world.cloud.setAhead(startsAt + 65 * MINUTE - Date.now());
  const leaving = await signIn(url, volunteerKey);
  const code = await codeAt(await signIn(url, 'n001'), startsAt + 65 * MINUTE);
  await leaving.act(volunteering.checkOut, { ...shift, code });
  await until(async () => (await leaving.act(hours.readMyTotals, { communityId })).recorded === 60);
};

beforeAll(async () => {
  world = await startWorld();
  url = world.cloud.url;
  const supervisor = await openPlaces(url, world.cloud.openingKey);
  const office = await inviteWorker(url, supervisor);
  const secretary = await inviteSecretary(url, supervisor);
  await importRoll(office, 24);
  const unit = { name: '市第一医院', kind: 'hospital', where: 'elsewhere' } as const;
  const { unitId } = await office.act(units.addUnit, { communityId, ...unit });
  const { inviteId } = await office.act(directory.inviteStaff, { communityId, role: 'unitContact', unitId });
  const { code } = await office.act(directory.readStaffInvite, { communityId, inviteId });
  const contact = await signIn(url, 'guest');
  await contact.act(directory.redeemInvite, { communityId, code, displayName: '孙联系' });
  const plan = { communityId, name: '小营巷第一党支部', secretaryId: secretary.personId };
  const { branchId } = await office.act(party.addBranch, plan);
  await join(url, demo('author'));
  const member = await signIn(url, 'author', ['privacy', 'party']);
  const told = { kind: 'inService', branchId, displayName: '王秀兰', unitId } as const;
  await member.act(party.reportIn, { communityId, ...told, skills: [] });
  ids = { memberId: member.personId, period };
  const ofMember = { communityId, personId: member.personId };
  await until(async () => contact.act(party.confirmOrganisation, { ...ofMember, by: 'app' }));
  await office.act(party.confirmCommunity, ofMember);
  await serve(office, 'author');
  world.cloud.setAhead(Date.parse(spanOf(period).to) + 2 * DAY - Date.now());
  const chief = await signIn(url, 'secretary');
  await chief.act(reports.prepareBranch, { communityId, period });
  const reader = await signIn(url, 'author');
  await until(async () => reader.act(reports.readMyReport, { communityId, period }));
  await chief.act(reports.openEvaluation, { communityId, ...ids });
});
afterAll(() => world?.stop());

const phone = async (key: string) => {
  const person = new Person(await world.phone(), world.cloud.url, key);
  await person.comeBack();
  return person;
};
const looked = phonesToLookWith(phone);

test('the member sees the report and objects; the secretary answers; the member agrees; it is sent, signed, read and verified', async () => {
  const [me, chief] = await Promise.all([phone('author'), phone('secretary')]);
  await me.go(path('record'));
  await me.sees('给独居老人送饭');
  await me.shoot('reports-record');
  await me.go(path('report', { period }));
  await me.sees(/以前提异议/);
  await me.tap('我有异议');
  await me.fill('第几条', '1');
  await me.fill('哪里不对', '提前十分钟走了');
  await me.shoot('reports-object');
  await me.tap('提交异议');
  await me.sees('有异议，等答复');
  await chief.go(path('report', { ...ids }));
  await chief.sees('提前十分钟走了');
  await chief.tap('答复异议');
  await chief.tap(/保持原样/);
  await chief.fill('理由', '签退记录是满一小时');
  await chief.shoot('reports-answer');
  await chief.tap('提交答复');
  await chief.sees('异议已答复');
  await me.go(path('report', { period }));
  await me.sees('签退记录是满一小时');
  await me.tap('没有意见，同意');
  await me.sees('本人已同意');
  await chief.go(path('report', { ...ids }));
  await chief.tap('发给单位');
  await chief.sees('已发给单位');
  const contact = await phone('guest');
  await contact.go(path('unit'));
  await contact.sees('王秀兰');
  await contact.shoot('reports-unit');
  const reader = await signIn(url, 'author');
  const sent = await until(async () => {
    const report = await reader.act(reports.readMyReport, { communityId, period });
    return report.number;
  });
  const number = sent;
  const unitSide = await signIn(url, 'guest');
  const { signed } = await until(() => unitSide.act(reports.readUnitReport, { communityId, number }));
  await contact.go(path('received', { number }));
  await contact.sees('本人的异议：第 1 条');
  await contact.shoot('reports-received');
  const visitor = new Person(await world.phone(), url, 'n002');
  await visitor.go(path('verify', { number, code: signed.hash.slice(0, 16) }));
  await visitor.sees('编号和校验码对得上');
  await visitor.shoot('reports-verify');
  await until(async () => (await reader.act(reports.readMyReport, { communityId, period })).state === 'read');
  await Promise.all([me, chief, contact, visitor].map(({ page }) => page.close()));
});

test('each side writes its words, and the member reads them beside one another', async () => {
  const [me, chief, works] = await Promise.all([phone('author'), phone('secretary'), phone('worker')]);
  await works.go(path('to-answer'));
  await works.tap(/王秀兰/);
  await works.fill('服务能力', '雨天也来');
  await works.shoot('reports-community-side');
  await works.tap('提交评议');
  await chief.go(path('evaluation', { ...ids }));
  await chief.sees('雨天也来');
  await chief.fill('服务能力', '认真，随叫随到');
  await chief.tap('提交评议');
  await me.go(path('evaluation', { period }));
  await me.sees('认真，随叫随到');
  await me.sees('雨天也来');
  await me.shoot('reports-evaluation');
  await Promise.all([me, chief, works].map(({ page }) => page.close()));
});

test('a worker writes the criteria anew: the next version stands, with its source, and the evaluation that is open keeps its own', async () => {
  const [works, me] = await Promise.all([phone('worker'), phone('author')]);
  await works.go(path('rule'));
  await works.tap('修改评议的标准');
  await works.sees(/社区还没有自己定/);
  await works.fill('第 1 条的名称', '邻里互助');
  await works.tap('再加一条');
  await works.sees('每条标准都要有名称和要回答的问题');
  await works.tap('去掉第 3 条');
  await works.fill('依据', '第一支部党员大会');
  await works.shoot('reports-criteria-typed');
  await works.tap('存为新的一版');
  await works.sees(/现在是第 1 版/);
  await me.go(path('rule'));
  await me.sees(/邻里互助/);
  expect(await me.page.getByText('修改评议的标准').count()).toBe(0);
  await me.go(path('evaluation', { period }));
  await me.sees('服务能力');
  await Promise.all([works, me].map(({ page }) => page.close()));
});

test.each(LOOKS)('the pages of reports fit, can be hit and are read aloud at %s', async (name, look, elder) => {
  const [me, chief, works, contact] = await Promise.all(
    ['author', 'secretary', 'worker', 'guest'].map((key) => looked(key, look)),
  );
  const reader = await signIn(url, 'author');
  const { number = '' } = await reader.act(reports.readMyReport, { communityId, period });
  const word = path('word', { ...ids, wishId: ids.memberId });
  const pages: [Person | undefined, Record<string, string>][] = [
    [
      me,
      {
        ...{ record: path('record'), mine: path('report', { period }), own: path('evaluation', { period }) },
        ...{ verify: path('verify'), word, rules: path('rule') },
      },
    ],
    [
      chief,
      {
        branch: path('branch'),
        ...{ report: path('report', { ...ids }), evaluation: path('evaluation', { ...ids }) },
      },
    ],
    [
      works,
      {
        criteria: path('criteria'),
        'to-answer': path('to-answer'),
        rule: path('rule'),
        side: path('evaluation', { ...ids, side: 'community' }),
      },
    ],
    [contact, { unit: path('unit'), received: path('received', { number }) }],
  ];
  const seen = pages.flatMap(([who, addresses]) => (who ? [[who, addresses] as const] : []));
  expect(await lookAt(seen, { slice: 'reports', name, elder })).toEqual({});
});
