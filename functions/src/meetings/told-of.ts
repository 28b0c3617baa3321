import type { PlanItem } from './repo-meetings';

/** What followers of the matters on the agenda and those invited by their role are told of a meeting (notices). */
export const toldOf = (
  meetingId: string,
  { startsAt, roles, agenda }: Pick<PlanItem, 'startsAt' | 'roles' | 'agenda'>,
): Record<string, string> => {
  const proposalIds = agenda.map(({ proposalId }) => proposalId).join();
  return { meetingId, startsAt, roles: roles.join(), ...(proposalIds ? { proposalIds } : {}) };
};
