import { useEffect, useState } from 'react';
import { announcements } from '@gongzhi/shared/announcements/contract';
import { call } from '../../kernel/call';
import { useDraft } from '../../kernel/use-draft';
import { draftFrom, EMPTY, type Draft } from './model';

interface Drafting {
  draft: Draft;
  change: (part: Partial<Draft>) => void;
  clear: () => void;
  /** Which state of the kept draft is being written on. */
  revision?: number;
  failure?: string;
}

/** What is being written: what lies on this phone, or else what was kept. */
export const useAnnouncementDraft = (at: { communityId: string; announcementId?: string | undefined }): Drafting => {
  const { communityId, announcementId } = at;
  const { draft, change, clear, restored } = useDraft<Draft>(
    `announcement ${communityId} ${announcementId ?? ''}`,
    EMPTY,
  );
  const [kept, setKept] = useState<{ revision?: number; failure?: string }>({});
  useEffect(() => {
    if (!announcementId) return;
    void call(announcements.readDraft, { communityId, announcementId }).then((outcome) => {
      if (!outcome.ok) return setKept({ failure: outcome.says });
      setKept({ revision: outcome.value.revision });
      if (!restored) change(draftFrom(outcome.value));
    });
  }, [announcementId]);
  return { draft, change, clear, ...kept };
};
