import { refuse } from '@gongzhi/shared/kernel/refusals';
import type { Channel } from '@gongzhi/shared/kernel/satisfaction-result';
import type { Answer } from '@gongzhi/shared/satisfaction/model';
import { digitsOf, isLow, mayAnswer, stateOf } from '@gongzhi/shared/satisfaction/rules';
import type { Deps } from './repo';
import type { InRound, MarkItem, Sealing } from './repo-marks';
import type { Unit } from './unit-of';

const HOUR = 3_600_000;
export interface Giving {
  answer: Answer;
  ticket: string;
  channel: Channel;
  /** Nothing where somebody else's device was used for them. */
  device?: string;
  /** The worker who entered it. */
  helper?: string;
}

/** What is kept of an answer; a low one knows the name its follow-up will have. */
const answerItem = ({ answer, ticket }: Giving, stratum: number, { seals }: Pick<Deps, 'seals'>) => {
  const { levels, reason, word } = answer;
  const said = { levels: digitsOf(levels), stratum, ...(reason ? { reason } : {}), ...(word ? { word } : {}) };
  return isLow(levels) ? { ...said, followUpId: seals.followUp(ticket) } : said;
};

interface Recording {
  round: InRound;
  unit: Unit;
  giving: Giving;
}
type With = Pick<Deps, 'repo' | 'seals'> & { now: Date };

/** The invitation as it stands, and why it may not be answered now. */
const lookUp = async ({ round, unit, giving }: Recording, { repo, now }: With) => {
  const [open, mark] = await Promise.all([repo.rounds.read(round), repo.marks.read(round, unit.unitId, unit.wave)]);
  const asked = { levels: giving.answer.levels.length, questions: open?.questions.length ?? 0 };
  const standing = mark && open && { expiresAt: mark.expiresAt, answered: mark.sealed };
  return { mark, refused: mayAnswer(standing, asked, now) };
};

/** Both in one transaction; what the invitation says when it was lost. */
const write = async (recording: Recording, sealing: Sealing, stratum: number, { repo, seals, now }: With) => {
  const { round, unit, giving } = recording;
  return repo.write('satisfaction.giveAnswer', [
    repo.marks.sealWrite(round, unit, sealing, now),
    repo.answers.answerWrite(round, answerItem(giving, stratum, { seals })),
  ]);
};

/**
 * Records an answer to an invitation, once: one transaction over two items which share nothing but the round. It leaves no
 * event, no instant and no name. Whoever asks again with the same ticket hears the same.
 */
export const recordAnswer = async (recording: Recording, deps: With) => {
  const { round, giving } = recording;
  const recorded = { roundId: round.roundId, state: 'recorded' as const };
  const sealing = sealingOf({ round, giving }, deps);
  const isOwn = (mark: MarkItem | undefined) => mark?.sealed === sealing.sealed;
  const { mark, refused } = await lookUp(recording, deps);
  if (isOwn(mark)) return recorded;
  if (refused) return refused;
  const lost = await write(recording, sealing, mark?.stratum ?? 0, deps);
  const other = lost?.item as MarkItem | undefined;
  return !lost || isOwn(other) ? recorded : lostTo(other, deps.now);
};

/** What an answer leaves on its invitation: the hour and the phone, or the worker who helped, for as long as the round is open. */
const sealingOf = (
  { round, giving: { channel, device, helper, ticket } }: Pick<Recording, 'round' | 'giving'>,
  { seals, now }: With,
): Sealing => ({
  ...{ sealed: seals.answered(ticket), channel, hour: Math.floor(now.getTime() / HOUR) },
  ...(device ? { device: seals.device(round.roundId, device) } : {}),
  ...(helper ? { helper: seals.helper(round.roundId, helper) } : {}),
});

/** What somebody hears when another answer or the end came between. */
const lostTo = (standing: MarkItem | undefined, now: Date) =>
  standing && stateOf({ expiresAt: standing.expiresAt, answered: standing.sealed }, now) === 'answered'
    ? refuse('SURVEY_ANSWERED')
    : refuse('SURVEY_OVER');
