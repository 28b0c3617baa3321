import { randomBytes } from 'node:crypto';
import { newId } from '@gongzhi/shared/kernel/ids';
import { MINUTE } from '@gongzhi/shared/kernel/time';
import { Service, type About } from '@gongzhi/shared/kernel/satisfaction-result';
import { ROUND } from '@gongzhi/shared/satisfaction/rule-sets';
import { nextLoud } from '@gongzhi/shared/kernel/quiet-hours';
import { daysAfter, nextFollowUps, reminderOf } from '@gongzhi/shared/satisfaction/rules';
import { actAlone } from '../kernel/act-alone';
import { commit, isLost } from '../kernel/commit';
import type { Repo } from './repo';
import type { Due } from './repo-due';
import type { InRound } from './repo-marks';
import type { Do, Ticking } from './model';

const { gatherDays } = ROUND;
const days = ROUND.days.standard;

/** Opens a round about a service, which gathers answers until there are enough of them. */
const begin = async (communityId: string, about: About, { repo, ledger }: Ticking, now: Date): Promise<boolean> => {
  const [roundId, at] = [newId(now, randomBytes(16)), now.toISOString()];
  const gathered = daysAfter(now, gatherDays);
  const round = {
    ...{
      about,
      state: 'open' as const,
      questions: [],
      openedAt: at,
      closesAt: daysAfter(gathered, days).toISOString(),
    },
    ...{ days, sample: 0, population: 0, invited: 0, pressure: 0 },
  };
  const works = [
    repo.due.dueWrite({ communityId, work: 'close', id: roundId, at: gathered.toISOString() }),
    repo.due.dueWrite({ communityId, work: 'low', id: roundId, at: nextFollowUps(now).toISOString() }),
  ];
  const ctx = actAlone(ledger, communityId, `round-${roundId}`, now);
  const event = { type: 'satisfaction.round-started', subject: roundId, via: 'system' as const, data: { roundId } };
  return !isLost(await commit(ctx, [...repo.rounds.beginWrites({ communityId, roundId }, round), ...works], event, {}));
};

/** The round that takes invitations about a service now. */
const current = async (
  communityId: string,
  about: About,
  ticking: Ticking,
  now: Date,
): Promise<InRound | undefined> => {
  const { repo } = ticking;
  const standing = await repo.rounds.current(communityId, about);
  if (standing) return { communityId, roundId: standing };
  await begin(communityId, about, ticking, now);
  const begun = await repo.rounds.current(communityId, about);
  return begun ? { communityId, roundId: begun } : undefined;
};

/** Leaves it to the clock to tell those of a wave, and to remind whoever has not answered, each once. */
const tellLater = async (
  wave: Pick<Due, 'communityId' | 'id'>,
  expiresAt: string,
  { due }: Pick<Repo, 'due'>,
  now: Date,
): Promise<void> => {
  await due.once({ ...wave, work: 'tell', at: nextLoud(now).toISOString() });
  const remindAt = reminderOf(now, days);
  if (remindAt) await due.once({ ...wave, work: 'remind', at: remindAt.toISOString(), about: { expiresAt } });
};

/** Invites those a finished event concerned, a page at a time, into one round: which, is kept with what is due. */
export const inviteWave: Do = async (due, ticking, now) => {
  const { repo, concerned } = ticking;
  const { communityId, about: facts = {} } = due;
  const { subject = '', roundId } = facts;
  const service = Service.parse(facts['service'], { jitless: true });
  const about: About = { kind: 'event', service };
  const round = roundId ? { communityId, roundId } : await current(communityId, about, ticking, now);
  if (!round) return { at: new Date(now.getTime() + MINUTE) };
  if (!roundId) await repo.due.bind(due, round.roundId);
  const source = concerned(service, communityId, facts);
  const title = await source.title();
  const invite = {
    ...(title ? { title } : {}),
    wave: subject,
    stratum: 0,
    expiresAt: daysAfter(now, days).toISOString(),
  };
  let from: string | undefined;
  do {
    const { ids, next } = await source.page(from);
    await repo.marks.invite(
      round,
      ids.map((unitId) => ({ unitId, people: [unitId], ...invite })),
    );
    from = next;
  } while (from);
  await tellLater({ communityId, id: `${round.roundId}#${subject}` }, invite.expiresAt, repo, now);
  return undefined;
};
