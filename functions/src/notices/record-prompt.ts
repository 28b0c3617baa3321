import { afterPrompt } from '@gongzhi/shared/notices/subscriptions';
import { Busy, commit, isLost } from '../kernel/commit';
import type { Handle } from './repo';
import type { Whose } from './repo-subscriptions';

const ATTEMPTS = 5;

/**
 * The app's word counts at once, and WeChat's push for the same accept changes nothing (shared/src/notices/subscriptions.ts). What
 * is asked for again with its key raises nothing twice. A template the deployment does not have is passed over.
 */
export const recordPrompt: Handle<'recordPrompt'> = async ({ answers }, ctx) => {
  const { repo, caller, now, templates } = ctx;
  const known = answers.filter(({ kind }) => templates[kind]);
  const event = { type: 'notices.prompt-answered', subject: caller.personId, unlisted: true as const };
  for (let n = 0; n < ATTEMPTS; n += 1) {
    const changes = await Promise.all(
      known.map(async ({ kind, answer }) => {
        const of: Whose = { personId: caller.personId, kind, type: templates[kind]?.type ?? 'once' };
        const before = await repo.subscriptions.read(of);
        const after = afterPrompt(before, { answer, by: 'app', type: of.type }, now);
        return { kind, after, write: repo.subscriptions.standingWrite(of, before, after) };
      }),
    );
    const receipt = {
      at: now.toISOString(),
      balances: changes.map(({ kind, after }) => ({ kind, balance: Math.max(0, after.balance) })),
    };
    const accepted = known.filter(({ answer }) => answer === 'accept').length;
    const data = { asked: answers.length, accepted };
    const done = await commit(
      ctx,
      changes.map(({ write }) => write),
      { ...event, data },
      receipt,
    );
    if (!isLost(done)) return done;
  }
  throw new Busy('prompt');
};
