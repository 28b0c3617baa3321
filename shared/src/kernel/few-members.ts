/** Counts of fewer party members than this are told to nobody who may not read their names. Ours: as for secret votes. */
const MEMBERS_SHOWN_FROM = 3;

/** Whether a count of members is of so few that it would tell who they are; none are nobody. */
export const isFew = (members: number): boolean => members > 0 && members < MEMBERS_SHOWN_FROM;
