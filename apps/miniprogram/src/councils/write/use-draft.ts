import { useState } from 'react';
import { sessions } from '../../kernel/call';
import { platform } from '../../kernel/platform/platform';
import { EMPTY, draftKey, draftOf, isEmpty, type Draft } from './model';

/** The draft on this device: saved at each change, so that closing the app loses nothing. */
export const useDraft = (communityId: string) => {
  const key = draftKey(communityId, sessions.get()?.personId ?? '');
  const [draft, setDraft] = useState<Draft>(() => draftOf(platform.storage.read(key)));
  const [restored] = useState(() => !isEmpty(draft));
  const change = (next: Draft) => {
    platform.storage.write(key, JSON.stringify(next));
    setDraft(next);
  };
  const clear = () => {
    platform.storage.remove(key);
    setDraft(EMPTY);
  };
  return { draft, change, clear, restored };
};
