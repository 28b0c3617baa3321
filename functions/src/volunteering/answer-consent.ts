import { isRefusal, refuse } from '@gongzhi/shared/kernel/refusals';
import type { Consent } from '@gongzhi/shared/kernel/service/model';
import type { Caller, Ctx } from '../kernel/caller';
import { commit, isLost } from '../kernel/commit';
import { findLed } from '../kernel/service/find-led';
import type { Deps, Handle } from './repo';
import type { PlaceItem } from '../kernel/service/ports';
import type { InShift } from '../kernel/service/ports';

/** A question to the family is answered once. */
const commitConsent = async (ids: InShift, personId: string, consent: Consent, ctx: Ctx & Pick<Deps, 'repo'>) => {
  const write = ctx.repo.places.placeWrite(ids, personId, {
    to: 'SET #consent = :consent REMOVE #hpk, #hsk',
    when: '#consent = :asked AND #place <> :withdrawn',
    lost: 'NOTHING',
    values: { ':consent': consent, ':asked': 'asked', ':withdrawn': 'withdrawn' },
  });
  const { shiftId, activityId } = ids;
  const event = {
    type: 'volunteering.consent-answered',
    subject: activityId,
    data: { shiftId, volunteerId: personId, consent },
  };
  const done = await commit(ctx, [write], event, { shiftId, personId, consent, at: ctx.now.toISOString() });
  return isLost(done) ? refuse('NOTHING_ASKED') : done;
};

const isGuardian = (caller: Caller, theirs: PlaceItem, own: PlaceItem | undefined): boolean =>
  caller.householdId !== undefined &&
  caller.householdId === theirs.householdId &&
  caller.personId !== theirs.sk &&
  own?.consent === undefined;

/** Somebody of the same household who does not themselves ask for consent in this shift. */
export const answerConsent: Handle<'answerConsent'> = async ({ personId, agree, ...ids }, ctx) => {
  const { repo, caller } = ctx;
  const found = await repo.places.around(ids, personId);
  if (!found) return refuse('NOT_FOUND');
  if (!found.place?.consent) return refuse('NOTHING_ASKED');
  const own = await repo.places.around(ids, caller.personId);
  if (!isGuardian(caller, found.place, own?.place)) return refuse('NOT_GUARDIAN');
  return commitConsent(ids, personId, agree ? 'given' : 'refused', ctx);
};

export const recordConsent: Handle<'recordConsent'> = async ({ personId, ...ids }, ctx) => {
  const found = await findLed(ids, personId, ctx);
  return isRefusal(found) ? found : commitConsent(ids, personId, 'paper', ctx);
};
