import type { Handle } from './repo';
import { shownHead } from './show-activity';

export const listPlans: Handle<'listPlans'> = async ({ communityId, cursor }, { repo }) => {
  const { items, next } = await repo.activities.list(communityId, cursor);
  return { items: items.map(shownHead), next };
};

export const listOrganised: Handle<'listOrganised'> = async ({ communityId, cursor }, { repo, caller }) => {
  const { items, next } = await repo.activities.organised(communityId, caller.personId, cursor);
  return { items: items.map(shownHead), next };
};
