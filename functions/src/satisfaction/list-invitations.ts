import type { Invitation } from '@gongzhi/shared/satisfaction/model';
import { aboutInWords, stateOf } from '@gongzhi/shared/satisfaction/rules';
import type { Handle } from './repo';
import type { InRound, MarkItem } from './repo-marks';
import type { RoundItem } from './repo-rounds';
import { unitOf, type Unit } from './unit-of';

/** What a round asks whoever holds one of its invitations. */
export const askingOf = (round: RoundItem, { expiresAt, sealed, title }: MarkItem, now: Date) => ({
  roundId: round.sk,
  about: round.about,
  title: title ?? aboutInWords(round.about),
  questions: round.questions.map(({ questionId, title: asked }) => ({ questionId, title: asked })),
  expiresAt,
  state: stateOf({ expiresAt, answered: sealed }, now),
});

export const listInvitations: Handle<'listInvitations'> = async ({ communityId }, { repo, caller, now }) => {
  const rounds = await repo.rounds.open(communityId);
  const marksOf = async (round: RoundItem, ids: InRound): Promise<MarkItem[]> => {
    if (round.about.kind === 'event') return repo.marks.ofUnit(ids, caller.personId);
    const unit: Unit | undefined = unitOf('household', caller);
    const mark = unit && (await repo.marks.read(ids, unit.unitId, unit.wave));
    return mark ? [mark] : [];
  };
  const found = await Promise.all(
    rounds.map(async (round): Promise<Invitation[]> =>
      (await marksOf(round, { communityId, roundId: round.sk })).map((mark) => ({
        ...askingOf(round, mark, now),
        subject: mark.wave,
        ...(mark.channel && mark.channel !== 'app' ? { by: mark.channel } : {}),
        ...(mark.disowned ? { disowned: true as const } : {}),
      })),
    ),
  );
  return { items: found.flat() };
};
