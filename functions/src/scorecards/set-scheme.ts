import { isRefusal, refuse } from '@gongzhi/shared/kernel/refusals';
import type { Scheme } from '@gongzhi/shared/scorecards/model';
import { holdsFrom, schemeFaults } from '@gongzhi/shared/scorecards/scheme-rules';
import { commit, isLost } from '../kernel/commit';
import { recallAnswer } from '../kernel/recall-answer';
import type { Deps, Handle } from './repo';

/** What stands before a scheme is set: the list it cites, or all that is wrong with it. */
const judge = async (
  { streetId, service, indicators }: Pick<Scheme, 'service' | 'indicators'> & { streetId: string },
  { repo }: Pick<Deps, 'repo'>,
) => {
  const { version = 0, items = [] } = (await repo.duties.last(streetId)) ?? {};
  const faults = schemeFaults(indicators, items, service);
  return faults.length > 0
    ? refuse('SCHEME_FAULTY', { faults: faults.map(({ words }) => words).join('；') })
    : { dutiesVersion: version };
};

export const setScheme: Handle<'setScheme'> = async (input, ctx) => {
  const { streetId, indicators } = input;
  const service = input.service ? { service: input.service } : {};
  const { repo, now } = ctx;
  const judged = await judge(input, ctx);
  if (isRefusal(judged)) return judged;
  const { dutiesVersion } = judged;
  const last = await repo.schemes.last(streetId, input.service);
  const [version, from, at] = [(last?.version ?? 0) + 1, holdsFrom(last, now), now.toISOString()];
  const event = {
    type: 'scorecards.scheme-set',
    subject: streetId,
    data: { version, from, dutiesVersion, ...service },
  };
  const write = repo.schemes.addWrite(streetId, { ...service, version, from, dutiesVersion, setAt: at, indicators });
  const done = await commit(ctx, [write], event, { version, from, at });
  return isLost(done) ? recallAnswer(ctx, refuse('STALE')) : done;
};
