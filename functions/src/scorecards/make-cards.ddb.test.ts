import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import type { Card, CardHead } from '@gongzhi/shared/scorecards/model';
import { makeCards } from './make-cards';
import { OF_ACTIVITIES, SCHEME, TABLES, of, stageScorecards, type Staged } from './test-scorecards';

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
const cards = async (of: Record<string, unknown> = {}) =>
  ((await stage.call('listCards', of)).body['items'] as { quarter: string }[]).map(({ quarter }) => quarter);
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

describe('a service’s own card', () => {
  const service = 'activity';
  let street: string;
  beforeEach(async () => {
    street = await stage.person(['supervisor']);
    await stage.setUp(street);
  });
  const set = (indicators = OF_ACTIVITIES, more: object = { service }) =>
    stage.call('setScheme', { ...more, indicators }, { as: street });
  const make = () => stage.call('makeCard', { quarter: Q, service }, { as: street });
  const read = async () =>
    (await stage.call('readCard', { quarter: Q, service })).body as { card: Card; recount: { agrees: boolean } };
  const total = { from: 8_550, to: 8_550 };

  test('goes by a scheme of its own, and stands beside the community’s', async () => {
    expect((await set()).body).toMatchObject({ version: 1, from: Q });
    expect((await stage.call('readScheme', { service })).body).toMatchObject({
      now: { service, version: 1, indicators: OF_ACTIVITIES },
    });
    expect((await stage.call('readScheme')).body).toMatchObject({ now: { version: 1, indicators: SCHEME } });
    stage.later();
    expect((await make()).body).toMatchObject({ quarter: Q, schemeVersion: 1, total });
    expect((await make()).body).toEqual({ refused: 'CARD_MADE' });
    expect((await stage.call('makeCard', { quarter: Q }, { as: street })).status).toBe(200);
    const { card, recount } = await read();
    // 45 of the 50 who answered in the two rounds that show something; 9 of their 12 follow-ups: 0.7 × 0.9 + 0.3 × 0.75
    expect([card.inputs, recount.agrees]).toMatchObject([
      [
        { num: 45, den: 50, confidence: 'lowered' },
        { num: 9, den: 12 },
      ],
      true,
    ]);
    expect([await cards(), await cards({ service }), await cards({ service: 'wish' })]).toEqual([[Q], [Q], []]);
    const lines = await stage.call('listStreetCards', { quarter: Q, service }, { as: street });
    expect(lines.body['items'] as CardHead[]).toMatchObject([{ service, total }]);
    expect(made().map(({ subject, data }) => [subject, data['service']])).toEqual([
      [`scorecards/${Q}#activity`, service],
      [`scorecards/${Q}`, undefined],
    ]);
  });

  test('counts the follow-ups of its shown results alone', async () => {
    await set();
    stage.later();
    await make();
    const shown = ['01KB0000000000000000000011', '01KB0000000000000000000012'];
    expect(stage.askedFollowUps).toEqual([['2026-10-01T02:00:00.000Z', '2027-01-30T16:00:00.000Z', shown]]);
  });

  test('withholds everything where no result shows anything', async () => {
    await set();
    stage.residents.results = stage.residents.results.filter(({ overall }) => !overall.shown);
    stage.later();
    await make();
    const { card } = await read();
    expect(card.inputs.map((input) => (input.shown ? '' : input.why))).toEqual(['few', 'few']);
    expect([card.total, stage.askedFollowUps]).toEqual([{ from: 0, to: 10_000, low: 0, high: 10_000 }, []]);
  });

  test('of decisions counts no task that was promised after a survey', async () => {
    const resolution = [
      of(1, 500, { source: 'satisfaction.service', service: 'resolution' }),
      of(2, 500, { source: 'tasks.onTime' }),
    ];
    expect((await set(resolution, { service: 'resolution' })).status).toBe(200);
    const dueAt = '2026-12-10T16:00:00.000Z';
    for (const promise of [{}, {}, { promise: true }])
      await stage.bring('resolutions.task-added', stage.id(), { taskId: stage.id(), dueAt, ...promise });
    stage.later();
    for (const more of [{ service: 'resolution' }, {}])
      await stage.call('makeCard', { quarter: Q, ...more }, { as: street });
    const denOf = async (n: number, more: object) =>
      ((await stage.call('readCard', { quarter: Q, ...more })).body['card'] as Card).inputs[n];
    expect(await denOf(1, { service: 'resolution' })).toMatchObject({ den: 2 });
    expect(await denOf(4, {})).toMatchObject({ den: 3 });
  });

  test('is made by the clock with the community’s, and by nothing where there is no scheme', async () => {
    await set();
    at('2027-02-01');
    expect([await tick(), await tick()]).toEqual([2, 0]);
    expect([await cards(), await cards({ service }), await cards({ service: 'wish' })]).toEqual([[Q], [Q], []]);
  });

  test('is refused a scheme of what is not its own', async () => {
    const { body } = await set(SCHEME);
    expect(body).toMatchObject({ refused: 'SCHEME_FAULTY' });
    expect(String((body['facts'] as { faults: string }).faults).match(/量的不只是这项服务/g)).toHaveLength(4);
  });
});
