import type { Handle } from './repo';
import { showCall, showMine } from './show-call';

export const listMine: Handle<'listMine'> = async ({ communityId, cursor }, { repo, caller }) => {
  const { items, next } = await repo.asked.mine(communityId, caller.personId, cursor);
  const callIds = items.map(({ callId }) => callId);
  const [callOf, placeOf] = await Promise.all([
    repo.calls.some(communityId, callIds),
    repo.places.of(communityId, caller.personId, callIds),
  ]);
  const shown = items.flatMap((asked) => {
    const found = callOf(asked.callId);
    return found ? [{ call: showCall(found.head, found.shift), ...showMine(asked, placeOf(asked.callId)) }] : [];
  });
  return { items: shown, next };
};
