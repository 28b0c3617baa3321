import { LINKED, MOST, type Link, type Linked } from '@gongzhi/shared/announcements/model';
import type { ProposalHead } from '@gongzhi/shared/councils/model';
import { timeInWords } from '@gongzhi/shared/kernel/time';
import { KIND_NAMES, type Meeting } from '@gongzhi/shared/meetings/model';
import type { Vote } from '@gongzhi/shared/votes/model';
import type { Pickable } from '../../kernel/ui/pick-one/model';

/** A label has so many characters (`Link`). */
const LABEL = 30;
const cut = (text: string): string => {
  const all = [...text.replace(/\s+/g, ' ').trim()];
  return all.length > LABEL ? `${all.slice(0, LABEL - 1).join('')}…` : all.join('');
};

export const KIND_OPTIONS = (Object.entries(LINKED) as [Linked, string][]).map(([value, label]) => ({ value, label }));

export const fromProposals = (items: readonly Pick<ProposalHead, 'proposalId' | 'title'>[]): Pickable[] =>
  items.map(({ proposalId, title }) => ({ id: proposalId, label: cut(title) }));
export const fromVotes = (items: readonly Pick<Vote, 'voteId' | 'question' | 'closesAt'>[]): Pickable[] =>
  items.map(({ voteId, question, closesAt }) => ({
    ...{ id: voteId, label: cut(question), note: `${timeInWords(closesAt)}截止` },
  }));
/** Activities of the shifts to come, each once, with its next shift. */
export const fromComing = (
  items: readonly { startsAt: string; activity: { activityId: string; title: string } }[],
): Pickable[] => {
  const next = new Map<string, Pickable>();
  for (const { startsAt, activity } of items)
    if (!next.has(activity.activityId))
      next.set(activity.activityId, {
        ...{ id: activity.activityId, label: cut(activity.title), note: timeInWords(startsAt) },
      });
  return [...next.values()];
};
export const fromMeetings = (
  items: readonly Pick<Meeting, 'meetingId' | 'kind' | 'startsAt' | 'status' | 'place'>[],
): Pickable[] =>
  items
    .filter(({ status }) => status !== 'cancelled')
    .map(({ meetingId, kind, startsAt, place }) => ({
      ...{ id: meetingId, label: cut(`${KIND_NAMES[kind]} ${timeInWords(startsAt)}`), note: place },
    }));

/** With one more, if it is not among them and there is room. */
export const withLink = (links: readonly Link[], to: Linked, { id, label }: Pickable): Link[] =>
  links.length >= MOST.links || links.some((link) => link.id === id) ? [...links] : [...links, { to, id, label }];
