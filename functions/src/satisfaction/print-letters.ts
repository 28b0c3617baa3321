import { doorLabel } from '@gongzhi/shared/kernel/door-key';
import { streetOf } from '@gongzhi/shared/kernel/ids';
import { refuse, type Refusal } from '@gongzhi/shared/kernel/refusals';
import { groupCode } from '@gongzhi/shared/kernel/spoken-codes';
import { LETTERS } from '@gongzhi/shared/satisfaction/rule-sets';
import { aboutInWords } from '@gongzhi/shared/satisfaction/rules';
import { commit } from '../kernel/commit';
import type { Letter } from './draw-letters';
import type { Deps, Handle } from './repo';
import type { InRound } from './repo-marks';
import type { RoundItem } from './repo-rounds';

type Part = InRound & { part: number };
/** The letters of a file: who has one, and not who has answered, so that nobody reads that off what is printed again. */
const lettersOf = async ({ part, ...round }: Part, { repo, codes, doors }: Deps): Promise<Letter[]> => {
  const places = await repo.places.file(round, part - 1);
  const codeOf = new Map(
    places.map(({ unitId }, i) => [unitId, codes.codeOf(round, (part - 1) * LETTERS.perFile + i)]),
  );
  const found = await doors(
    round.communityId,
    places.filter(({ letter }) => letter),
  );
  return found.map((door) => ({ label: doorLabel(door), code: groupCode(codeOf.get(door.householdId) ?? '') }));
};

const mayPrint = (
  item: RoundItem | undefined,
  now: Date,
): Refusal<'NOT_FOUND' | 'LETTERS_EARLY' | 'SURVEY_OVER'> | undefined => {
  if (item?.about.kind !== 'quarter') return refuse('NOT_FOUND');
  if (item.state === 'drawing') return refuse('LETTERS_EARLY');
  return item.state === 'settled' || now.toISOString() >= item.closesAt ? refuse('SURVEY_OVER') : undefined;
};

/** That letters were printed is written down before anything is shown; what they say is drawn anew each time. */
export const printLetters: Handle<'printLetters'> = async ({ communityId, roundId, part, phone }, ctx) => {
  const round = { communityId, roundId };
  const item = await ctx.repo.rounds.read(round);
  const refused = mayPrint(item, ctx.now);
  if (refused || !item) return refused ?? refuse('NOT_FOUND');
  const letters = await lettersOf({ ...round, part }, ctx);
  if (letters.length === 0) return refuse('LETTERS_NONE');
  const data = { roundId, part, letters: letters.length };
  const event = { type: 'satisfaction.letters-printed', subject: roundId, via: 'staff' as const, data };
  await commit(ctx, [], event, data);
  const { drawLetters } = await import('./draw-letters');
  const pdf = await drawLetters(letters, {
    communityName: await ctx.nameOf(streetOf(communityId), communityId),
    about: aboutInWords(item.about),
    questions: item.questions.map(({ title }) => title),
    expiresAt: item.closesAt,
    answerUrl: `${ctx.webOrigin}/#/satisfaction/paper/index?communityId=${communityId}`,
    ...(phone ? { phone } : {}),
  });
  const base64 = pdf.toString('base64');
  return { fileName: `满意度调查信-第${part}份.pdf`, mediaType: 'application/pdf', base64, letters: letters.length };
};
