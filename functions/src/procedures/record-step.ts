import { isRefusal, refuse, type Refusal } from '@gongzhi/shared/kernel/refusals';
import { dayInChina } from '@gongzhi/shared/kernel/working-days';
import { carried, mayDo } from '@gongzhi/shared/kernel/ways/gates';
import { commit, isLost } from '../kernel/commit';
import { checkWords } from './check-words';
import { findWay, type WayHere } from './find-way';
import type { Handle } from './repo';

type Input = Parameters<Handle<'recordStep'>>[0];
type Ctx = Parameters<Handle<'recordStep'>>[1];
const whyNot = ({ judged }: WayHere, input: Input, { caller, now }: Ctx) => {
  const gate = mayDo(judged, { gateId: input.gateId, kinds: ['recorded'], roles: caller.roles });
  if (isRefusal(gate)) return gate;
  if (input.heldOn > dayInChina(now)) return refuse('NOT_YET');
  return carried(gate, input) ? undefined : (refuse('STEP_NOT_CARRIED') satisfies Refusal);
};

/** A step that was held on the spot counts by its figures; what they do not carry is not written down as passed. */
export const recordStep: Handle<'recordStep'> = async (input, ctx) => {
  const { communityId, proposalId, gateId, heldOn, place, entitled, present, agreed, note } = input;
  const { repo, now, caller } = ctx;
  const ids = { communityId, proposalId };
  const here = await findWay(ids, ctx);
  if (isRefusal(here)) return here;
  const no = whyNot(here, input, ctx) ?? (await checkWords(ctx, [place, note].filter(Boolean).join('\n')));
  if (no) return no;
  const [at, recordId] = [now.toISOString(), ctx.id()];
  const figures = { heldOn, entitled, present, agreed };
  const evidence = { ...here.item.evidence, [gateId]: { eventId: recordId, at, facts: figures } };
  const record = { at, kind: 'step' as const, gateId, facts: { ...figures, place }, byName: caller.displayName };
  const writes = [
    repo.ways.changeWrite(ids, here.found, { ...here.item, evidence }),
    repo.records.addWrite(ids, recordId, { ...record, ...(note ? { text: note } : {}) }),
  ];
  const event = {
    type: 'procedures.step-recorded',
    subject: proposalId,
    via: 'staff' as const,
    data: { gateId, ...figures },
  };
  const done = await commit(ctx, writes, event, { gateId, at });
  return isLost(done) ? refuse('STALE') : done;
};
