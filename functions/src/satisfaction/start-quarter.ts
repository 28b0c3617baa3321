import { randomBytes } from 'node:crypto';
import { refuse } from '@gongzhi/shared/kernel/refusals';
import { seedCommitment } from '@gongzhi/shared/kernel/statistics/draw';
import { daysAfter, nextFollowUps, quarterOf, reminderOf } from '@gongzhi/shared/satisfaction/rules';
import { commit, isLost } from '../kernel/commit';
import { recallAnswer } from '../kernel/recall-answer';
import type { Handle } from './repo';
import type { Due } from './repo-due';

const SEED_BYTES = 32;

/** Promises the draw's seed and leaves the rest to the clock: drawing, inviting, reminding, closing. */
export const startQuarter: Handle<'startQuarter'> = async ({ communityId, plan }, ctx) => {
  const { repo, households, now } = ctx;
  const population = (await households.idsOf(communityId)).length;
  if (population === 0) return refuse('ROLL_EMPTY');
  const [roundId, at] = [ctx.id(), now.toISOString()];
  const seed = randomBytes(SEED_BYTES).toString('hex');
  const about = { kind: 'quarter' as const, quarter: quarterOf(now) };
  const [closesAt, remindAt] = [daysAfter(now, plan.days).toISOString(), reminderOf(now, plan.days)];
  const round = {
    ...{ about, state: 'drawing' as const, openedAt: at, closesAt, days: plan.days, sample: plan.sample, population },
    questions: plan.questions.map((question, i) => ({ questionId: `q${i + 1}`, ...question })),
    ...{ invited: 0, pressure: 0, seed, seedHash: seedCommitment(seed) },
  };
  const works: [Due['work'], string | undefined][] = [
    ['draw', at],
    ['remind', remindAt?.toISOString()],
    ['low', nextFollowUps(now).toISOString()],
    ['close', closesAt],
  ];
  const due = works.flatMap(([work, when]) =>
    when ? [repo.due.dueWrite({ communityId, work, id: roundId, at: when })] : [],
  );
  const data = { roundId, quarter: about.quarter, seedHash: round.seedHash, sample: plan.sample };
  const event = { type: 'satisfaction.round-started', subject: roundId, data };
  const done = await commit(ctx, [...repo.rounds.beginWrites({ communityId, roundId }, round), ...due], event, {
    roundId,
    at,
  });
  return isLost(done) ? recallAnswer(ctx, refuse('QUARTER_ASKED')) : done;
};
