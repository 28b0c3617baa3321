import type { Member } from '@gongzhi/shared/directory/model';

/** Members who hold the secretary's role, to choose from. */
export const secretariesIn = (members: readonly Member[]) =>
  members
    .filter(({ roles }) => roles.includes('branchSecretary'))
    .map(({ personId, displayName, household }) => ({
      value: personId,
      label: displayName,
      ...(household ? { note: household.label } : {}),
    }));
