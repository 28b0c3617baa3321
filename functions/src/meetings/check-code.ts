import { refuse, type Refusal } from '@gongzhi/shared/kernel/refusals';
import type { Ctx } from '../kernel/caller';
import type { CodeVerdict } from '../kernel/rotating-codes';
import { codeSubject } from './code-subject';
import type { Deps } from './repo';
import type { InMeeting, PersonItem } from './repo-meetings';

/** Wrong codes one person may type in a meeting: of a million codes two are right at a time. */
const TRIES = 10;

type CodeRefusal = Refusal<'CODE_WRONG' | 'CODE_OLD' | 'CODE_REPLAYED' | 'CODE_TRIES'>;

/** What a verdict means for somebody whose last code was of this window. */
const goodFor = (verdict: CodeVerdict, last: number): number | CodeRefusal => {
  if (verdict === 'old') return refuse('CODE_OLD');
  if (verdict === 'wrong') return refuse('CODE_WRONG');
  return verdict.window <= last ? refuse('CODE_REPLAYED') : verdict.window;
};

/** The window of a code that is good here, now, and for this person for the first time. After too many tries only a scanned code, which cannot be guessed, is looked at. */
export const checkCode = async (
  ids: InMeeting,
  given: string,
  mine: PersonItem | undefined,
  { codes, repo, caller, now }: Pick<Ctx & Deps, 'codes' | 'repo' | 'caller' | 'now'>,
): Promise<number | CodeRefusal> => {
  const code = given.trim();
  const typed = /^\d{6}$/.test(code);
  const { misses = 0, window = -1 } = mine ?? {};
  if (typed && misses >= TRIES) return refuse('CODE_TRIES');
  const verdict = codes.check(codeSubject(ids), code, now);
  if (verdict === 'wrong' && typed) await repo.meetings.countMiss(ids, caller.personId);
  return goodFor(verdict, window);
};
