export interface InMatter {
  communityId: string;
  proposalId: string;
}
/** The partition of a matter's opinions; parts of it end in # and a letter. */
export const matterKey = ({ communityId, proposalId }: InMatter) => `${communityId}#m#${proposalId}`;

/** The matter a partition belongs to, by the ending its items of this kind have. */
export const matterOf = (pk: string, ending: string): InMatter | undefined => {
  const [communityId, mark, proposalId, ...rest] = pk.split('#');
  return mark === 'm' && communityId && proposalId && rest.join('#') === ending
    ? { communityId, proposalId }
    : undefined;
};
