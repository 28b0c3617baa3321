import { isQuiet, nextLoud } from '@gongzhi/shared/kernel/quiet-hours';
import { actAlone } from '../kernel/act-alone';
import { commit } from '../kernel/commit';
import type { Do } from './model';

/** Says that those of a wave are to be told; who they are is in no event. */
export const tellInvited: Do = async ({ communityId, id }, { ledger }, now) => {
  if (isQuiet(now)) return { at: nextLoud(now) };
  const [roundId = '', wave = ''] = id.split('#');
  const ctx = actAlone(ledger, communityId, `invited-${id}`, now);
  const data = { roundId, wave };
  await commit(ctx, [], { type: 'satisfaction.invited', subject: roundId, via: 'system', unlisted: true, data }, {});
  return undefined;
};

/** Once: whoever has not answered by then is told of it again, outside the quiet hours. */
export const remind: Do = async ({ communityId, id: roundId }, { ledger, repo }, now) => {
  if (isQuiet(now)) return { at: nextLoud(now) };
  const round = await repo.rounds.read({ communityId, roundId });
  if (round?.state !== 'open' || now.toISOString() >= round.closesAt) return undefined;
  const ctx = actAlone(ledger, communityId, `reminded-${roundId}`, now);
  const event = { type: 'satisfaction.reminded', subject: roundId, via: 'system' as const, data: { roundId } };
  await commit(ctx, [], { ...event, unlisted: true }, {});
  return undefined;
};

/** Once a round, when the community has first answered its result: everybody who lives there hears of it, outside the quiet hours. */
export const tellAnswered: Do = async ({ communityId, id: roundId }, { ledger }, now) => {
  if (isQuiet(now)) return { at: nextLoud(now) };
  const ctx = actAlone(ledger, communityId, `answer-told-${roundId}`, now);
  const event = { type: 'satisfaction.answer-told', subject: roundId, via: 'system' as const, data: { roundId } };
  await commit(ctx, [], { ...event, unlisted: true }, {});
  return undefined;
};
