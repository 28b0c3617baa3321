import type { Part } from '@gongzhi/shared/resolutions/rules';
import type { Deps } from './repo';

/**
 * What somebody is to what a task is done for. What was promised after a survey is everybody's: whoever answered the survey
 * is known to nobody, so that all who live there accept or send back like those who supported a matter.
 */
export const findPart = async (
  { repo, partOf }: Pick<Deps, 'repo' | 'partOf'>,
  { communityId, proposalId }: { communityId: string; proposalId: string },
  personId: string,
): Promise<Part> => {
  const standing = await repo.resolutions.read(communityId, proposalId);
  return standing && !standing.voteId ? 'supporter' : partOf(communityId, proposalId, personId);
};
