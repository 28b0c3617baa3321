import type { Skill } from '@gongzhi/shared/kernel/skills';
import { skillsKey } from '../kernel/audience';
import type { Write } from '../kernel/commit';
import type { Pages } from '../kernel/pages';
import type { Owner } from './repo-accounts';

const ownKey = ({ communityId, personId }: Owner) => skillsKey(communityId, personId);
const skillPk = (communityId: string, skill: Skill) => `${communityId}#skill#${skill}`;

export const repoSkills = ({ table: TableName, get, page }: Pages) => {
  const ownWrite = (owner: Owner, skill: Skill, how: 'ADD' | 'DELETE'): Write => ({
    Update: {
      TableName,
      Key: ownKey(owner),
      UpdateExpression: `${how} skills :skill`,
      ExpressionAttributeValues: { ':skill': new Set([skill]) },
    },
  });
  return {
    own: async (owner: Owner): Promise<Skill[]> => [
      ...((await get<{ skills?: Set<Skill> }>(ownKey(owner)))?.skills ?? []),
    ],
    /** Ids of those who have a skill, in their order. */
    having: (communityId: string, skill: Skill, cursor: string | undefined) =>
      page<{ sk: string }>({ pk: skillPk(communityId, skill), newestFirst: false, cursor }),
    addWrites: (owner: Owner, skill: Skill): Write[] => [
      ownWrite(owner, skill, 'ADD'),
      { Put: { TableName, Item: { pk: skillPk(owner.communityId, skill), sk: owner.personId } } },
    ],
    removeWrites: (owner: Owner, skill: Skill): Write[] => [
      ownWrite(owner, skill, 'DELETE'),
      { Delete: { TableName, Key: { pk: skillPk(owner.communityId, skill), sk: owner.personId } } },
    ],
  };
};
