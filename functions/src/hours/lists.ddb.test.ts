import { TransactWriteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { MINUTE } from '@gongzhi/shared/kernel/time';
import type { Stored } from './repo-certificates';
import type { Line } from './repo-entries';
import { stageHours, type Name, type Stage } from './test-hours';

/** Every list at one page and at three: order, cursors, what it costs and whose things are in it. */
let engine: TestTables;
let stage: Stage;
/** `many`: of whom each list has three pages; `few`: of whom it has one, in a community of their own. */
let many: Town;
let few: Town;
interface Town {
  stage: Stage;
  person: string;
  worker: string;
}

/** The engine gives back at most so many of a batch at a time; the others are to be asked for again. */
let most = Infinity;
let batches = 0;
interface Batch {
  Responses?: Record<string, Record<string, unknown>[]>;
  UnprocessedKeys?: Record<string, { Keys: Record<string, unknown>[] }>;
}
const stingy = (client: DynamoDBDocumentClient) =>
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const result = await next(args);
      if (!/^BatchGet/.test(String(context['commandName']))) return result;
      batches += 1;
      const output = result.output as unknown as Batch;
      const [[table, items] = ['', []]] = Object.entries(output.Responses ?? {});
      if (items.length <= most) return result;
      output.Responses = { [table]: items.slice(0, most) };
      output.UnprocessedKeys = { [table]: { Keys: items.slice(most).map(({ pk, sk }) => ({ pk, sk })) } };
      return result;
    },
    { step: 'finalizeRequest', priority: 'high', name: 'stingy' },
  );

const at = (minutes: number) => new Date(Date.parse('2026-11-10T00:00:00.000Z') + minutes * MINUTE).toISOString();
const minuteOf = (instant: string) => (Date.parse(instant) - Date.parse(at(0))) / MINUTE;
const number = (i: number) => `2026-${String(i).padStart(10, '0')}`;

/** So many of everything that is listed, of one person in a community, each a minute after the one before. */
const fill = async ({ stage: of, person }: Pick<Town, 'stage' | 'person'>, count: number, organiser = person) => {
  const { communityId, deps, id, plain } = of;
  const { entries, cases, certificates } = deps.repo;
  const { activityId, shiftId } = of.shift({ title: '清扫楼道' });
  const about = { activityId, shiftId, volunteerId: person, volunteerName: '王秀兰' };
  for (let i = 0; i < count; i += 1) {
    const entryId = id();
    const [from, to] = [at(i), at(i + 60)];
    const line: Line = {
      ...{ entryId, activityId, shiftId, track: 'recorded', grade: 'scanned', kind: 'environment', version: i },
      ...{ minutes: i, from, to, at: to, cause: 'settled', reasons: ['overlap'] },
    };
    const question = {
      ...{ caseId: `q-${entryId}`, kind: 'question' as const, state: 'open' as const, ...about },
      ...{ title: '清扫楼道', from, to, minutes: i, raisedAt: at(i), dueAt: at(10_000 - i), estimated: false },
    };
    const certificate: Stored = {
      ...{ batchId: id(), volunteerId: person, name: '王秀兰', hours: '1', lines: [], more: 0, grades: [] },
      ...{ fromDay: '2026-11-01', toDay: '2026-11-09', recorded: i, honorary: 0, imported: 0, contact: '1' },
      ...{ issuer: '居委会', responsible: '李静', handler: '何芳', issuedAt: at(i), publicUntil: at(90_000 - i) },
    };
    const batch = { issuedAt: at(i), publicUntil: at(90_000), fromDay: '2026-11-01', toDay: '2026-11-09' };
    const batchId = `${String(i).padStart(3, '0')}${id().slice(3)}`;
    const writes = [
      ...entries.lineWrites({ communityId, volunteerId: person, what: `set-${entryId}`, line }),
      cases.raiseWrite(communityId, question, organiser),
      certificates.issueWrite(communityId, `${number(i).slice(0, -4)}${entryId.slice(-4)}`, certificate),
      certificates.batchWrite(communityId, batchId, { ...batch, numbers: [number(i)] }),
    ];
    await plain.send(new TransactWriteCommand({ TransactItems: writes.map(({ lost: _, ...write }) => write) }));
  }
};

beforeAll(async () => {
  engine = await startTables(['identity', 'directory', 'ledger', 'hours']);
  const town = async (): Promise<Town> => {
    const own = stageHours(engine.endpoint, stingy);
    return { stage: own, person: await own.person(['resident'], '王秀兰'), worker: await own.person(['worker']) };
  };
  [many, few] = [await town(), await town()];
  stage = many.stage;
  await Promise.all([fill(many, 45), fill(few, 21)]);
});
afterAll(async () => {
  many.stage.close();
  few.stage.close();
  await engine.stop();
});
afterEach(() => (most = Infinity));

type Item = Record<string, unknown>;
const LISTS: [name: Name, as: keyof Town | undefined, by: (item: Item) => unknown][] = [
  ['listMyEntries', 'person', ({ minutes }) => minutes],
  ['listMyCases', 'person', ({ minutes }) => minutes],
  ['listOpenCases', 'worker', ({ minutes }) => minutes],
  ['listOrganisedCases', 'person', ({ minutes }) => minutes],
  ['listBatches', 'worker', ({ issuedAt }) => minuteOf(String(issuedAt))],
  ['listMyCertificates', 'person', ({ recorded }) => recorded],
  ['listPublicity', undefined, ({ recorded }) => recorded],
];
const page = ({ stage: of, ...who }: Town, name: Name, as: keyof Town | undefined, cursor?: unknown) =>
  of.call(name, cursor === undefined ? {} : { cursor }, as ? { as: String(who[as as 'person' | 'worker']) } : {});
const itemsOf = (body: Record<string, unknown>) => body['items'] as Item[];

test('every list of the contract is read here', async () => {
  const { hours } = await import('@gongzhi/shared/hours/contract');
  const lists = Object.keys(hours).filter((name) => name.startsWith('list'));
  expect(LISTS.map(([name]) => name).sort()).toEqual(lists.sort());
});

test.each(LISTS)(
  '%s to the %s: in order, twenty a page, everything once, at the same cost',
  async (...[name, as, by]) => {
    const first = await page(many, name, as);
    const second = await page(many, name, as, first.body['next']);
    const third = await page(many, name, as, second.body['next']);
    const pages = [first, second, third];
    expect(pages.map(({ status, body }) => [status, itemsOf(body).length, 'next' in body])).toEqual([
      ...[
        [200, 20, true],
        [200, 20, true],
        [200, 5, false],
      ],
    ]);
    const shown = pages.flatMap(({ body }) => itemsOf(body).map(by));
    expect(shown).toEqual(Array.from({ length: 45 }, (_, i) => 44 - i));
    const alone = await page(few, name, as);
    expect(itemsOf(alone.body).map(by)).toEqual(Array.from({ length: 20 }, (_, i) => 20 - i));
    expect([second.units.read, alone.units.read].map((units) => Math.abs(units - first.units.read) <= 0.5)).toEqual([
      true,
      true,
    ]);
    expect(first.units.write).toBe(0);
  },
);

test.each(LISTS)(
  '%s to the %s: a cursor of another list, of another community or changed is refused',
  async (...[name, as]) => {
    const { next } = (await page(many, name, as)).body;
    const elsewhere = (await page(few, name, as)).body['next'];
    const [other] = LISTS.filter(([one]) => one !== name);
    const otherNext = other && (await page(many, other[0], other[1])).body['next'];
    const text = String(next);
    const changed = text.slice(0, -1) + (text.endsWith('A') ? 'B' : 'A');
    for (const cursor of [elsewhere, otherNext, changed, 'a.b'])
      expect(await page(many, name, as, cursor)).toMatchObject({ status: 400, body: { refused: 'BAD_CURSOR' } });
    expect((await page(many, name, as, next)).status).toBe(200);
  },
);

test('nobody reads in their own lists what is another’s, and another’s cursor does not lead there', async () => {
  const neighbour = await stage.person(['resident'], '邻居');
  for (const [name, as] of LISTS.filter(([, whose]) => whose === 'person')) {
    expect((await stage.call(name, {}, { as: neighbour })).body).toEqual({ items: [] });
    const { next } = (await page(many, name, as)).body;
    const led = await stage.call(name, { cursor: next }, { as: neighbour });
    expect([name, led.status, led.body['refused']]).toEqual([name, 400, 'BAD_CURSOR']);
  }
  for (const name of ['listOpenCases', 'listBatches'] as const)
    expect((await stage.call(name, {}, { as: neighbour })).status).toBe(403);
  const hung = JSON.stringify((await stage.call('listPublicity')).body);
  expect(hung).not.toMatch(/王秀兰|李静|何芳|volunteerId|batchId/);
});

test.each(LISTS)(
  '%s to the %s is whole when the table gives back only a part of what it is asked for',
  async (...[name, as]) => {
    const whole = await page(many, name, as);
    [most, batches] = [6, 0];
    const piecemeal = await page(many, name, as);
    expect(piecemeal.body).toEqual(whole.body);
    if (name !== 'listBatches') expect(batches).toBe(4);
  },
);

test('a table that keeps back keys without end is BUSY, and the list is there afterwards', async () => {
  most = 0;
  const heard = await page(many, 'listMyCases', 'person');
  expect(heard).toMatchObject({ status: 503, body: { refused: 'BUSY' } });
  most = Infinity;
  expect((await page(many, 'listMyCases', 'person')).status).toBe(200);
});
