import type { Draft, Head, Shown } from '@gongzhi/shared/announcements/model';
import { needsSecond } from '@gongzhi/shared/announcements/rules';
import type { HeadItem } from './repo-heads';
import type { TextItem } from './repo-texts';

/** What lists show of an announcement. */
export const showHead = ({ sk, title, kind, state, at, publishAt, version, audience, override }: HeadItem): Head => ({
  ...{ announcementId: sk, title, kind, state, at, version, whole: needsSecond(audience) },
  ...(publishAt ? { publishAt } : {}),
  ...(override ? { override } : {}),
});

type Versions = readonly (TextItem & { version: number })[];
/** What a resident reads; `versions`: the newest first. Of one withdrawn the texts are not shown, but why. */
export const shownOf = (head: HeadItem, [current, ...earlier]: Versions): Shown | undefined => {
  if (!current) return undefined;
  const { correctedAt, withdrawnAt, reason } = head;
  return {
    ...{ ...showHead(head), words: current.words },
    earlier: earlier.map(({ version, at, note, words }) => ({ version, at, words, ...(note ? { note } : {}) })),
    ...(current.note ? { note: current.note } : {}),
    ...(correctedAt ? { correctedAt } : {}),
    ...(withdrawnAt ? { withdrawnAt } : {}),
    ...(withdrawnAt && reason ? { reason } : {}),
  };
};

interface Texts {
  current: TextItem;
  proposed: TextItem | undefined;
}
/** What those see who write and approve. */
export const draftOf = (head: HeadItem, { current, proposed }: Texts, personId: string): Draft => {
  const { revision, audience, authorId, reason, overrideReason, proposedBy } = head;
  return {
    ...{ ...showHead(head), revision, audience, words: current.words, mine: authorId === personId },
    ...(reason ? { reason } : {}),
    ...(overrideReason ? { overrideReason } : {}),
    ...(proposedBy && proposed
      ? { proposed: { words: proposed.words, note: proposed.note ?? '', mine: proposedBy === personId } }
      : {}),
  };
};
