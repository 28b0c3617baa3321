import { useDidHide, useDidShow } from '@tarojs/taro';
import { useCallback, useEffect, useRef, useState } from 'react';
import { meetings } from '@gongzhi/shared/meetings/contract';
import type { Live } from '@gongzhi/shared/meetings/model';
import { call } from '../kernel/call';
import { useLoaded } from '../kernel/use-loaded';
import { FIRST_DELAY, fingerprint, nextDelay } from './model';

export interface At {
  communityId: string;
  meetingId: string;
}

/** A meeting that keeps itself up to date while it is looked at: no push, only asking again, and never while the page is hidden. */
export const useLive = (at: At) => {
  const { loaded, reload } = useLoaded(at.meetingId, () => call(meetings.readMeeting, at));
  const [shown, setShown] = useState(true);
  const pace = useRef({ delay: FIRST_DELAY, seen: '', heardAt: Date.now() });
  const value: Live | undefined = loaded.value;
  const heard = useRef<string>();
  if (value && heard.current !== value.now) {
    heard.current = value.now;
    pace.current.heardAt = Date.now();
  }
  useEffect(() => {
    if (!shown || loaded.loading) return undefined;
    const print = value ? fingerprint(value) : '';
    const moved = print !== pace.current.seen;
    pace.current.delay = nextDelay(pace.current.delay, { moved, failed: loaded.failure !== undefined });
    pace.current.seen = print;
    const timer = setTimeout(reload, pace.current.delay);
    return () => clearTimeout(timer);
  }, [shown, loaded.loading, loaded.failure, value, reload]);
  useDidShow(() => {
    setShown(true);
    reload();
  });
  useDidHide(() => setShown(false));
  useEffect(() => () => setShown(false), []);
  const refresh = useCallback(() => {
    pace.current.delay = FIRST_DELAY;
    reload();
  }, [reload]);
  return { loaded, refresh, heardAt: () => pace.current.heardAt };
};

/** The phone's clock, once a second, while something counts down. */
export const useSecond = (running: boolean): number => {
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    if (!running) return undefined;
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, [running]);
  return now;
};
