import ExcelJS from 'exceljs';
import { signIn, type Actor } from '@gongzhi/local/demo/api';
import { DEMO, PEOPLE } from '@gongzhi/local/demo/people';
import { importRoll, inviteWorker, join, openPlaces } from '@gongzhi/local/demo/seed-directory';
import { hours } from '@gongzhi/shared/hours/contract';
import { DAY, MINUTE } from '@gongzhi/shared/kernel/time';
import { volunteering } from '@gongzhi/shared/volunteering/contract';
import { Person } from './person';
import { putEvent } from './put-event';
import { startWorld, type World } from './world';

const { communityId } = DEMO;
jest.setTimeout(240_000);

/** A worker's desk: certificates for a class, their publicity, a revoked one, a month's figures, the way out and in. */
let world: World;
let office: Actor;
const KEYS = ['n001', 'n002', 'n003', 'n004', 'n005', 'n006'];
const served: Actor[] = [];
const demo = (key: string) => PEOPLE.find((p) => p.key === key) ?? PEOPLE[0]!;
const path = (page: string, more: Record<string, string> = {}) =>
  `/hours/${page}/index?${new URLSearchParams({ communityId, ...more }).toString()}`;
const iso = (at: number) => new Date(at).toISOString();
const until = async <T>(ask: () => Promise<T | undefined | false>): Promise<T> => {
  for (let looks = 0; looks < 300; looks += 1) {
    const found = await ask();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('it never came');
};

beforeAll(async () => {
  world = await startWorld();
  const { url, openingKey } = world.cloud;
  office = await inviteWorker(url, await openPlaces(url, openingKey));
  await importRoll(office, 24);
  for (const key of KEYS) served.push(await join(url, demo(key)));
  const { activityId } = await office.act(volunteering.planActivity, {
    ...{ communityId, title: '暑期护学', by: { kind: 'community', name: '小营巷社区' }, kind: 'children' },
    ...{ about: '放学时护送孩子过马路。', place: '校门口', skills: [], minors: true, risky: false },
  });
  const from = Date.now() + 5 * MINUTE;
  const times = { startsAt: iso(from), endsAt: iso(from + 90 * MINUTE), slots: 10 };
  const { shiftIds } = await office.act(volunteering.addShifts, { communityId, activityId, shifts: [times] });
  const shift = { activityId, shiftId: shiftIds[0] ?? '', kind: 'children', grade: 'placed', version: 1 };
  for (const { personId } of served)
    await putEvent(world.cloud, {
      ...{ type: 'volunteering.service-settled', scope: communityId, subject: `volunteering/${activityId}` },
      data: { ...shift, volunteerId: personId, from: times.startsAt, to: times.endsAt, minutes: 90 },
    });
  for (const one of served)
    await until(async () => (await one.act(hours.readMyTotals, { communityId })).recorded === 90);
});
afterAll(() => world?.stop());

const phone = async (key: string) => {
  const person = new Person(await world.phone(), world.cloud.url, key);
  await person.comeBack();
  return person;
};
/** The document that opens when this is tapped. */
const opened = async (person: Person, label: string | RegExp): Promise<{ name: string; bytes: Buffer }> => {
  const coming = person.page.waitForEvent('download');
  await person.tap(label);
  const file = await coming;
  const parts: Buffer[] = [];
  for await (const part of await file.createReadStream()) parts.push(part as Buffer);
  return { name: file.suggestedFilename(), bytes: Buffer.concat(parts) };
};
const rowsOf = async (bytes: Buffer): Promise<string[]> => {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes as unknown as ExcelJS.Buffer);
  const rows: string[] = [];
  book.worksheets[0]?.eachRow((row) => rows.push(JSON.stringify(row.values)));
  return rows;
};

test('certificates for a class hang out, are printed together, and one is revoked with a reason', async () => {
  const works = await phone('worker');
  await works.go(path('issue'));
  await works.sees('找志愿者');
  for (const key of KEYS.slice(0, 3)) {
    await works.fill('找志愿者', demo(key).name);
    await works.tap(new RegExp(`^${demo(key).name}，\\d`));
  }
  await works.sees('志愿者（已选 3 人）');
  await works.fill('负责人', '陈国强');
  await works.fill('联系方式', '0571-87654321');
  await works.shoot('office-issue');
  await works.tap('出具 3 份');
  await works.sees('已出具 3 份。');
  const { items } = await (await signIn(world.cloud.url, 'worker')).act(hours.listBatches, { communityId });
  await works.go(path('batch', { batchId: items[0]?.batchId ?? '' }));
  await works.sees('公示期满以后才能打印。');
  await works.shoot('office-batch-public');

  const member = await phone('n004');
  await member.go(path('publicity'));
  await member.sees(/记录时长 1.5 小时/);
  expect(await member.page.getByText(demo('n001').name).count()).toBe(0);
  await member.shoot('office-publicity');

  world.cloud.setAhead(8 * DAY);
  await works.page.reload();
  await works.sees('真实有效');
  const paper = await opened(works, '打印这一批');
  expect([paper.name.endsWith('.pdf'), paper.bytes.subarray(0, 5).toString()]).toEqual([true, '%PDF-']);
  await works.tap(`撤销${demo('n002').name}的证明`);
  await works.fill('撤销理由', '时长重复计算，改后再出。');
  await works.shoot('office-revoke');
  await works.tap('确定撤销');
  await works.sees(/理由：时长重复计算/);
  await works.shoot('office-batch');
  const number = /\d{4}-[0-9A-Z]{10}/.exec(
    (await works.page
      .locator('.card', { hasText: demo('n002').name })
      .filter({ visible: true })
      .first()
      .textContent()) ?? '',
  );
  const visitor = new Person(await world.phone(), world.cloud.url, 'n006');
  await visitor.go(path('verify'));
  await visitor.fill('证明编号', number?.[0] ?? '');
  await visitor.tap('核对');
  await visitor.sees(/不能再用。理由：时长重复计算/);
  await visitor.shoot('office-verify-revoked');
  world.cloud.setAhead(0);
  await Promise.all([works, member, visitor].map(({ page }) => page.close()));
});

test('a month goes out with a line each, and its figures tell of nobody alone', async () => {
  const works = await phone('worker');
  await works.go(path('statistics'));
  await works.sees(/6 人，9 小时/);
  await works.shoot('office-statistics');
  await works.go(path('records'));
  const sheet = await opened(works, /^导出.*XLSX/);
  expect(sheet.name).toMatch(/\.xlsx$/);
  const rows = await rowsOf(sheet.bytes);
  expect(rows.filter((row) => row.includes('暑期护学'))).toHaveLength(6);
  const text = await opened(works, /^导出.*CSV/);
  expect(
    text.bytes
      .toString('utf8')
      .split('\n')
      .filter((line) => line.includes('暑期护学')),
  ).toHaveLength(6);
  await works.shoot('office-records');
  await works.page.close();
});

test('hours kept before come in from a workbook, once however often it is chosen, and what is wrong is said by its row', async () => {
  const works = await phone('worker');
  const choose = async (rows: unknown[][]) => {
    const book = new ExcelJS.Workbook();
    book.addWorksheet('2025').addRows(rows);
    const coming = works.page.waitForEvent('filechooser');
    await works.tap(/^选择/);
    const buffer = Buffer.from(await book.xlsx.writeBuffer());
    await (await coming).setFiles({ name: '台账.xlsx', mimeType: 'application/vnd.ms-excel', buffer });
  };
  const heads = ['姓名', '日期', '活动名称', '时长（小时）'];
  const good = [
    heads,
    [demo('n001').name, new Date(Date.UTC(2025, 2, 5)), '学雷锋', 1.5],
    [demo('n004').name, '2025年3月12日', '植树', 2],
  ];
  await works.go(path('past'));
  await works.sees('粘贴表格');
  await works.shoot('office-past');
  await choose([heads, [demo('n001').name, '昨天', '学雷锋', 2]]);
  await works.sees(/第 2 行/);
  await works.shoot('office-past-wrong');
  await choose(good);
  await works.sees('读到 2 条');
  await works.shoot('office-past-read');
  await works.tap('导入 2 条');
  await works.sees('已导入 2 条。');
  await choose(good);
  await works.tap('导入 2 条');
  await works.sees(/跳过已有的 2 条/);
  await works.shoot('office-past-done');
  expect(await served[0]?.act(hours.readMyTotals, { communityId })).toMatchObject({ recorded: 90, imported: 90 });
  await works.page.close();
});
