import type { Role } from '@gongzhi/shared/kernel/contract';
import { isRefusal, refuse } from '@gongzhi/shared/kernel/refusals';
import { gatesOf } from '@gongzhi/shared/kernel/ways/definitions';
import { BY_HAND, mayAct } from '@gongzhi/shared/kernel/ways/gates';
import { commit, isLost } from '../kernel/commit';
import { checkWords } from './check-words';
import { findWay, type WayHere } from './find-way';
import type { Handle } from './repo';

/** The gates whose evidence goes with a step: its own, and all that were passed after it. None: there is nothing to take back. */
const undone = ({ procedure, item }: WayHere, gateId: string): string[] => {
  const gates = gatesOf(procedure);
  const at = gates.findIndex((gate) => gate.gateId === gateId && BY_HAND.has(gate.kind));
  const later = at < 0 || !item.evidence[gateId] ? [] : gates.slice(at);
  // a meeting that was held, a result that was counted: events of their own, which no correction undoes
  return later.filter((gate) => BY_HAND.has(gate.kind) && item.evidence[gate.gateId]).map((gate) => gate.gateId);
};
const isBeforeVote = ({ procedure }: WayHere, gateId: string): boolean => {
  const gates = gatesOf(procedure);
  return gates.findIndex((gate) => gate.gateId === gateId) < gates.findIndex(({ kind }) => kind === 'vote');
};

/** Why a step is not taken back: there is none, it is somebody else's, or a vote stands on it. */
const whyNot = (
  here: WayHere,
  gateId: string,
  { gates, roles }: { gates: readonly string[]; roles: readonly Role[] },
) => {
  const gate = gatesOf(here.procedure).find((one) => one.gateId === gateId);
  if (!gate || gates.length === 0) return refuse('NOT_FOUND');
  const no = mayAct(gate, roles);
  if (no) return no;
  return isBeforeVote(here, gateId) && here.matter.voteId ? refuse('VOTE_EXISTS') : undefined;
};

/** What was recorded wrongly no longer counts, and stays to be read with the reason; a vote that was opened on it stands. */
export const correctStep: Handle<'correctStep'> = async ({ gateId, reason, ...ids }, ctx) => {
  const { repo, matters, caller } = ctx;
  const here = await findWay(ids, ctx);
  if (isRefusal(here)) return here;
  const gates = undone(here, gateId);
  const no = whyNot(here, gateId, { gates, roles: caller.roles }) ?? (await checkWords(ctx, reason));
  if (no) return no;
  const at = ctx.now.toISOString();
  const evidence = Object.fromEntries(Object.entries(here.item.evidence).filter(([one]) => !gates.includes(one)));
  const facts = { gates: gates.join(',') };
  const writes = [
    ...(isBeforeVote(here, gateId) ? [matters.noVoteCheck(ids.communityId, ids.proposalId)] : []),
    repo.ways.changeWrite(ids, here.found, { ...here.item, evidence }),
    repo.records.addWrite(ids, ctx.id(), {
      ...{ at, kind: 'correction', gateId, text: reason, facts, byName: caller.displayName },
    }),
  ];
  const event = { type: 'procedures.step-corrected', subject: ids.proposalId, data: { gateId, ...facts } };
  const done = await commit(ctx, writes, event, { gateId, at });
  return isLost(done) ? refuse(done.lost === 'VOTE_EXISTS' ? 'VOTE_EXISTS' : 'STALE') : done;
};
