import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import type { Result } from '@gongzhi/shared/kernel/satisfaction-result';
import { groupCode } from '@gongzhi/shared/kernel/spoken-codes';
import { TABLES, hex, stageSurvey, type Survey } from './test-survey';

/** Answers by the code of an invitation: off a letter, and entered by a worker. */
let engine: TestTables;
let stage: Survey;
beforeAll(async () => {
  engine = await startTables(TABLES);
});
beforeEach(() => {
  stage = stageSurvey(engine.endpoint);
});
afterEach(() => stage.close());
afterAll(() => engine.stop());

const refusal = ({ body }: { body: Record<string, unknown> }) => body['refused'];
const GOOD = ['satisfied', 'satisfied'] as const;
const opened = async (sizes: readonly number[] = [40, 40], plan: object = {}) => {
  await stage.roll(sizes);
  const { roundId, by } = await stage.quarter(plan);
  const [one, ...others] = await stage.invited(roundId);
  if (!one) throw new Error('nobody was invited');
  return { roundId, by, one, others, me: one.people[0] ?? '' };
};
const answersOf = async (roundId: string) => {
  const of = (which: string) => stage.itemsIn('answers', `${stage.communityId}#${roundId}#${which}`);
  return [...(await of('answers')), ...(await of('low'))];
};
const settle = async (roundId: string) => {
  stage.later(15);
  await stage.tick();
  return (await stage.call('readResult', { roundId })).body as unknown as Result;
};

describe('a code', () => {
  it('asks what its invitation asks, however it is typed, and is answered with four write units and no event', async () => {
    const { roundId, one } = await opened();
    const typed = ` ${groupCode(one.code).toLowerCase()} `;
    const asked = await stage.call('askByCode', { code: typed });
    expect([asked.status, asked.units.write]).toEqual([200, 0]);
    expect(asked.body).toMatchObject({ roundId, title: '2026年第四季度社区工作', state: 'open' });
    expect(JSON.stringify(asked.body)).not.toContain(one.unitId);
    const events = stage.said.length;
    const heard = await stage.giveBy(typed, GOOD, { word: '扫得干净' });
    expect([heard.status, heard.units.write, heard.body]).toEqual([200, 4, { roundId, state: 'recorded' }]);
    expect(stage.said).toHaveLength(events);
    expect((await stage.call('askByCode', { code: typed })).body).toMatchObject({ state: 'answered' });
  });

  it('costs the same to find among thirty as among three hundred', async () => {
    const reads = [];
    for (const n of [30, 300]) {
      stage.close();
      stage = stageSurvey(engine.endpoint);
      const { one, others } = await opened([n], { sample: n });
      const last = others.at(-1) ?? one;
      reads.push((await stage.call('askByCode', { code: last.code })).units.read);
    }
    expect(reads[1]).toBe(reads[0]);
  });

  it('that is shared leaves one answer: the same ticket hears the same, everybody else that it was used', async () => {
    const { roundId, one, me } = await opened();
    const ticket = hex();
    expect((await stage.giveBy(one.code, GOOD, { ticket })).status).toBe(200);
    expect((await stage.giveBy(one.code, ['veryDissatisfied', 'satisfied'], { ticket })).status).toBe(200);
    expect(refusal(await stage.giveBy(one.code, GOOD))).toBe('ANSWER_CODE_USED');
    const worker = await stage.person(['worker']);
    expect(refusal(await stage.giveBy(one.code, GOOD, { as: worker }))).toBe('ANSWER_CODE_USED');
    // the household's own app is the same invitation
    expect(refusal(await stage.give(roundId, me, GOOD))).toBe('SURVEY_ANSWERED');
    expect(await answersOf(roundId)).toHaveLength(1);
  });

  it('by many at once, on every way in, leaves one answer', async () => {
    const { roundId, one, me } = await opened();
    const worker = await stage.person(['worker']);
    const heard = await Promise.all(
      Array.from({ length: 24 }, (_, i) =>
        i % 3 === 0
          ? stage.give(roundId, me, GOOD)
          : stage.giveBy(
              one.code,
              [i % 2 ? 'satisfied' : 'dissatisfied', 'satisfied'],
              i % 3 === 1 ? { as: worker } : {},
            ),
      ),
    );
    expect(heard.filter(({ status }) => status === 200)).toHaveLength(1);
    const lost = new Set(heard.filter(({ status }) => status !== 200).map(refusal));
    expect([...lost].every((code) => code === 'ANSWER_CODE_USED' || code === 'SURVEY_ANSWERED')).toBe(true);
    expect(await answersOf(roundId)).toHaveLength(1);
  });

  it('that was answered in the app is used up', async () => {
    const { roundId, one, me } = await opened();
    await stage.give(roundId, me, GOOD);
    expect(refusal(await stage.giveBy(one.code, GOOD))).toBe('ANSWER_CODE_USED');
    expect(await answersOf(roundId)).toHaveLength(1);
  });

  it('ends with its round, is told so until the next quarter is over, and then is no code any more', async () => {
    const { one, others } = await opened();
    stage.later(14);
    expect(refusal(await stage.giveBy(one.code, GOOD))).toBe('SURVEY_OVER');
    expect((await stage.call('askByCode', { code: one.code })).body).toMatchObject({ state: 'expired' });
    await stage.tick();
    stage.later(60);
    expect(refusal(await stage.giveBy(others[0]?.code ?? '', GOOD))).toBe('SURVEY_OVER');
    stage.later(90);
    expect(refusal(await stage.giveBy(one.code, GOOD))).toBe('ANSWER_CODE_WRONG');
  });

  it('of a round of the last quarter is answered after New Year, beside one of this', async () => {
    stage.world.now = new Date('2026-12-28T02:00:00.000Z');
    const { one, roundId } = await opened();
    stage.world.now = new Date('2027-01-04T02:00:00.000Z');
    const next = await stage.quarter();
    const [first] = await stage.invited(next.roundId);
    expect((await stage.giveBy(one.code, GOOD)).body).toMatchObject({ roundId });
    expect((await stage.giveBy(first?.code ?? '', GOOD)).body).toMatchObject({ roundId: next.roundId });
  });

  it('that is wrong is counted: a worker may mistype twenty in an hour, and keeps nobody else from answering', async () => {
    const { one, others } = await opened();
    const [worker, colleague] = [await stage.person(['worker']), await stage.person(['worker'])];
    stage.world.now = new Date('2026-11-27T03:30:00.000Z');
    const wrong = () => stage.giveBy('ABCDE-FGHJK', GOOD, { as: worker });
    const heard = await Promise.all(Array.from({ length: 20 }, wrong));
    expect(new Set(heard.map(refusal))).toEqual(new Set(['ANSWER_CODE_WRONG']));
    const codes = others.map(({ code }) => code);
    const right = (as?: string) => stage.giveBy(codes.shift() ?? '', GOOD, as ? { as } : {});
    expect((await right(worker)).body).toEqual({ refused: 'ANSWER_CODE_TRIES', facts: { minutes: 30 } });
    expect([(await right(colleague)).status, (await right()).status]).toEqual([200, 200]);
    // nothing says who they are
    expect(JSON.stringify(await stage.itemsIn('answers', `${stage.communityId}#tries`))).not.toContain(worker);
    stage.world.now = new Date('2026-11-27T04:00:00.000Z');
    expect([refusal(await wrong()), (await right(worker)).status]).toEqual(['ANSWER_CODE_WRONG', 200]);
    expect((await stage.call('askByCode', { code: one.code })).units.write).toBe(0);
    expect((await stage.call('askByCode', { code: 'ABCDE-FGHJK' })).units.write).toBe(1);
  });

  it('that is wrong is told plainly: of another place, community or place of the sample', async () => {
    const { roundId, one } = await opened();
    const round = { communityId: stage.communityId, roundId };
    const other = one.code.endsWith('Z') ? 'Y' : 'Z';
    for (const code of ['ABCDE-FGHJK', one.code.slice(0, 9) + other, stage.codes.codeOf(round, 60)]) {
      expect(refusal(await stage.call('askByCode', { code }))).toBe('ANSWER_CODE_WRONG');
      expect(refusal(await stage.giveBy(code, GOOD))).toBe('ANSWER_CODE_WRONG');
    }
    const elsewhere = stageSurvey(engine.endpoint);
    expect(refusal(await elsewhere.giveBy(one.code, GOOD))).toBe('ANSWER_CODE_WRONG');
    elsewhere.close();
    expect((await stage.call('askByCode', { code: 'ILOU0-00000' })).status).toBe(400);
  });
});

describe('a household in the app', () => {
  it('reads its own code out, until the invitation is answered', async () => {
    const { roundId, one, me } = await opened();
    const read = () => stage.call('readCode', { roundId }, { as: me });
    expect((await read()).body).toMatchObject({ code: groupCode(one.code) });
    expect(refusal(await stage.call('readCode', { roundId }, { as: await stage.person() }))).toBe('NOT_FOUND');
    await stage.giveBy(one.code, GOOD, { as: await stage.person(['worker']) });
    expect(refusal(await read())).toBe('SURVEY_ANSWERED');
  });

  it('sees that somebody answered by its code, never what, and may say that it was not the household', async () => {
    const { roundId, one, others, me } = await opened();
    const disown = () => stage.call('disownAnswer', { roundId }, { as: me });
    expect(refusal(await disown())).toBe('ANSWER_OWN');
    await stage.giveBy(one.code, ['verySatisfied', 'satisfied'], { as: await stage.person(['worker']) });
    const mine = async () => (await stage.call('listInvitations', {}, { as: me })).body['items'];
    expect(await mine()).toMatchObject([{ state: 'answered', by: 'assisted' }]);
    expect(JSON.stringify(await mine())).not.toMatch(/verySatisfied|levels/);
    const events = stage.said.length;
    const heard = await disown();
    expect([heard.status, heard.units.write, stage.said.length - events]).toEqual([200, 4, 0]);
    expect(refusal(await disown())).toBe('PRESSURE_TOLD');
    expect(await mine()).toMatchObject([{ disowned: true }]);
    for (const { people } of others) await stage.give(roundId, people[0] ?? '', GOOD);
    const result = await settle(roundId);
    expect(result).toMatchObject({ answered: 60, confidence: 'lowered', flags: [{ kind: 'disowned', count: 1 }] });
  });

  it('has nothing to disown of what it answered itself', async () => {
    const { roundId, me } = await opened();
    await stage.give(roundId, me, GOOD);
    expect(refusal(await stage.call('disownAnswer', { roundId }, { as: me }))).toBe('ANSWER_OWN');
  });
});

describe('a result', () => {
  it('tells how answers came, where ten or more came so', async () => {
    const { roundId } = await opened();
    const worker = await stage.person(['worker']);
    for (const [i, { people, code }] of (await stage.invited(roundId)).entries()) {
      stage.world.now = new Date(stage.world.now.getTime() + 10 * 60_000);
      if (i < 30) await stage.give(roundId, people[0] ?? '', GOOD);
      else await stage.giveBy(code, GOOD, i < 45 ? {} : { as: worker });
    }
    const result = await settle(roundId);
    expect(result.channels).toEqual([
      { channel: 'app', answered: 30 },
      { channel: 'paper', answered: 15 },
      { channel: 'assisted', answered: 15 },
    ]);
    // six an hour are no burst, and a worker is not a phone many answered from
    expect(result.flags).toEqual([]);
  });

  it('hides a channel of few, and has none where all answered in the app', async () => {
    const { roundId } = await opened();
    for (const [i, { people, code }] of (await stage.invited(roundId)).entries())
      await (i < 57 ? stage.give(roundId, people[0] ?? '', GOOD) : stage.giveBy(code, GOOD));
    expect((await settle(roundId)).channels).toEqual([{ channel: 'app' }, { channel: 'paper' }]);
  });

  it('tells that one worker entered many in an hour', async () => {
    const { roundId } = await opened();
    const [busy, other] = [await stage.person(['worker']), await stage.person(['worker'])];
    for (const [i, { people, code }] of (await stage.invited(roundId)).entries()) {
      stage.world.now = new Date(stage.world.now.getTime() + (i < 12 ? 60_000 : 30 * 60_000));
      if (i < 12) await stage.giveBy(code, GOOD, { as: busy });
      else if (i < 16) await stage.giveBy(code, GOOD, { as: other });
      else await stage.give(roundId, people[0] ?? '', [i % 2 ? 'satisfied' : 'verySatisfied', 'satisfied']);
    }
    const result = await settle(roundId);
    expect(result.flags.map(({ kind, count }) => [kind, count])).toEqual([['assistedBurst', 12]]);
  });
});

it('opens a follow-up of a low answer by code, which is called back by its ticket', async () => {
  const { one } = await opened();
  const ticket = hex();
  await stage.giveBy(one.code, ['dissatisfied', 'satisfied'], { ticket, word: '灯坏了' });
  stage.later(1);
  await stage.tick();
  const { body } = await stage.call('findFollowUps', { tickets: [ticket] });
  expect(body['items']).toMatchObject([{ state: 'open' }]);
});

it('needs WeChat’s word for what a worker writes and for nothing else', async () => {
  const { one } = await opened();
  const worker = await stage.person(['worker']);
  stage.world.check = { suggest: 'risky', label: 20002 };
  expect(refusal(await stage.giveBy(one.code, GOOD, { as: worker, word: '不雅的话' }))).toBe('TEXT_RISKY');
  expect((await stage.giveBy(one.code, GOOD, { word: '不雅的话' })).status).toBe(200);
});
