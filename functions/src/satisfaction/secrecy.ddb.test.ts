import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import type { Result } from '@gongzhi/shared/kernel/satisfaction-result';
import { createSatisfaction } from '../kernel/satisfaction';
import { spyOn } from '../kernel/test-spy';
import { TABLES, hex, stageSurvey, type Survey } from './test-survey';

let engine: TestTables;
let stage: Survey;
beforeAll(async () => {
  engine = await startTables(TABLES);
  stage = stageSurvey(engine.endpoint);
});
afterAll(async () => {
  stage.close();
  await engine.stop();
});

type Item = Record<string, unknown>;
const valuesOf = (item: Item) =>
  Object.entries(item).flatMap(([name, value]) => (name === 'pk' ? [] : [JSON.stringify(value)]));

describe('somebody who has got hold of everything, while a round is open and after it', () => {
  let roundId: string;
  let people: { unitId: string; personId: string; ticket: string; code: string; low: boolean }[];
  let worker: string;
  let letters: number;
  let open: Item[];
  let settled: Item[];
  const all = () => spyOn(engine.endpoint).items('answers');
  const ending = (items: readonly Item[], end: string) => items.filter(({ pk }) => String(pk).endsWith(end));

  beforeAll(async () => {
    // every fourth household is not in the app: it answers off its letter, and some of the others through a worker
    await stage.roll([60, 60], undefined, (n) => n % 4 !== 0);
    const round = await stage.quarter({ sample: 80 });
    ({ roundId } = round);
    worker = await stage.person(['worker']);
    const printed = await Promise.all(
      [1, 2].map((part) => stage.call('printLetters', { roundId, part }, { as: round.by })),
    );
    letters = printed.reduce((sum, { body }) => sum + Number(body['letters'] ?? 0), 0);
    people = [];
    for (const [
      i,
      {
        unitId,
        code,
        people: [personId],
      },
    ] of (await stage.invited(roundId)).entries()) {
      const [ticket, low] = [hex(), i % 8 === 0];
      const levels = [low ? 'dissatisfied' : 'satisfied', 'satisfied'] as const;
      if (!personId) await stage.giveBy(code, levels, { ticket });
      else if (i % 5 === 0) await stage.giveBy(code, levels, { ticket, as: worker });
      else await stage.give(roundId, personId, levels, { ticket });
      people.push({ unitId, personId: personId ?? unitId, ticket, code, low });
      stage.world.now = new Date(stage.world.now.getTime() + 1_000);
    }
    open = await all();
    stage.later(1);
    await stage.tick();
    stage.later(15);
    await stage.tick();
    settled = await all();
  });

  it('finds as many answers as invitations, so that nothing below is true of nothing', () => {
    expect([ending(open, '#marks').length, ending(open, '#answers').length, ending(open, '#low').length]).toEqual([
      80, 70, 10,
    ]);
    const channels = ending(open, '#marks').map(({ channel }) => channel);
    for (const channel of ['app', 'paper', 'assisted'])
      expect(channels.filter((one) => one === channel).length).toBeGreaterThan(5);
    expect(letters).toBeGreaterThan(5);
  });

  it('finds no value in an answer that stands in any invitation, but the stratum', () => {
    for (const items of [open, settled]) {
      const inMarks = new Set(ending(items, '#marks').flatMap(valuesOf));
      const answers = [...ending(items, '#answers'), ...ending(items, '#low')];
      const shared = answers
        .flatMap(({ stratum: _, ...answer }) => valuesOf(answer))
        .filter((value) => inMarks.has(value));
      expect(shared).toEqual([]);
      for (const answer of ending(items, '#answers'))
        expect(Object.keys(answer).sort()).toEqual(['levels', 'pk', 'sk', 'stratum']);
    }
  });

  it('finds no hour, phone, person or title on an invitation when the round is over', () => {
    for (const mark of ending(settled, '#marks'))
      expect(Object.keys(mark).sort()).toEqual(['channel', 'expiresAt', 'pk', 'sealed', 'sk', 'stratum', 'wave']);
  });

  it('finds no code, and of the worker who entered answers nothing but a seal that goes with the round', async () => {
    const everything = (
      await Promise.all(['ledger', 'satisfaction', 'answers'].map((name) => spyOn(engine.endpoint).items(name)))
    ).flat();
    const texts = [...everything, ...open].map((item) => JSON.stringify(item));
    for (const { code } of people) expect(texts.some((text) => text.includes(code))).toBe(false);
    expect(texts.filter((text) => text.includes(worker))).toEqual([]);
    const helpers = ending(open, '#marks').flatMap(({ helper }) => (helper ? [helper] : []));
    expect(new Set(helpers)).toEqual(new Set([stage.seals.helper(roundId, worker)]));
    expect(JSON.stringify(settled)).not.toContain(String(helpers[0]));
  });

  it('finds places that say who was invited and never who answered, the same before and after', () => {
    expect(ending(open, '#places')).toHaveLength(2);
    expect(ending(settled, '#places')).toEqual(ending(open, '#places'));
  });

  it('hears of every event of a round in numbers alone, and of no answer', async () => {
    const events = (await spyOn(engine.endpoint).items('ledger')).filter(({ type }) =>
      String(type).startsWith('satisfaction.'),
    );
    const told = events.map(({ type }) => String(type)).sort();
    expect([...new Set(told)]).toEqual([
      'satisfaction.invited',
      'satisfaction.letters-printed',
      ...(told.includes('satisfaction.reminded') ? ['satisfaction.reminded'] : []),
      'satisfaction.round-settled',
      'satisfaction.round-started',
    ]);
    const plain = ['roundId', 'wave', 'quarter', 'seedHash', 'sample', 'part', 'letters', 'invited', 'answered'];
    for (const { data } of events)
      expect(Object.keys(data as object).filter((name) => !plain.includes(name))).toEqual([]);
  });

  it('finds no ticket anywhere, and nobody who was invited in events, rounds, results or follow-ups', async () => {
    const spy = spyOn(engine.endpoint);
    const tables = await Promise.all(['ledger', 'satisfaction'].map((name) => spy.items(name)));
    const texts = tables.flat().map((item) => JSON.stringify(item));
    expect(texts.length).toBeGreaterThan(15);
    const everything = [...texts, ...[...open, ...settled].map((item) => JSON.stringify(item))];
    for (const { ticket } of people) expect(everything.some((text) => text.includes(ticket))).toBe(false);
    for (const { unitId, personId } of people)
      expect(texts.filter((text) => text.includes(unitId) || text.includes(personId))).toEqual([]);
  });

  it('learns nothing of who answered low from the order in which follow-ups or answers lie', async () => {
    const followUps = (await spyOn(engine.endpoint).items('satisfaction')).filter(({ pk }) =>
      String(pk).endsWith('#follow-up'),
    );
    expect(followUps).toHaveLength(10);
    expect(new Set(followUps.map(({ openedOn, dueAt }) => `${String(openedOn)} ${String(dueAt)}`)).size).toBe(1);
    const given = people.filter(({ low }) => low).map(({ ticket }) => stage.seals.followUp(ticket));
    const byId = followUps.map(({ sk }) => String(sk)).sort();
    expect([...given].sort()).toEqual(byId);
    expect(given).not.toEqual(byId);
  });

  it('finds no stream, index or expiry on the table of answers', async () => {
    const table = await spyOn(engine.endpoint).describe('answers');
    for (const name of ['LatestStreamArn', 'StreamSpecification', 'GlobalSecondaryIndexes', 'TimeToLiveDescription'])
      expect([name, table[name]]).toEqual([name, undefined]);
  });
});

it('subtracts each publication from every other and from their sums, and never comes to fewer than ten answers', async () => {
  const sizes = [4, 12, 3, 15, 9];
  let given = 0;
  for (const size of sizes) {
    const people = await Promise.all(Array.from({ length: size }, () => stage.person(['resident'])));
    const subject = await stage.finish(people);
    const { body } = await stage.call('listInvitations', {}, { as: people[0] });
    const [{ roundId = '' } = {}] = body['items'] as { roundId: string }[];
    const willing = people.filter((_, i) => i % 5 < 4);
    const heard = await Promise.all(
      willing.map((as, i) => stage.give(roundId, as, [i % 2 ? 'satisfied' : 'dissatisfied'], { subject })),
    );
    given += heard.filter(({ status }) => status === 200).length;
    stage.later(31);
    await stage.tick();
    stage.later(16);
    await stage.tick();
  }
  const { body } = await stage.call('listResults');
  const results = (body['items'] as unknown as Result[]).filter(({ about }) => about.kind === 'event');
  expect(results.length).toBeGreaterThanOrEqual(2);
  const counts = results.map(({ answered = 0 }) => answered);
  for (const n of counts) expect(n).toBeGreaterThanOrEqual(10);
  // rounds share no answer: a sum or a difference of publications is a sum of whole rounds
  expect(given).toBeGreaterThan(30);
  expect(counts.reduce((sum, n) => sum + n, 0)).toBeLessThanOrEqual(given);
  // the follow-ups a card is made of are the low answers its results tell of already
  const facts = createSatisfaction(stage.client, 'satisfaction');
  const due = async (roundIds: string[]) =>
    (await facts.followUps(stage.communityId, '2026-01-01T00:00:00.000Z', '2029-01-01T00:00:00.000Z', roundIds)).due;
  const told = results.flatMap(({ overall }) => (overall.shown ? [overall.levels.dissatisfied] : []));
  expect(await due(results.map(({ roundId }) => roundId))).toBe(told.reduce((sum, n) => sum + n, 0));
});
