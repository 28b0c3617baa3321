import { randomBytes } from 'node:crypto';
import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { markOf, newCode } from '@gongzhi/shared/votes/receipt';
import { padOf } from '@gongzhi/shared/votes/secret-rules';
import { download, publish } from './test-lists';
import { spyOn } from '../kernel/test-spy';
import { TABLES, stageVotes, type Answered, type Stage } from './test-votes';

let engine: TestTables;
let stage: Stage;
beforeAll(async () => {
  engine = await startTables(TABLES);
  stage = stageVotes(engine.endpoint);
});
afterAll(async () => {
  stage.close();
  await engine.stop();
});

interface Voter {
  personId: string;
  householdId: string;
  choice: 'for' | 'against' | 'abstain';
  mark: string;
  heard: Answered;
}
const VOTERS = 120;
/** The first half is for, the second against: whatever keeps the order of casting shows it at once. */
const choiceOf = (i: number) => (i < VOTERS / 2 ? ('for' as const) : ('against' as const));

/** A secret vote in which everybody casts one after the other, a second apart; one in four is helped by a worker. */
const vote = async () => {
  const people = await stage.residents(VOTERS);
  const worker = await stage.person({ roles: ['worker'] });
  const { voteId, proposalId, closesAt } = await stage.openVote({ secret: true });
  const voters: Voter[] = [];
  for (const [i, { personId, householdId }] of people.entries()) {
    stage.world.now = new Date(stage.world.now.getTime() + 1_000);
    const [choice, mark] = [choiceOf(i), markOf(voteId, newCode(randomBytes(16)))];
    const input = { voteId, choice, mark, pad: padOf(choice) };
    if (i % 4 === 0) {
      await stage.call('askHelp', { voteId, unitId: householdId }, { as: worker });
      await stage.call('confirmHelp', { voteId }, { as: personId });
    }
    const heard =
      i % 4 === 0
        ? await stage.call('castAssisted', { ...input, unitId: householdId }, { as: worker })
        : await stage.call('castSecret', input, { as: personId });
    voters.push({ personId, householdId, choice, mark, heard });
  }
  return { voteId, proposalId, closesAt, voters };
};

/** How often neighbours in an order agree: about half of the time by chance, almost always when the order is that of casting. */
const agreement = (choices: readonly string[]) =>
  choices.slice(1).filter((choice, i) => choice === choices[i]).length / (choices.length - 1);
/** Six standard deviations of 119 coins. */
const CHANCE = 0.5 + 6 * Math.sqrt(0.25 / (VOTERS - 1));
const bytesOf = (item: unknown) => Buffer.byteLength(JSON.stringify(item));
const valuesOf = (item: Record<string, unknown>) =>
  Object.entries(item).flatMap(([name, value]) => (name === 'pk' ? [] : [String(value)]));

describe('somebody who has got hold of everything', () => {
  let voteId: string;
  let voters: Voter[];
  let cast: Record<string, unknown>[];
  let marks: Record<string, unknown>[];
  let elsewhere: string[];
  let file: string;
  beforeAll(async () => {
    const done = await vote();
    ({ voteId, voters } = done);
    await stage.settle(done.closesAt);
    await publish(stage, voteId);
    file = await download(stage, voteId);
    const spy = spyOn(engine.endpoint);
    const all = await spy.items('ballots');
    cast = all.filter(({ pk }) => String(pk).endsWith('#cast'));
    marks = all.filter(({ pk }) => String(pk).endsWith('#marks'));
    const tables = await Promise.all(TABLES.filter((name) => name !== 'ballots').map((name) => spy.items(name)));
    const streams = await Promise.all(TABLES.map((name) => spy.records(name)));
    const seen = stage.world.seen.map(({ error, ...line }) => ({ ...line, error: String(error) }));
    elsewhere = [
      ...tables
        .flat()
        .map((item) => JSON.stringify(item, (_, value: unknown) => (value instanceof Set ? [...value] : value))),
      ...streams.flat(),
      ...seen.map((line) => JSON.stringify(line)),
    ];
  });

  it('finds as many ballots as marks, so that nothing below is true of nothing', () => {
    expect([cast.length, marks.length]).toEqual([VOTERS, VOTERS]);
    expect(elsewhere.length).toBeGreaterThan(VOTERS * 3);
    expect(elsewhere.some((text) => text.includes('SequenceNumber') && text.includes('help#'))).toBe(true);
  });

  it('finds no value in a ballot that stands in any mark', () => {
    const inMarks = new Set(marks.flatMap(valuesOf));
    expect(cast.flatMap(valuesOf).filter((value) => inMarks.has(value))).toEqual([]);
    for (const ballot of cast) expect(Object.keys(ballot).sort()).toEqual(['c', 'pk', 'sk']);
    for (const mark of marks) expect(Object.keys(mark).sort()).toEqual(['channel', 'mark', 'pk', 'sk']);
  });

  it('finds no ballot in any other table, stream record, event, log line or metric', () => {
    const ids = cast.map(({ sk }) => String(sk));
    const lists = elsewhere.filter((text) => !text.includes('#list'));
    expect(ids.filter((id) => lists.some((text) => text.includes(id)))).toEqual([]);
    expect(ids.filter((id) => file.includes(id))).toEqual([]);
  });

  it('finds no choice beside a household, a person or a mark anywhere', () => {
    const about = (text: string) =>
      voters.some(({ householdId, personId, mark }) => [householdId, personId, mark].some((id) => text.includes(id)));
    const telling = elsewhere.filter((text) => /"(for|against|abstain)"|"c":/.test(text) && about(text));
    expect(telling.filter((text) => !text.includes('#list'))).toEqual([]);
  });

  it('learns nothing from the order of ballots, marks or lines of the list', () => {
    const letter = ({ c }: Record<string, unknown>) => String(c);
    const byId = [...cast].sort((a, b) => (String(a['sk']) < String(b['sk']) ? -1 : 1)).map(letter);
    const listed = file.split('\n').filter((line) => line.startsWith('B '));
    const orders = {
      'as the engine gives them': cast.map(letter),
      'by id': byId,
      'in the list': listed.map((l) => l.slice(35)),
    };
    for (const [name, order] of Object.entries(orders)) expect([name, agreement(order) < CHANCE]).toEqual([name, true]);
    const chosen = new Map(voters.map(({ mark, choice }) => [`A ${mark}`, choice]));
    const inList = file.split('\n').flatMap((line) => chosen.get(line) ?? []);
    expect(inList).toHaveLength(VOTERS);
    expect(agreement(inList) < CHANCE).toBe(true);
    // the attack does find an order that is there
    expect(agreement(voters.map(({ choice }) => choice)) < CHANCE).toBe(false);
  });

  it('learns nothing from putting the two orders side by side', () => {
    const byUnit = [...marks].sort((a, b) => (String(a['sk']) < String(b['sk']) ? -1 : 1)).map(({ sk }) => sk);
    const truth = new Map(voters.map(({ householdId, choice }) => [householdId, choice === 'for' ? 'F' : 'A']));
    const guessed = cast.map(({ c }, i) => truth.get(String(byUnit[i])) === c).filter(Boolean).length / VOTERS;
    expect(guessed).toBeLessThan(CHANCE);
  });

  it('learns nothing from sizes, units, statuses or the length of answers', () => {
    expect(new Set(cast.map(bytesOf)).size).toBe(1);
    const casting = stage.world.seen.filter(({ route }) => /^cast/.test(route));
    expect(new Set(casting.map(({ units: { write } }) => write))).toEqual(new Set([4]));
    for (const [way, rest] of [
      [true, 0],
      [false, 1],
    ] as const) {
      const some = voters.filter((_, i) => (i % 4 === 0) === way && i > 4 + rest);
      expect(new Set(some.map(({ heard }) => bytesOf(heard.body))).size).toBe(1);
      expect(new Set(some.map(({ heard }) => heard.units.read)).size).toBe(1);
    }
    for (const choice of ['for', 'against', 'abstain'] as const) expect(`${choice}${padOf(choice)}`).toHaveLength(7);
  });

  it('finds no stream, index or expiry on the table, and no event of the casting', async () => {
    const table = await spyOn(engine.endpoint).describe('ballots');
    for (const name of ['LatestStreamArn', 'StreamSpecification', 'GlobalSecondaryIndexes', 'TimeToLiveDescription'])
      expect([name, table[name]]).toEqual([name, undefined]);
    const events = elsewhere.filter((text) => text.includes('"type":"votes.') && text.includes(voteId));
    const types = new Set(events.flatMap((text) => /"type":"(votes\.[a-z-]+)"/.exec(text)?.[1] ?? []));
    expect([...types].sort()).toEqual([
      'votes.help-agreed',
      'votes.help-asked',
      'votes.vote-decided',
      'votes.vote-opened',
    ]);
  });
});
