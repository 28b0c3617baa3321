import type { Vote } from '@gongzhi/shared/votes/model';
import type { Belonging } from '../../kernel/standing-core';

export type Way = 'confirm' | 'entries' | 'codes';
type Seen = Pick<Vote, 'communityId' | 'phase' | 'ballot'> & {
  mine?: Pick<NonNullable<Vote['mine']>, 'units'> | undefined;
};

const isOpenToHelp = ({ phase, mine }: Seen): boolean =>
  phase === 'open' && (mine?.units ?? []).some(({ as, voted }) => as === 'own' && !voted);
/** A box of a secret vote is counted after its end. */
const hasEntries = ({ phase, ballot }: Seen): boolean =>
  phase === 'open' || (ballot === 'secret' && phase === 'counting');

const given = (way: Way, is: boolean): Way[] => (is ? [way] : []);
/** Which ways beside one's own phone somebody may use or run. Whoever enters ballots hands out no codes. */
export const waysFor = (vote: Seen, here: Pick<Belonging, 'scope' | 'roles'> | undefined): Way[] => {
  const roles = here?.scope === vote.communityId ? here.roles : [];
  const isWorker = roles.includes('worker');
  const handsOut = roles.includes('chair') && !isWorker;
  return [
    ...given('confirm', isOpenToHelp(vote)),
    ...given('entries', isWorker && hasEntries(vote)),
    ...given('codes', handsOut && vote.phase === 'open'),
  ];
};
