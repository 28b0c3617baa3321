import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import type { Role } from '@gongzhi/shared/kernel/contract';
import { isCommand } from '@gongzhi/shared/kernel/contract';
import { Level } from '@gongzhi/shared/wishes/model';
import { wishes } from '@gongzhi/shared/wishes/contract';
import { WHOSE, stageWish, type Name, type Stage } from './test-wish';

/** Whose a wish is, looked for in everything every reader is told, at every level and in every state. */
let engine: TestTables;
let stage: Stage;
let people: Record<'worker' | 'wisher' | 'claimer' | 'resident' | 'secretary' | 'chair', string>;
beforeAll(async () => {
  engine = await startTables(['identity', 'directory', 'ledger', 'wishes']);
});
afterAll(() => engine.stop());
beforeEach(async () => {
  stage = stageWish(engine.endpoint);
  const roles: Record<keyof typeof people, Role> = {
    ...{ worker: 'worker', wisher: 'resident', claimer: 'resident', resident: 'resident' },
    ...{ secretary: 'branchSecretary', chair: 'chair' },
  };
  people = {} as typeof people;
  for (const [name, role] of Object.entries(roles)) people[name as keyof typeof people] = await stage.person([role]);
});
afterEach(() => {
  expect(stage.world.errors).toEqual([]);
  stage.close();
});
const QUESTIONS = (Object.keys(wishes) as Name[]).filter((name) => !isCommand(wishes[name]));

/** Every answer to every question somebody may ask, as one text. */
const everything = async (as: string | undefined, wishId: string, shiftId?: string, skip: readonly Name[] = []) => {
  const heard: string[] = [];
  for (const name of QUESTIONS.filter((one) => !skip.includes(one))) {
    const { path } = wishes[name];
    const ids = {
      ...(path.includes('{wishId}') ? { wishId } : {}),
      ...(path.includes('{shiftId}') ? { activityId: wishId, shiftId: shiftId ?? stage.id() } : {}),
    };
    heard.push(JSON.stringify((await stage.call(name, ids, { as })).body));
  }
  return heard.join('\n');
};
const leaks = (text: string): string[] => [...WHOSE, people.wisher].filter((word) => text.includes(word));
const others = () => [undefined, people.resident, people.secretary, people.chair];
const ALLOWED: Record<Level, string[]> = { named: ['王阿姨', '3号楼'], building: ['3号楼'], hidden: [] };

test.each(Level.options)(
  'a wish that is %s tells nobody more than its level, in no state and by no question',
  async (level) => {
    const wishId = await stage.made(people.wisher, { level });
    const look = async (shiftId?: string) => {
      for (const as of others())
        for (const word of leaks(await everything(as, wishId, shiftId))) expect(ALLOWED[level]).toContain(word);
    };
    await look();
    await stage.call('publishWish', { wishId }, { as: people.worker });
    await look();
    expect(leaks(await everything(people.claimer, wishId)).every((word) => ALLOWED[level].includes(word))).toBe(true);
    await stage.call('claimWish', { wishId }, { as: people.claimer });
    await look();
    const { shiftId } = await stage.visit(wishId, people.claimer);
    await look(shiftId);
    await stage.call('markDone', { wishId }, { as: people.claimer });
    await stage.call('confirmDone', { wishId, word: '谢谢' }, { as: people.wisher });
    await look(shiftId);
    // and who read it, who claimed it, and what was said stay among those it concerns
    for (const as of others()) {
      const text = await everything(as, wishId, shiftId);
      expect([people.claimer, '谢谢', '2026'].filter((word) => text.includes(word) && word !== '2026')).toEqual([]);
    }
  },
);

test('a claimer is told what to call them when claiming, the door with a visit, and nothing when it is over', async () => {
  const wishId = await stage.opened(people.wisher, people.worker);
  const known = async () => leaks(await everything(people.claimer, wishId));
  expect(await known()).toEqual([]);
  await stage.call('claimWish', { wishId }, { as: people.claimer });
  expect(await known()).toEqual(['王阿姨']);
  await stage.visit(wishId, people.claimer);
  expect(await known()).toEqual(WHOSE);
  await stage.call('markDone', { wishId }, { as: people.claimer });
  expect(await known()).toEqual(['王阿姨']);
  await stage.call('sendBack', { wishId, reason: '还差' }, { as: people.wisher });
  expect(await known()).toEqual(WHOSE);
  await stage.call('handBack', { wishId, reason: '有事' }, { as: people.claimer });
  expect(await known()).toEqual([]);
});

test('a claim that ran out tells its claimer nothing any more', async () => {
  const wishId = await stage.opened(people.wisher, people.worker);
  await stage.call('claimWish', { wishId }, { as: people.claimer });
  stage.later(8 * 24 * 60);
  expect(leaks(await everything(people.claimer, wishId))).toEqual([]);
});

test('a worker reads whose it is only by saying so; each reading is kept and the wisher sees it', async () => {
  const wishId = await stage.opened(people.wisher, people.worker);
  expect(leaks(await everything(people.worker, wishId))).toEqual([]);
  expect((await stage.inside(wishId, people.wisher)).reads).toEqual([]);
  const read = await stage.inside(wishId, people.worker, { as: 'worker' });
  expect(read).toMatchObject({ as: 'worker', callName: '王阿姨', door: '3-201' });
  expect(JSON.stringify(read)).not.toContain(people.wisher);
  const other = await stage.person(['worker']);
  stage.later(5);
  await stage.inside(wishId, other, { as: 'worker' });
  await stage.inside(wishId, people.resident, { as: 'worker' });
  const { reads = [] } = await stage.inside(wishId, people.wisher);
  expect(reads.map(({ by }) => by)).toEqual([`邻居${other.slice(-4)}`, `邻居${people.worker.slice(-4)}`]);
  const kept = stage.said.filter(({ type }) => type === 'wishes.wisher-read').map(({ data }) => data['readerId']);
  expect(kept).toEqual([people.worker, other]);
  // what the wisher sees is not the claimer's to see
  await stage.call('claimWish', { wishId }, { as: people.claimer });
  expect((await stage.inside(wishId, people.claimer)).reads).toBeUndefined();
});

test('a worker reading at two instants costs four units each, and one who reads without keeping is answered nothing', async () => {
  const wishId = await stage.opened(people.wisher, people.worker);
  const { units } = await stage.call('readInside', { wishId, as: 'worker' }, { as: people.worker });
  expect(units.write).toBe(4);
});

test('no event and no receipt holds a word anybody wrote, and no event of a wish stands in a history', async () => {
  const wishId = await stage.opened(people.wisher, people.worker);
  await stage.call('claimWish', { wishId }, { as: people.claimer });
  await stage.visit(wishId, people.claimer);
  await stage.call('markDone', { wishId }, { as: people.claimer });
  await stage.call('sendBack', { wishId, reason: '没拧紧' }, { as: people.wisher });
  await stage.call('handBack', { wishId, reason: '要出差' }, { as: people.claimer });
  const declined = await stage.made(people.wisher);
  await stage.call('declineWish', { wishId: declined, reason: '写了电话' }, { as: people.worker });
  await stage.inside(wishId, people.worker, { as: 'worker' });
  const text = JSON.stringify(stage.said);
  const words = [...WHOSE, '修水龙头', '滴水', '没拧紧', '要出差', '写了电话', '邻居'];
  expect(words.filter((word) => text.includes(word))).toEqual([]);
  expect(stage.said.filter(({ gpk }) => gpk)).toEqual([]);
});
