import { ProposalText } from '@gongzhi/shared/councils/model';
import { splitProposal } from '@gongzhi/shared/councils/split-proposal';
import type { Issue } from '../../kernel/answer-of';

/** What is being written; kept on the device until it was filed. */
export interface Draft {
  title: string;
  grounds: string;
  recommendations: { title: string; body: string }[];
}
export const EMPTY: Draft = { title: '', grounds: '', recommendations: [{ title: '', body: '' }] };
export const MOST_RECOMMENDATIONS = 10;

export const draftKey = (communityId: string, personId: string): string => `draft ${communityId} ${personId}`;

/** The kept draft, or an empty one when nothing or something unreadable is there. */
export const draftOf = (kept: string | undefined): Draft => {
  try {
    const { title, grounds, recommendations } = JSON.parse(kept ?? '') as Draft;
    return { title, grounds, recommendations: recommendations.length > 0 ? recommendations : EMPTY.recommendations };
  } catch {
    return EMPTY;
  }
};

export const isEmpty = ({ title, grounds, recommendations }: Draft): boolean =>
  [title, grounds, ...recommendations.flatMap((r) => [r.title, r.body])].every((words) => words.trim() === '');

/** A pasted paper put into the fields; a title already written stays. */
export const pasted = (draft: Draft, paper: string): Draft => {
  const split = splitProposal(paper);
  return {
    title: split.title || draft.title,
    grounds: split.grounds,
    recommendations:
      split.recommendations.length > 0 ? split.recommendations.slice(0, MOST_RECOMMENDATIONS) : EMPTY.recommendations,
  };
};

export const changed = (draft: Draft, index: number, part: Partial<Draft['recommendations'][number]>): Draft => ({
  ...draft,
  recommendations: draft.recommendations.map((r, i) => (i === index ? { ...r, ...part } : r)),
});
export const added = (draft: Draft): Draft => ({
  ...draft,
  recommendations: [...draft.recommendations, { title: '', body: '' }],
});
export const removed = (draft: Draft, index: number): Draft => ({
  ...draft,
  recommendations: draft.recommendations.filter((_, i) => i !== index),
});

/** What is wrong, by field: `title`, `grounds`, `recommendations.0.body`. */
export const byField = (issues: readonly Issue[]): Record<string, string> =>
  Object.fromEntries(issues.map(({ path, message }) => [path.join('.'), message]));

/** Checked with the very shape the server checks. */
export const faultsOf = (draft: Draft): Record<string, string> => {
  const parsed = ProposalText.safeParse(draft, { jitless: true });
  return parsed.success
    ? {}
    : byField(
        parsed.error.issues.map(({ path, message }) => ({
          path: path.map((p) => (typeof p === 'number' ? p : String(p))),
          message,
        })),
      );
};
