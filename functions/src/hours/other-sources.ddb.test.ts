import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { Source, type Entry } from '@gongzhi/shared/hours/model';
import { stageHours, type Stage } from './test-hours';

/** Service of other slices than volunteering: entered once, known for what it is, and taken back like any other. */
let engine: TestTables;
let stage: Stage;
let volunteer: string;
beforeAll(async () => {
  engine = await startTables(['identity', 'directory', 'ledger', 'hours']);
});
afterAll(() => engine.stop());
beforeEach(async () => {
  stage = stageHours(engine.endpoint);
  volunteer = await stage.person(['resident'], '王秀兰');
});
afterEach(() => stage.close());
const entries = async () => (await stage.call('listMyEntries', {}, { as: volunteer })).body['items'] as Entry[];
const entered = async () =>
  (await stage.events(volunteer)).filter(({ type }) => type === 'hours.entered').map(({ data }) => data['source']);

test.each(Source.options)(
  '%s: a service is entered once, however often it is told, with its source',
  async (source) => {
    const shift = stage.shift({ title: '修水龙头' });
    const event = { ...stage.settledEvent({ volunteerId: volunteer, shift }), type: `${source}.service-settled` };
    await Promise.all([stage.bring(event), stage.bring(event)]);
    await stage.bring(event);
    expect((await entries()).map(({ title, minutes, source: of }) => [title, minutes, of])).toEqual([
      ['修水龙头', 120, source],
    ]);
    expect(await entered()).toEqual([source]);
    expect(await stage.books([volunteer])).toMatchObject({ balance: 0 });
  },
);

test.each(Source.options)(
  '%s: a later settlement takes the earlier back, and every line says whose it is',
  async (source) => {
    const shift = stage.shift();
    for (const version of [1, 2]) {
      const event = stage.settledEvent({ volunteerId: volunteer, shift, version, minutes: 60 * version });
      await stage.bring({ ...event, type: `${source}.service-settled` });
    }
    expect((await entries()).map(({ source: of }) => of)).toEqual([source, source, source]);
    expect((await entered()).every((of) => of === source)).toBe(true);
    const { body } = await stage.call('readMyTotals', {}, { as: volunteer });
    expect(body['recorded']).toBe(120);
  },
);

test('volunteering has none, and an event of a slice without service enters nothing', async () => {
  const shift = stage.shift();
  const event = stage.settledEvent({ volunteerId: volunteer, shift });
  await stage.bring({ ...event, type: 'votes.service-settled' });
  await stage.bring({ ...event, type: 'toString' });
  expect(await entries()).toEqual([]);
  await stage.bring(event);
  expect(await entered()).toEqual([undefined]);
  expect((await entries())[0]).not.toHaveProperty('source');
});

test('an overlap of a wish and a shift is asked about like any other', async () => {
  const shift = stage.shift();
  await stage.settle({ volunteerId: volunteer, shift });
  const wish = stage.shift({ title: '修水龙头' });
  await stage.bring({ ...stage.settledEvent({ volunteerId: volunteer, shift: wish }), type: 'wishes.service-settled' });
  const worker = await stage.person(['worker'], '李静');
  const { items } = (await stage.call('listOpenCases', {}, { as: worker })).body as { items: { title: string }[] };
  expect(items.map(({ title }) => title)).toEqual(['修水龙头']);
});
