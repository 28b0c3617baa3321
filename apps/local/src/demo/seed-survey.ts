import { createHash } from 'node:crypto';
import type { Level } from '@gongzhi/shared/kernel/satisfaction-result';
import { DAY } from '@gongzhi/shared/kernel/time';
import { ROUND } from '@gongzhi/shared/satisfaction/rule-sets';
import { api, type Actor } from './api';
import { goTo, type Clock } from './demo-clock';
import { DEMO } from './people';
import { serveShift } from './seed-service';

const { satisfaction } = api;
const { communityId } = DEMO;
/** Phones at once: what a computer with two cores answers without waiting. */
const AT_ONCE = 8;

/** Moves the deployment's clock to a day of the survey and lets it do what is due by then. */
export type Day = (days: number, work?: () => Promise<unknown>) => Promise<void>;
export interface SurveyCast {
  supervisor: Actor;
  worker: Actor;
  organiser: Actor;
  neighbours: readonly Actor[];
}
const random = (of: string): string => createHash('sha256').update(of).digest('hex').slice(0, 32);
const levelsOf = (i: number): Level[] => {
  if (i < 2) return ['dissatisfied', 'dissatisfied', 'satisfied'];
  return [
    i % 4 ? 'satisfied' : 'verySatisfied',
    i % 3 ? 'satisfied' : 'fairlySatisfied',
    i % 7 ? 'verySatisfied' : 'satisfied',
  ];
};
const LOW = ['三楼楼道的灯坏了一个月，报过两次。', '垃圾房晚上味道太大。'];

type Given = { one: Actor; ticket: string }[];
const ofEvent = (i: number): Level[] => [i % 3 ? 'verySatisfied' : 'satisfied'];
/** The answer of the one who answers so many after the first. */
const answerOf = (i: number, of: 'quarter' | 'event') => {
  const word = of === 'quarter' ? LOW[i] : undefined;
  const levels = of === 'quarter' ? levelsOf(i) : ofEvent(i);
  return word ? { levels, word, reason: 'slow' as const } : { levels, reason: 'prompt' as const };
};

/** Whoever was invited answers; of a quarter the first two are not satisfied. Resolves to their tickets. */
const answerAll = async (people: readonly Actor[], of: 'quarter' | 'event'): Promise<Given> => {
  const given: Given = [];
  const answer = async (one: Actor) => {
    const { items } = await one.act(satisfaction.listInvitations, { communityId });
    const asked = items.find(({ about, state }) => about.kind === of && state === 'open');
    if (!asked) return;
    const { roundId, subject } = asked;
    const [ticket, device] = [random(`${of} ${one.personId}`), random(`phone ${one.personId}`)];
    const i = given.push({ one, ticket }) - 1;
    const said = { ticket, device, answer: answerOf(i, of) };
    await one.act(satisfaction.giveAnswer, { communityId, roundId, subject, ...said });
  };
  for (let from = 0; from < people.length; from += AT_ONCE)
    await Promise.all(people.slice(from, from + AT_ONCE).map(answer));
  return given;
};

/** Two low answers are taken on and answered; one is accepted by whoever gave it. Resolves to the other one's ticket. */
const followUp = async (worker: Actor, [first, second]: readonly { one: Actor; ticket: string }[]) => {
  const { items } = await worker.act(satisfaction.listFollowUps, { communityId });
  for (const { followUpId } of items) {
    await worker.act(satisfaction.takeFollowUp, { communityId, followUpId });
    await worker.act(satisfaction.answerFollowUp, {
      communityId,
      followUpId,
      did: '上门看过，灯已经换好，垃圾房改成一天清两次。',
    });
  }
  if (first)
    await first.one.act(satisfaction.callBack, { communityId, ticket: first.ticket, says: { verdict: 'accept' } });
  return second;
};

/**
 * A quarter's round and a round about an activity, both answered by more than ten and settled: begun on the day of the
 * quarter that `day` counts from. Resolves to the quarter's round and to the one whose low answer waits to be accepted.
 */
export const settledRounds = async (
  { supervisor, worker, organiser, neighbours }: SurveyCast,
  start: number,
  { day, setAhead }: { day: Day; setAhead: Clock },
) => {
  const plan = {
    ...{ days: ROUND.days.standard, sample: 200 },
    questions: [
      { dutyItemId: '1.2', title: '楼道和小区的环境卫生' },
      { dutyItemId: '1.3', title: '居务公开得够不够' },
    ],
  };
  const volunteers = neighbours.slice(20, 33);
  goTo(setAhead, start);
  const { roundId } = await supervisor.act(satisfaction.startQuarter, { communityId, plan });
  const given: Awaited<ReturnType<typeof answerAll>> = [];
  await day(0.1, async () => void given.push(...(await answerAll(neighbours, 'quarter'))));
  await serveShift(
    { worker, organiser, volunteers },
    { of: 'sweeping', startsAt: start + 2 * DAY, slots: 20 },
    setAhead,
  );
  let waiting: (typeof given)[number] | undefined;
  await day(4, async () => {
    waiting = await followUp(worker, given);
    await answerAll(volunteers, 'event');
  });
  await day(16);
  return { roundId, waiting };
};
