import { useDidHide, useDidShow } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { calls, type Whole } from '@gongzhi/shared/calls/contract';
import type { Counts } from '@gongzhi/shared/calls/model';
import type { Outcome } from '../../kernel/answer-of';
import { call } from '../../kernel/call';
import { useLoaded } from '../../kernel/use-loaded';

export interface At {
  communityId: string;
  callId: string;
}
export interface Watched {
  whole: Whole;
  counts: Counts;
}
/** Numbers are asked for again this often while the page is looked at; names are not, for each reading is written down. */
const EVERY_MS = 8_000;

const heard = async (at: At): Promise<Outcome<Watched>> => {
  const [whole, counts] = await Promise.all([call(calls.readCall, at), call(calls.readBoard, at)]);
  if (!whole.ok) return whole;
  return counts.ok ? { ok: true, value: { whole: whole.value, counts: counts.value } } : counts;
};

export const useBoard = (at: At) => {
  const { loaded, reload } = useLoaded<Watched>(at.callId, () => heard(at));
  const [shown, setShown] = useState(true);
  const { loading, value } = loaded;
  useEffect(() => {
    if (!shown || loading) return undefined;
    const timer = setTimeout(reload, EVERY_MS);
    return () => clearTimeout(timer);
  }, [shown, loading, value, reload]);
  useDidShow(() => {
    setShown(true);
    reload();
  });
  useDidHide(() => setShown(false));
  return { loaded, reload };
};
