import { useEffect, useRef, useState } from 'react';
import { volunteering } from '@gongzhi/shared/volunteering/contract';
import { call, sessions } from '../../kernel/call';
import { draftKey, readDraft, writeDraft } from '../../kernel/kept-draft';
import { platform } from '../../kernel/platform/platform';
import { usePresence } from '../../kernel/standing';
import { toast } from '../../kernel/toast';
import { draftForRequest, draftOf, emptyDraft, type Draft } from './model';

export interface Asked {
  communityId: string;
  activityId?: string;
  requestId?: string;
  projectId?: string;
}

const LIKE = emptyDraft('', '', false);
/** A new activity is kept on the phone until it is sent. A change of one that is there is not: what others changed since would be lost. */
const keyOf = ({ communityId, requestId = '', projectId = '' }: Asked) =>
  draftKey(`activity ${communityId} ${requestId}${projectId}`, sessions.get()?.personId);

/** Whoever writes, once it is known. */
const useWriter = (communityId: string) => {
  const { belongings } = usePresence();
  const here = belongings.value?.find(({ scope }) => scope === communityId);
  const { name = '', displayName = '', roles = [] } = here ?? {};
  return { known: !belongings.loading, name, displayName, worker: roles.includes('worker') };
};

/** What is asked to be written: a neighbour's request, or the activity that is being changed; undefined when it cannot be read. */
const beginning = async ({ communityId, activityId, requestId }: Asked, empty: Draft): Promise<Draft | undefined> => {
  if (activityId) {
    const plan = await call(volunteering.readPlan, { communityId, activityId });
    if (plan.ok) return draftOf(plan.value);
    toast(plan.says);
    return undefined;
  }
  const request = requestId ? await call(volunteering.readRequest, { communityId, requestId }) : undefined;
  return request?.ok ? draftForRequest(empty, request.value) : empty;
};

/** The draft of an activity: as it was kept, empty, of a neighbour's request, or of the activity that is being changed. */
export const usePlan = (asked: Asked) => {
  const { communityId, activityId, requestId } = asked;
  const key = keyOf(asked);
  const { known, name, displayName, worker } = useWriter(communityId);
  const [kept, setKept] = useState(() => (activityId ? undefined : readDraft(platform.storage, key, LIKE)));
  const [draft, setDraft] = useState<Draft | undefined>(kept);
  const latest = useRef(draft);
  const put = (next: Draft | undefined) => {
    latest.current = next;
    setDraft(next);
  };
  useEffect(() => {
    if (!known || latest.current) return;
    void beginning(
      { communityId, ...(activityId ? { activityId } : {}), ...(requestId ? { requestId } : {}) },
      emptyDraft(name, displayName, worker),
    ).then((begun) => latest.current ?? put(begun));
  }, [known, kept, communityId, activityId, requestId, name, displayName, worker]);
  const change = (part: Partial<Draft>) => {
    if (!latest.current) return;
    const next = { ...latest.current, ...part };
    if (!activityId) writeDraft(platform.storage, key, { draft: next, empty: LIKE });
    put(next);
  };
  const forget = () => platform.storage.remove(key);
  const startOver = () => {
    forget();
    put(undefined);
    setKept(undefined);
  };
  return { draft, change, startOver, forget, restored: kept !== undefined };
};
