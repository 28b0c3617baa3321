import { useDidHide, useDidShow } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { volunteering } from '@gongzhi/shared/volunteering/contract';
import type { Attendance } from '@gongzhi/shared/kernel/service/model';
import { call } from '../../kernel/call';
import { useLoaded } from '../../kernel/use-loaded';
import { allPages } from '../../kernel/use-pages';
import { readDesk, type Desk } from '../../kernel/service/read-desk';

export interface At {
  communityId: string;
  activityId: string;
  shiftId: string;
}
/** Attendance is asked for again this often while the page is looked at; a long list less often. */
const EVERY_MS = 8_000;
const A_PERSON_MS = 200;

/** A shift as its organiser runs it: what the phone needs, kept for when there is no network, and who is here now. */
export const useBoard = (at: At, personId: string | undefined) => {
  const desk = useLoaded<Desk>(personId && `${at.shiftId} ${personId}`, () =>
    readDesk(volunteering.readDesk, at, personId ?? ''),
  );
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
