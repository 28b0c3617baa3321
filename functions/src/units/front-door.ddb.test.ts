import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { PAGE_SIZE } from '@gongzhi/shared/kernel/page';
import { units } from '@gongzhi/shared/units/contract';
import { testAccess, testFaults, testRefusals, testRepeats, type Act, type Case } from '../kernel/test-acts';
import { createFaults } from '../kernel/test-faults';
import { HOSPITAL, TABLES, stageUnits, type Town } from './test-units';

/** Every command repeated, every refusal made to happen, every list walked, every fault met, through the front door. */
type Units = typeof units;
const faults = createFaults();
let engine: TestTables;
let town: Town;
let unitId: string;
let contact: string;
beforeAll(async () => {
  engine = await startTables(TABLES);
  town = await stageUnits(engine.endpoint, faults.through);
  unitId = await town.addUnit();
  contact = await town.contactOf(unitId);
});
afterAll(async () => {
  town.close();
  await engine.stop();
});
const stage = () => town;
const worker = () => town.worker;
const plan = { about: '共用会议室，每月一次义诊', from: '2026-11-01', until: '2027-10-31' };

const agreed = async () => {
  const { body } = await town.call('addAgreement', { unitId, plan }, { as: town.worker });
  return { unitId, agreementId: body['agreementId'], reason: '双方商定终止' };
};
const thanked = async () => {
  const { body } = await town.call('thankUnit', { unitId, words: '谢谢王医生' }, { as: town.worker });
  return { unitId, thanksId: body['thanksId'], reason: '写了个人的姓名' };
};
const closed = async (): Promise<string> => {
  const gone = await town.addUnit();
  await town.call('closeUnit', { unitId: gone, reason: '单位搬走了' }, { as: town.worker });
  return gone;
};
/** The same was done already. */
const twice =
  (name: 'withdrawAgreement' | 'removeThanks', made: () => Promise<Record<string, unknown>>) => async () => {
    const input = await made();
    await town.call(name, input, { as: town.worker });
    return input;
  };
/** Somebody else does it between the reading and the writing. */
const meanwhile = async <T extends object>(input: T, act: () => Promise<unknown>): Promise<T> => {
  town.world.meanwhile = act;
  return input;
};
const close = (gone: string) => () => town.call('closeUnit', { unitId: gone, reason: '搬走了' }, { as: town.worker });

const ACTS: Act<Units>[] = [
  { name: 'addUnit', as: worker, input: async () => ({ ...HOSPITAL }), other: { name: '市第一小学' } },
  {
    ...{ name: 'changeUnit', as: () => contact, other: { name: '市第四医院' } },
    input: async () => ({ ...HOSPITAL, unitId }),
  },
  {
    name: 'addAgreement',
    as: worker,
    input: async () => ({ unitId, plan }),
    other: { plan: { ...plan, about: '别的' } },
  },
  { name: 'thankUnit', as: worker, input: async () => ({ unitId, words: '谢谢义诊' }), other: { words: '再谢' } },
  {
    ...{ name: 'closeUnit', as: worker, other: { reason: '合并' }, second: 'UNIT_CLOSED' },
    input: async () => ({ unitId: await town.addUnit(), reason: '单位搬走了' }),
  },
  {
    ...{ name: 'withdrawAgreement', as: worker, other: { reason: '重签' }, second: 'ALREADY_DONE' },
    input: () => agreed(),
  },
  {
    ...{ name: 'removeThanks', as: worker, other: { reason: '重复' }, second: 'ALREADY_DONE' },
    input: () => thanked(),
  },
];
const bad = async (input: object) => {
  town.world.check = { suggest: 'risky', label: 20_003 };
  return { ...input };
};
const CASES: Case<Units>[] = [
  ['readUnit', 'NOT_FOUND', 'of none', worker, async () => ({ unitId: town.id() })],
  ['changeUnit', 'NOT_FOUND', 'of none', worker, async () => ({ ...HOSPITAL, unitId: town.id() })],
  [
    'changeUnit',
    'NOT_UNIT_CONTACT',
    'of another unit',
    () => contact,
    async () => ({ ...HOSPITAL, unitId: await town.addUnit() }),
  ],
  ['changeUnit', 'TEXT_RISKY', 'in bad words', () => contact, () => bad({ ...HOSPITAL, unitId })],
  [
    ...(['changeUnit', 'WORDS_UNSURE', 'in words nobody is sure of', () => contact] as const),
    async () => {
      town.world.check = { suggest: 'review', label: 20_003 };
      return { ...HOSPITAL, unitId };
    },
  ],
  ['addUnit', 'TEXT_RISKY', 'in bad words', worker, () => bad(HOSPITAL)],
  ['readMine', 'NO_UNIT_YET', 'before the event came', () => stranger, async () => ({})],
  ['listContacts', 'NOT_FOUND', 'of none', worker, async () => ({ unitId: town.id() })],
  ['addAgreement', 'NOT_FOUND', 'with none', worker, async () => ({ unitId: town.id(), plan })],
  ['addAgreement', 'TEXT_RISKY', 'in bad words', worker, () => bad({ unitId, plan })],
  ['thankUnit', 'NOT_FOUND', 'to none', worker, async () => ({ unitId: town.id(), words: '谢谢' })],
  ['thankUnit', 'TEXT_RISKY', 'in bad words', worker, () => bad({ unitId, words: '谢谢' })],
  ['changeUnit', 'UNIT_CLOSED', 'closed', worker, async () => ({ ...HOSPITAL, unitId: await closed() })],
  ['addAgreement', 'UNIT_CLOSED', 'closed', worker, async () => ({ unitId: await closed(), plan })],
  ['thankUnit', 'UNIT_CLOSED', 'closed', worker, async () => ({ unitId: await closed(), words: '谢谢' })],
  ['closeUnit', 'UNIT_CLOSED', 'closed', worker, async () => ({ unitId: await closed(), reason: '搬走' })],
  ...(['changeUnit', 'addAgreement', 'thankUnit', 'closeUnit'] as const).map((name): Case<Units> => [
    ...([name, 'UNIT_CLOSED', 'closed meanwhile', worker] as const),
    async () => {
      const gone = await town.addUnit();
      const more = { changeUnit: HOSPITAL, addAgreement: { plan }, thankUnit: { words: '谢谢' } };
      return meanwhile({ unitId: gone, ...(name === 'closeUnit' ? { reason: '搬' } : more[name]) }, close(gone));
    },
  ]),
  ['closeUnit', 'NOT_FOUND', 'of none', worker, async () => ({ unitId: town.id(), reason: '搬走' })],
  ['closeUnit', 'TEXT_RISKY', 'in bad words', worker, () => bad({ unitId, reason: '搬走' })],
  ['withdrawAgreement', 'NOT_FOUND', 'of none', worker, async () => ({ ...(await agreed()), agreementId: town.id() })],
  ['withdrawAgreement', 'ALREADY_DONE', 'withdrawn', worker, twice('withdrawAgreement', () => agreed())],
  ['withdrawAgreement', 'TEXT_RISKY', 'in bad words', worker, async () => bad(await agreed())],
  ['removeThanks', 'NOT_FOUND', 'of none', worker, async () => ({ ...(await thanked()), thanksId: town.id() })],
  ['removeThanks', 'ALREADY_DONE', 'removed', worker, twice('removeThanks', () => thanked())],
  ['removeThanks', 'TEXT_RISKY', 'in bad words', worker, async () => bad(await thanked())],
];
let stranger: string;
beforeAll(async () => {
  stranger = await town.person(['unitContact']);
});

testRepeats(units, stage, ACTS);
testRefusals(units, stage, CASES);
testFaults(stage, faults, ACTS);
testAccess(units, stage, () => ({
  ...{ ...HOSPITAL, unitId, plan, words: '谢谢', reason: '搬走' },
  ...{ agreementId: unitId, thanksId: unitId },
}));

test('a worker’s words stand though the check was unsure', async () => {
  town.world.check = { suggest: 'review', label: 20_003 };
  const { status } = await town.call('changeUnit', { ...HOSPITAL, unitId }, { as: town.worker });
  town.world.check = { suggest: 'pass', label: 100 };
  expect(status).toBe(200);
});

const walk = async (
  name: 'listUnits' | 'listAgreements' | 'listThanks',
  input: Record<string, unknown>,
  from: Town,
) => {
  const pages = [await from.call(name, input)];
  for (let next = pages[0]?.body['next']; next; next = pages.at(-1)?.body['next'])
    pages.push(await from.call(name, { ...input, cursor: next }));
  return pages;
};
test('lists come whole, the last first, by twenties, at the same cost at 45 as at 20, and hold nothing of elsewhere', async () => {
  const there = await stageUnits(engine.endpoint);
  const [own, other] = [await there.addUnit(), await there.addUnit({ name: '幸福小学' })];
  for (let n = 0; n < 44; n += 1) {
    await there.addUnit({ name: `单位${n}` });
    await there.call('addAgreement', { unitId: own, plan }, { as: there.worker });
    await there.call('thankUnit', { unitId: own, words: `谢谢${n}` }, { as: there.worker });
  }
  for (const [name, input, size] of [
    ['listUnits', {}, 6],
    ['listAgreements', { unitId: own }, 4],
    ['listThanks', { unitId: own }, 4],
  ] as const) {
    const pages = await walk(name, input, there);
    const sizes = pages.map(({ body }) => (body['items'] as unknown[]).length);
    expect([name, sizes]).toEqual([name, [PAGE_SIZE, PAGE_SIZE, sizes[2]]]);
    const reads = pages.map(({ units: { read } }) => read);
    expect([reads[1] === reads[0], (reads[2] ?? 0) <= (reads[0] ?? 0), (reads[0] ?? 0) <= size]).toEqual([
      true,
      true,
      true,
    ]);
    const ids = pages.flatMap(({ body }) => (body['items'] as object[]).map((one) => JSON.stringify(one)));
    expect(new Set(ids).size).toBe(ids.length);
    const stolen = await town.call(name, { ...input, cursor: pages[0]?.body['next'] });
    expect(stolen.body).toEqual({ refused: 'BAD_CURSOR' });
  }
  expect((await there.call('listAgreements', { unitId: other })).body).toEqual({ items: [] });
  there.close();
});

test('what is kept of an act has no words, names or phones in it', () => {
  const kept = JSON.stringify(town.said.map(({ data, answer }) => ({ data, answer })));
  for (const word of ['医院', '幸福路', '谢谢', '义诊', '李静', '赵医生']) expect(kept).not.toContain(word);
});
