import { leads } from '@gongzhi/shared/calls/rules';
import { refuse } from '@gongzhi/shared/kernel/refusals';
import type { Handle } from './repo';
import { serviceIds } from './repo-calls';
import { showCall, showMine } from './show-call';

export const readCall: Handle<'readCall'> = async (ids, { repo, caller }) => {
  const found = await repo.calls.whole(ids);
  if (!found) return refuse('NOT_FOUND');
  const { head, shift, text } = found;
  const { about, skills, buildings } = text;
  return { ...showCall(head, shift), about, skills, buildings, leads: leads(head, caller) };
};

/** Whoever was not asked is told nothing, not even that there is one. */
export const readMine: Handle<'readMine'> = async (ids, { repo, caller }) => {
  const [found, asked, around] = await Promise.all([
    repo.calls.whole(ids),
    repo.asked.read(ids, caller.personId),
    repo.places.around(serviceIds(ids), caller.personId),
  ]);
  if (!found || !asked) return refuse('NOT_FOUND');
  const { head, shift, text } = found;
  const { about, skills, buildings } = text;
  return { call: showCall(head, shift), ...showMine(asked, around?.place), about, skills, buildings };
};
