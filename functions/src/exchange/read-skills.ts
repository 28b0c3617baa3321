import type { Handle } from './repo';

export const readSkills: Handle<'readSkills'> = async ({ communityId }, { repo, caller }) => ({
  skills: (await repo.skills.own({ communityId, personId: caller.personId })).sort(),
});
