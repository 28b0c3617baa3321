import { useDidShow } from '@tarojs/taro';
import { wishes } from '@gongzhi/shared/wishes/contract';
import type { Inside } from '@gongzhi/shared/wishes/model';
import type { Outcome } from '../../kernel/answer-of';
import { call } from '../../kernel/call';
import { platform } from '../../kernel/platform/platform';
import { useLoaded } from '../../kernel/use-loaded';
import { dropVisitKept, readVisitKept, writeVisitKept, type KeptVisit } from './kept-visit';
import type { Seen } from './model';

export interface At {
  communityId: string;
  wishId: string;
}
export type Whole = Seen & Pick<KeptVisit, 'key' | 'ahead'> & { stale?: true };

/** What the claimer's phone must have before the network goes. */
const prepared = async (at: At, personId: string, inside: Inside): Promise<Whole> => {
  const before = readVisitKept(platform.storage, at.wishId, personId);
  const { visit, as, state } = inside;
  const ahead = Date.parse(inside.now) - Date.now();
  if (as !== 'claimer' || state !== 'claimed' || !visit) {
    dropVisitKept(platform.storage, at.wishId, personId);
    return { shown: inside, inside, key: undefined, ahead };
  }
  const ids = { communityId: at.communityId, activityId: at.wishId, shiftId: visit.shiftId };
  const pass = await call(wishes.readPass, ids);
  const key = pass.ok ? pass.value.key : before?.key;
  writeVisitKept(platform.storage, { personId, inside, key, ahead });
  return { shown: inside, inside, key, ahead };
};

const ownPart = async (at: At, personId: string, asWorker: boolean): Promise<Outcome<Whole>> => {
  const outcome = await call(wishes.readInside, { ...at, ...(asWorker ? { as: 'worker' as const } : {}) });
  if (outcome.ok) return { ok: true, value: await prepared(at, personId, outcome.value) };
  const kept = outcome.broken && readVisitKept(platform.storage, at.wishId, personId);
  if (!kept) return outcome;
  const { inside, key, ahead } = kept;
  return { ok: true, value: { shown: inside, inside, key, ahead, stale: true } };
};

const readWhole = async (at: At, personId: string | undefined, asWorker: boolean): Promise<Outcome<Whole>> => {
  const own = personId ? await ownPart(at, personId, asWorker) : undefined;
  if (own?.ok || own?.broken) return own;
  const shown = await call(wishes.readWish, at);
  return shown.ok ? { ok: true, value: { shown: shown.value, key: undefined, ahead: 0 } } : shown;
};

/** A wish as the reader may see it: with their own part in it, or as everybody does. */
export const useWish = (at: At, personId: string | undefined, asWorker: boolean) => {
  const { loaded, reload } = useLoaded<Whole>(`${at.wishId} ${personId ?? ''} ${String(asWorker)}`, () =>
    readWhole(at, personId, asWorker),
  );
  useDidShow(reload);
  return { loaded, reload };
};
