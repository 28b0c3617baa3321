import { isQuiet, nextLoud } from '@gongzhi/shared/kernel/quiet-hours';
import { actAlone } from '../kernel/act-alone';
import { commit } from '../kernel/commit';
import type { Do } from './model';
import type { Due } from './repo-due';
import type { RoundItem } from './repo-rounds';

/** Says that those of a wave are to be told; who they are is in no event. */
export const tellInvited: Do = async ({ communityId, id }, { ledger }, now) => {
  if (isQuiet(now)) return { at: nextLoud(now) };
  const [roundId = '', wave = ''] = id.split('#');
  const ctx = actAlone(ledger, communityId, `invited-${id}`, now);
  const data = { roundId, wave };
  await commit(ctx, [], { type: 'satisfaction.invited', subject: roundId, via: 'system', unlisted: true, data }, {});
  return undefined;
};

/** Whether nobody can answer any more: an event's wave ends by itself, a quarter's with its round. */
const isOver = ({ state, closesAt }: RoundItem, about: Due['about'], now: Date): boolean =>
  state !== 'open' || now.toISOString() >= (about?.['expiresAt'] ?? closesAt);

/**
 * Once: whoever has not answered by then is told of it again, outside the quiet hours. Of a quarter it is the whole round
 * that is reminded, of an event each wave by itself; what has ended meanwhile is reminded of nothing.
 */
export const remind: Do = async ({ communityId, id, about }, { ledger, repo }, now) => {
  if (isQuiet(now)) return { at: nextLoud(now) };
  const [roundId = '', wave] = id.split('#');
  const round = await repo.rounds.read({ communityId, roundId });
  if (!round || isOver(round, about, now)) return undefined;
  const ctx = actAlone(ledger, communityId, `reminded-${id}`, now);
  const data = { roundId, ...(wave ? { wave } : {}) };
  const event = { type: 'satisfaction.reminded', subject: roundId, via: 'system' as const, data };
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
