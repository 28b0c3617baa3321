import { standingOf } from '@gongzhi/shared/exchange/rules';
import type { Handle } from './repo';
import { countOf } from './repo-accounts';

export const readAccount: Handle<'readAccount'> = async ({ communityId }, { repo, caller }) => {
  const account = await repo.accounts.read({ communityId, personId: caller.personId });
  return {
    ...standingOf(countOf(account, 'parts')),
    recorded: countOf(account, 'recorded'),
    honorary: countOf(account, 'honorary'),
  };
};
