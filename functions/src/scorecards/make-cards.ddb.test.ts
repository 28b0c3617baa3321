import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { makeCards } from './make-cards';
import { TABLES, stageScorecards, type Staged } from './test-scorecards';

let engine: TestTables;
let stage: Staged;
const Q = '2026Q4';
beforeEach(async () => {
  engine = await startTables(TABLES);
  stage = stageScorecards(engine.endpoint);
});
afterEach(async () => {
  stage.close();
  await engine.stop();
});

const once = <T>(items: T[]) => Promise.resolve({ items, next: undefined });
/** The clock of a deployment with two streets: the second has no scheme. */
const tick = (more: Partial<Parameters<typeof makeCards>[0]> = {}) =>
  makeCards({
    ...{ repo: stage.repo, ledger: stage.ledger, clock: () => stage.world.now },
    satisfaction: { results: async () => stage.residents.results, followUps: async () => stage.residents.followUps },
    communities: {
      streets: () => once([stage.streetId, '310199999']),
      page: (streetId) =>
        once([{ communityId: streetId === stage.streetId ? stage.communityId : '310199999001', name: '甲' }]),
    },
    ...more,
  })();
const at = (day: string) => (stage.world.now = new Date(`${day}T02:00:00.000Z`));
const cards = async () =>
  ((await stage.call('listCards')).body['items'] as { quarter: string }[]).map(({ quarter }) => quarter);
const made = () => stage.said.filter(({ type }) => type === 'scorecards.card-made');

test('the day after the button is there the cards make themselves, once however often the clock comes', async () => {
  await stage.setUp(await stage.person(['supervisor']));
  at('2027-01-31');
  expect([await tick(), await cards()]).toEqual([0, []]);
  at('2027-02-01');
  expect(await Promise.all([tick(), tick()])).toContain(1);
  expect(await tick()).toBe(0);
  expect([await cards(), made().length]).toEqual([[Q], 1]);
  expect(made()[0]).toMatchObject({ scope: stage.communityId, actor: 'system', via: 'system', data: { quarter: Q } });
});

test('a card somebody made by the button is left as it is', async () => {
  const by = await stage.person(['supervisor']);
  await stage.setUp(by);
  stage.later();
  const { body } = await stage.call('makeCard', { quarter: Q }, { as: by });
  stage.residents.results = [];
  expect([await tick(), made().length]).toEqual([0, 1]);
  expect((await stage.call('readCard', { quarter: Q })).body).toMatchObject({ card: { total: body['total'] } });
});

test('a street that fails keeps no other waiting, and is done when the clock comes again', async () => {
  await stage.setUp(await stage.person(['supervisor']));
  stage.later();
  const broken = { ...stage.repo, schemes: { ...stage.repo.schemes } };
  broken.schemes.of = async (streetId, quarter) => {
    if (streetId !== stage.streetId) throw new Error('away');
    return stage.repo.schemes.of(streetId, quarter);
  };
  await expect(tick({ repo: broken })).rejects.toThrow('1 streets');
  expect([await cards(), await stage.repo.cards.isDone(Q)]).toEqual([[Q], false]);
  expect([await tick(), await stage.repo.cards.isDone(Q)]).toEqual([0, true]);
});

test('a quarter that is done with costs the clock one look', async () => {
  await stage.repo.cards.setDone(Q);
  stage.later();
  const never = () => Promise.reject(new Error('asked'));
  expect(await tick({ communities: { streets: never, page: never } })).toBe(0);
});
