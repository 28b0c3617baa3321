import { useRef, useState } from 'react';
import { sessions } from './call';
import { draftKey, readDraft, writeDraft } from './kept-draft';
import { platform } from './platform/platform';

export interface Drafting<T> {
  draft: T;
  change: (part: Partial<T>) => void;
  /** Forgets what was written: it was sent, or is begun anew. */
  clear: () => void;
  /** Whether it was written before this page was opened. */
  restored: boolean;
}

/** What is being written on this device, kept at each change until it is sent: closing the app loses nothing. `what` names it, with the ids it is about. */
export const useDraft = <T extends object>(what: string, empty: T): Drafting<T> => {
  const key = draftKey(what, sessions.get()?.personId);
  const [before] = useState(() => readDraft(platform.storage, key, empty));
  const [draft, setDraft] = useState<T>(before ?? empty);
  const [restored, setRestored] = useState(before !== undefined);
  const latest = useRef(draft);
  const put = (next: T) => {
    latest.current = next;
    writeDraft(platform.storage, key, { draft: next, empty });
    setDraft(next);
  };
  const change = (part: Partial<T>) => put({ ...latest.current, ...part });
  const clear = () => {
    put(empty);
    setRestored(false);
  };
  return { draft, change, clear, restored };
};
