import { api, type Actor } from '@gongzhi/local/demo/api';
import { DEMO } from '@gongzhi/local/demo/people';
import { goStraight } from '@gongzhi/local/demo/straight-way';
import { inviteWorker, join as joinCommunity, openPlaces } from '@gongzhi/local/demo/seed-directory';
import { DAY, MINUTE } from '@gongzhi/shared/kernel/time';
import { endVote, reachEnd } from './end-vote';
import { Person } from './person';
import { importRows, personOf, smallRoll } from './town';
import { startWorld, type World } from './world';

const { councils, directory, procedures, votes } = api;
const { communityId } = DEMO;
const HOUSEHOLDS = 8;
const UNIT = '1单元';
const ROOMS = ['101', '102', '201', '202', '301', '302', '401', '402'];
jest.setTimeout(240_000);

let world: World;
let office: Actor;
let chair: Actor;
let neighbours: Actor[];
const at = `communityId=${communityId}`;

/** A matter of its own on the agenda. */
const matter = async (): Promise<string> => {
  const [author, ...supporters] = neighbours;
  const { id: proposalId } = await author!.act(councils.fileProposal, {
    communityId,
    title: '一号楼屋面漏水，动用维修资金',
    grounds: '顶楼四户漏水两年，雨季将到。',
    recommendations: [{ title: '整修屋面', body: '按物业报价整修。' }],
  });
  for (const one of supporters.slice(0, 4)) await one.act(councils.supportProposal, { communityId, proposalId });
  return proposalId;
};
const openVote = async (more: object = {}, proposalId?: string, lasts = 3 * DAY) => {
  const { voteId } = await chair.act(votes.openVote, {
    communityId,
    proposalId: proposalId ?? (await matter()),
    question: '是否同意整修屋面',
    resolution: '同意整修屋面，由社区落实。',
    closesAt: new Date(Date.now() + lasts).toISOString(),
    ...more,
  });
  return voteId;
};

/** A matter of the owners, whose notice was given sixteen days ago. */
const ownersMatter = async (): Promise<string> => {
  const proposalId = await matter();
  const at = { communityId, proposalId };
  await chair.act(procedures.chooseProcedure, { ...at, kind: 'joint', procedureId: 'owners-2021-1' });
  world.cloud.setAhead(-16 * DAY);
  await office.act(procedures.publishNotice, { ...at, gateId: 'notice', text: '业主大会表决整修屋面，书面征求意见。' });
  world.cloud.setAhead(0);
  return proposalId;
};

beforeAll(async () => {
  world = await startWorld();
  const { url, openingKey } = world.cloud;
  office = await inviteWorker(url, await openPlaces(url, openingKey));
  // areas that are easily added up: 100, 101, … 107 square metres
  await importRows(
    office,
    smallRoll(HOUSEHOLDS).map((row, i) => ({ ...row, area: 10_000 + i * 100 })),
  );
  neighbours = [];
  for (const key of ['author', 'member', 'n001', 'n002', 'n003', 'n004'])
    neighbours.push(await joinCommunity(url, personOf(key)));
  chair = await joinCommunity(url, personOf('chair'));
  await office.act(directory.grantRole, { communityId, personId: chair.personId, role: 'chair' });
  await office.act(directory.grantRole, { communityId, personId: neighbours[5]!.personId, role: 'worker' });
  await goStraight(chair);
});
afterAll(() => world?.stop());

const phone = async (key: string, isNew = false) => {
  const person = new Person(await world.phone(), world.cloud.url, key);
  await (isNew ? person.signIn() : person.comeBack());
  return person;
};
const page = (name: string, voteId: string) => `/votes/${name}/index?${at}&voteId=${voteId}`;
/** From the vote's page to one door, as a worker goes. */
const toDoor = async (worker: Person, voteId: string, room: string) => {
  await worker.go(page('vote', voteId));
  await worker.tap(/^录入纸质票和协助投票/);
  await worker.tap(/^1号楼，/);
  await worker.tap(new RegExp(`^1号楼${UNIT}${room}`));
};

describe('a vote of households', () => {
  let voteId: string;
  beforeAll(async () => {
    voteId = await openVote();
  });

  it('paper: two workers differ, look again, agree; the household that then tries on its phone is told in words', async () => {
    const [first, second, household] = await Promise.all([phone('worker'), phone('n004'), phone('author')]);
    await household.go(page('vote', voteId));
    await household.tap('赞成');
    await toDoor(first, voteId, '102');
    await first.sees('两位工作人员各看一次纸质票、各录一次，一致才计入。互相看不到对方录的内容。');
    await first.tap('赞成');
    await first.tap('录入纸质票');
    await first.sees(/您录入的是“赞成”，等另一位工作人员/);
    await first.shoot('unit waiting');
    await second.go(page('entries', voteId));
    await second.tap(/^1号楼1单元102，纸质票：等另一位录入/);
    await second.sees(/另一位工作人员已经录入。请您看着纸质票自己再录一次/);
    expect(await second.page.getByText('您录入').count()).toBe(0);
    await second.tap('反对');
    await second.tap('录入纸质票');
    await second.sees(/两人录入不一样：您录入“反对”，另一位录入“赞成”/);
    await second.shoot('unit differs');
    await first.tap('反对');
    await first.tap('录入纸质票');
    await first.sees('两位工作人员录入一致，这一票已计入。');
    await first.sees(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/);
    await first.shoot('unit agreed');
    await first.go(page('entries', voteId));
    await first.sees('纸质票：已计入');
    await first.shoot('entries');
    await household.tap('确认投“赞成”票');
    await household.sees(/您家已经用纸质票投过了，一户只计一票/);
    await household.sees(/纸质票已于.*计入：反对/);
    await household.shoot('vote after paper');
    await Promise.all([first, second, household].map((one) => one.page.close()));
  });

  it('assisted by code: the chair prints it, the resident says it, the worker enters what is said', async () => {
    const [printer, worker] = await Promise.all([phone('chair'), phone('worker')]);
    await printer.go(page('vote', voteId));
    await printer.tap(/^打印协助投票码/);
    await printer.tap(/^1号楼/);
    await printer.sees('1号楼1单元201');
    await printer.shoot('codes');
    const slip = printer.page.locator('.card').filter({ hasText: '1号楼1单元302' });
    const code = await slip.locator('.code-large').innerText();
    await toDoor(worker, voteId, '302');
    await worker.tap(/^协助这一户投票/);
    await worker.fill('协助投票码', '0000 0000');
    await worker.tap('核对协助投票码');
    await worker.sees(/协助投票码不对/);
    await worker.shoot('assist ask');
    await worker.fill('协助投票码', code.toLowerCase());
    await worker.tap('核对协助投票码');
    await worker.sees('请居民说出选择');
    await worker.tap('赞成');
    await worker.shoot('assist choose');
    await worker.tap('投票：赞成');
    await worker.sees('票已投出');
    await worker.sees(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/);
    await worker.shoot('assist done');
    await worker.tap('已抄好，清除');
    await worker.sees('已投');
    await Promise.all([printer, worker].map((one) => one.page.close()));
  });

  it('assisted by phone: the resident agrees on their own, the worker’s page goes on by itself, and the other phone of the home is told', async () => {
    const [worker, resident] = await Promise.all([phone('worker'), phone('n001')]);
    await resident.go(page('vote', voteId));
    await resident.tap('反对');
    await toDoor(worker, voteId, '301');
    await worker.tap(/^协助这一户投票/);
    await worker.tap('请居民在手机上确认');
    await worker.sees('等居民在手机上确认');
    await worker.shoot('assist wait');
    await resident.go(page('vote', voteId));
    await resident.tap(/^请工作人员代录/);
    await resident.sees('工作人员想为您家代录这一次的票');
    await resident.sees('您家的协助投票码');
    await resident.shoot('confirm asked');
    await resident.tap('同意');
    await resident.sees('您已经同意');
    await worker.sees('请居民说出选择');
    await worker.tap('弃权');
    await worker.tap('投票：弃权');
    await worker.sees('票已投出');
    await resident.go(page('vote', voteId));
    await resident.sees(/工作人员代录的票已于.*计入：弃权/);
    await Promise.all([worker, resident].map((one) => one.page.close()));
  });
});

describe('a secret vote', () => {
  it('the resident chooses on the worker’s device, a paper goes into the box unread, two workers count the box', async () => {
    const voteId = await openVote({ secret: true }, undefined, 5 * MINUTE);
    const [first, second] = await Promise.all([phone('worker'), phone('n004')]);
    const { items } = await chair.act(votes.listHelpCodes, { communityId, voteId });
    const doors = await office.act(directory.listDoors, { communityId, building: '1号楼' });
    const unitId = doors.items.find(({ room }) => room === '402')?.householdId ?? '';
    await toDoor(first, voteId, '402');
    await first.tap(/^协助这一户投票/);
    await first.fill('协助投票码', items.find((one) => one.unitId === unitId)?.code ?? '');
    await first.tap('核对协助投票码');
    await first.sees('请把手机交给居民');
    await first.tap('反对');
    await first.shoot('assist secret');
    await first.tap('投票：反对');
    await first.sees('票已投出');
    expect(await first.page.getByText('反对').filter({ visible: true }).count()).toBe(0);
    await first.tap('已抄好，清除');
    for (const worker of [first, second]) {
      await toDoor(worker, voteId, '401');
      await worker.tap('登记：已看着这一户把票投进票箱');
      await worker.sees(worker === first ? /您录入的是“已投入票箱”/ : '两位工作人员录入一致，这一票已计入。');
    }
    await reachEnd(world, office, voteId);
    const count = async (worker: Person, yes: string) => {
      for (const [label, papers] of [
        ['赞成', yes],
        ['反对', '0'],
        ['弃权', '0'],
        ['废票', '0'],
      ] as const)
        await worker.fill(`${label}（张）`, papers);
      await worker.tap('录入清点结果');
    };
    for (const worker of [first, second]) await worker.go(page('entries', voteId));
    await first.page.reload();
    await second.page.reload();
    await count(first, '2');
    await first.sees(/票箱里的票比登记投箱的 1 户还多/);
    await count(first, '1');
    await first.sees(/您的清点已记下/);
    await first.shoot('box');
    await count(second, '0');
    await second.sees(/和另一位清点的不一样/);
    await count(second, '1');
    await second.sees(/两位清点一致/);
    await Promise.all([first, second].map((one) => one.page.close()));
  });
});

describe('a vote of owners', () => {
  /** 王 owns four doors; 孙, who lives elsewhere, one; 刘 one; the developer two. */
  const OWNERS = [
    '王秀兰 2345',
    '王秀兰 2345',
    '王秀兰 2345',
    '孙磊 0008',
    '刘建华 0004',
    '王秀兰 2345',
    '开发商',
    '开发商',
  ];
  const pasted = ROOMS.map((room, i) => {
    const [owner = '', tail = ''] = (OWNERS[i] ?? '').split(' ');
    return ['1号楼', UNIT, room, owner, tail].join('\t');
  });

  it('the list is pasted, an owner who lives elsewhere claims and is confirmed', async () => {
    const [worker, owner] = await Promise.all([phone('worker'), phone('guest', true)]);
    await worker.go(`/directory/owners/index?${at}`);
    await worker.tap('粘贴或选择表格，一次导入');
    await worker.fill('粘贴业主名单', [...pasted, '1号楼\t1单元\t999\t张三'].join('\n'));
    await worker.tap('读取粘贴的内容');
    await worker.sees('第 9 行：1号楼1单元999室不在住户名册里');
    await worker.tap('改好了，重新粘贴');
    await worker.fill('粘贴业主名单', pasted.join('\n'));
    await worker.shoot('owners paste');
    await worker.tap('读取粘贴的内容');
    await worker.sees('共 8 套，算 4 位业主（开发商未售 2 套，合起来算一位）。');
    await worker.sees(/王秀兰2345：1号楼1单元101室、1号楼1单元102室、1号楼1单元201室、1号楼1单元302室/);
    await worker.shoot('owners preview');
    await worker.tap('核对无误，登记');
    await worker.sees('已登记 8 套房屋的业主。');
    await owner.go(`/directory/join/index?${at}&way=owner`);
    await owner.fill('邻居怎么称呼您', '孙磊');
    await owner.fill('楼栋', '1号楼');
    await owner.fill('单元', UNIT);
    await owner.fill('房号', '202');
    await owner.shoot('claim');
    await owner.tap('提交申请');
    await owner.sees(/您申请确认为1号楼1单元202的业主/);
    await worker.go(`/directory/requests/index?${at}`);
    await worker.sees(/孙磊 申请确认为业主：/);
    await worker.shoot('claim waiting');
    await worker.tap('确认为业主');
    await worker.sees('没有等待核对的申请。');
    for (const [key, room] of [
      ['author', '101'],
      ['member', '301'],
    ] as const) {
      const personId = neighbours[key === 'author' ? 0 : 1]!.personId;
      await office.act(directory.confirmOwner, { communityId, personId, building: '1号楼', unit: UNIT, room });
    }
    await worker.go(`/directory/owners/index?${at}`);
    await worker.tap(/^1号楼，/);
    await worker.tap(/^1单元202/);
    await worker.sees('已确认：孙磊');
    await worker.shoot('owner sheet');
    await Promise.all([worker, owner].map((one) => one.page.close()));
  });

  it('one owner of four doors, one from elsewhere and one by written proxy decide; the result says area and heads exactly', async () => {
    const voteId = await openVote({ ruleId: 'owners-ordinary-2021-1' }, await ownersMatter(), 5 * MINUTE);
    const [worker, elsewhere, several] = await Promise.all([phone('worker'), phone('guest'), phone('author')]);
    await elsewhere.go(page('vote', voteId));
    await elsewhere.tap('反对');
    await elsewhere.tap('确认投“反对”票');
    await elsewhere.sees(/您已于.*投出：反对/);
    await worker.go(page('vote', voteId));
    await worker.tap(/^录入纸质票和协助投票/);
    await worker.tap(/^1号楼，/);
    await worker.tap(/^1号楼1单元301/);
    await worker.tap(/^登记书面委托/);
    await worker.fill('受托人的称呼或门牌', '王秀兰');
    await worker.shoot('proxy sheet');
    await worker.tap(/^王秀兰，/);
    await worker.tap('登记委托');
    await worker.sees(/已登记：王秀兰可以代投这一票/);
    await worker.shoot('unit owners');
    await several.go(page('vote', voteId));
    await several.sees('1 套，104 平方米');
    await several.tap('赞成');
    await several.shoot('owners ballot');
    await several.tap('确认投“赞成”票');
    await several.sees(/您已于.*投出：赞成/);
    await several.tap(/^受托的票 2/);
    await several.tap('赞成');
    await several.tap('确认投“赞成”票');
    await several.sees(/您已于.*投出：赞成/);
    await endVote(world, office, voteId);
    await several.go(page('vote', voteId));
    await several.sees('通过');
    // of 828 m²: for 王 100 + 101 + 102 + 105 and, as agent, 刘 104; against 孙 103; the developer's 213 took no part
    await several.sees('828 平方米中 615 平方米，要三分之二以上（552 平方米），达到');
    await several.sees('512 平方米，要参与的过半数（307.51 平方米），达到');
    await several.sees('4 位中 3 位，要三分之二以上（3 位），达到');
    await several.sees('2 位，要参与的过半数（2 位），达到');
    await several.sees('手机 2 票，委托 1 票');
    await several.shoot('owners result');
    await Promise.all([worker, elsewhere, several].map((one) => one.page.close()));
  });
});
