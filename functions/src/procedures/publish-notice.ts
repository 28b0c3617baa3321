import { isRefusal, refuse } from '@gongzhi/shared/kernel/refusals';
import { mayDo } from '@gongzhi/shared/kernel/ways/gates';
import { endOfTerm, termOf } from '@gongzhi/shared/kernel/ways/terms';
import { commit, isLost } from '../kernel/commit';
import { checkWords } from './check-words';
import { findWay } from './find-way';
import type { Handle } from './repo';

/** Its days begin with the publishing and are fixed by it: a later change of the community's numbers does not move them. */
export const publishNotice: Handle<'publishNotice'> = async ({ gateId, text, ...ids }, ctx) => {
  const { repo, now } = ctx;
  const here = await findWay(ids, ctx);
  if (isRefusal(here)) return here;
  const gate = mayDo(here.judged, { gateId, kinds: ['notice', 'publicity'], roles: ctx.caller.roles });
  if (isRefusal(gate)) return gate;
  const risky = await checkWords(ctx, text);
  if (risky) return risky;
  const term = termOf(gate, here.item.numbers);
  const { endsAt, estimated } = endOfTerm(now, term, await ctx.calendar());
  const [at, recordId] = [now.toISOString(), ctx.id()];
  const facts = { days: term.number, unit: term.unit };
  const evidence = { ...here.item.evidence, [gateId]: { eventId: recordId, at, endsAt, estimated, facts } };
  const writes = [
    repo.ways.changeWrite(ids, here.found, { ...here.item, evidence }),
    repo.records.addWrite(ids, recordId, { at, kind: 'notice', gateId, text, facts, byName: ctx.caller.displayName }),
  ];
  const { entitled } = here.procedure;
  const data = { gateId, endsAt, ...facts, ...(entitled ? { entitled } : {}) };
  const event = { type: 'procedures.notice-published', subject: ids.proposalId, data };
  const done = await commit(ctx, writes, event, { gateId, endsAt, estimated, at });
  return isLost(done) ? refuse('STALE') : done;
};
