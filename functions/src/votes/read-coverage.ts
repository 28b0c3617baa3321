import { refuse } from '@gongzhi/shared/kernel/refusals';
import type { Role } from '@gongzhi/shared/kernel/contract';
import { AGE_BANDS, type Group } from '@gongzhi/shared/votes/coverage-model';
import { showGroups } from '@gongzhi/shared/votes/coverage-rules';
import type { Counted } from '@gongzhi/shared/votes/hide-groups';
import { phaseOf } from '@gongzhi/shared/votes/rules';
import type { Handle } from './repo';
import type { TurnoutItem } from './repo-turnout';
import type { CoverItem, VoteItem } from './repo-votes';

/** Who may see how a vote fares while it is open, to bring it to those it does not reach. */
const RUNNING: readonly Role[] = ['chair', 'worker', 'councilMember', 'buildingHead'];

type Live = TurnoutItem | undefined;
const buildingsOf = ({ buildings }: CoverItem, reached: Live, taken: Live): Counted[] =>
  buildings.flatMap(({ name, units, bound }, i) =>
    units === 0
      ? []
      : [
          {
            name,
            entitled: units,
            bound,
            reached: reached?.buildings[String(i)] ?? 0,
            taken: taken?.buildings[String(i)] ?? 0,
          },
        ],
  );
const bandsOf = ({ bands }: CoverItem, reached: Live, taken: Live): Counted[] =>
  AGE_BANDS.map((name) => ({
    name,
    entitled: bands[name] ?? 0,
    bound: bands[name] ?? 0,
    reached: reached?.bands[name] ?? 0,
    taken: taken?.bands[name] ?? 0,
  }));

/** A mark knows no person: how many of an age band took part in a secret vote nobody can tell. */
const unknown = ({ suggestion: _, ...band }: Group): Group => ({ ...band, taken: null });

const maySeeOpen = ({ ballot }: VoteItem, roles: readonly Role[] = []): boolean =>
  ballot !== 'secret' && roles.some((role) => RUNNING.includes(role));
const boundOf = ({ buildings }: CoverItem) => buildings.reduce((sum, { bound }) => sum + bound, 0);
const totalOf = (live: Live) => live?.n ?? 0;

/** Coverage of a vote: what was frozen with it against the live figures. A secret vote tells nothing of it before the end. */
export const readCoverage: Handle<'readCoverage'> = async ({ communityId, voteId }, { repo, caller, now }) => {
  const vote = await repo.votes.vote(communityId, voteId);
  if (!vote) return refuse('NOT_FOUND');
  if (phaseOf(vote, false, now) === 'open' && !maySeeOpen(vote, caller?.roles)) return refuse('NOT_ELIGIBLE');
  const [cover, taken, reached] = await Promise.all([
    repo.votes.cover(communityId, voteId),
    repo.turnout.read(communityId, voteId, 'turnout'),
    repo.turnout.read(communityId, voteId, 'reached'),
  ]);
  if (!cover) return refuse('NOT_FOUND');
  return {
    totals: {
      entitled: vote.units,
      bound: boundOf(cover),
      reached: totalOf(reached),
      taken: totalOf(taken),
    },
    buildings: showGroups(buildingsOf(cover, reached, taken)),
    bands: showGroups(bandsOf(cover, reached, taken)).map((band) => (vote.ballot === 'secret' ? unknown(band) : band)),
  };
};
