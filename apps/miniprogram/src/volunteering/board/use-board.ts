import { useDidHide, useDidShow } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { volunteering } from '@gongzhi/shared/volunteering/contract';
import type { Attendance } from '@gongzhi/shared/kernel/service/model';
import type { Outcome } from '../../kernel/answer-of';
import { call } from '../../kernel/call';
import { platform } from '../../kernel/platform/platform';
import { useLoaded } from '../../kernel/use-loaded';
import { allPages } from '../../kernel/use-pages';
import { readDeskKept, writeDeskKept, type KeptDesk } from './kept-desk';

export interface At {
  communityId: string;
  activityId: string;
  shiftId: string;
}
export type Desk = KeptDesk & { stale?: true };

const deskOf = async (at: At, personId: string): Promise<Outcome<Desk>> => {
  const outcome = await call(volunteering.readDesk, at);
  if (outcome.ok) {
    const { now, ...desk } = outcome.value;
    const kept = { ...desk, personId, at: new Date().toISOString(), ahead: Date.parse(now) - Date.now() };
    writeDeskKept(platform.storage, kept);
    return { ok: true, value: kept };
  }
  const before = readDeskKept(platform.storage, at.shiftId, personId);
  return before && outcome.broken ? { ok: true, value: { ...before, stale: true } } : outcome;
};

/** Attendance is asked for again this often while the page is looked at; a long list less often. */
const EVERY_MS = 8_000;
const A_PERSON_MS = 200;

/** A shift as its organiser runs it: what the phone needs, kept for when there is no network, and who is here now. */
export const useBoard = (at: At, personId: string | undefined) => {
  const desk = useLoaded<Desk>(personId && `${at.shiftId} ${personId}`, () => deskOf(at, personId ?? ''));
  const people = useLoaded<Attendance[]>(personId && `${at.shiftId} ${personId}`, () =>
    allPages((cursor) => call(volunteering.listAttendance, { ...at, ...(cursor ? { cursor } : {}) })),
  );
  const [shown, setShown] = useState(true);
  const { reload } = people;
  const { loading, value } = people.loaded;
  useEffect(() => {
    if (!shown || loading) return undefined;
    const timer = setTimeout(reload, EVERY_MS + A_PERSON_MS * (value?.length ?? 0));
    return () => clearTimeout(timer);
  }, [shown, loading, value, reload]);
  useDidShow(() => {
    setShown(true);
    reload();
  });
  useDidHide(() => setShown(false));
  return { desk, people };
};
