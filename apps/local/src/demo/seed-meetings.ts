import { DAY, MINUTE } from '@gongzhi/shared/kernel/time';
import { api, type Actor } from './api';
import { DEMO } from './people';

const { meetings } = api;
const { communityId } = DEMO;
const CHINA = 8 * 60 * MINUTE;

export interface MeetingCast {
  chair: Actor;
  member: Actor;
}

/** In fifty minutes, so that signing in can begin at once; never past midnight in China, or it would not be today's. */
const laterToday = (now: Date): string => {
  const midnight = Math.ceil((now.getTime() + CHINA) / DAY) * DAY - CHINA;
  return new Date(
    Math.max(now.getTime() + MINUTE, Math.min(now.getTime() + 50 * MINUTE, midnight - MINUTE)),
  ).toISOString();
};

const signIn = async (meetingId: string, { chair, member }: MeetingCast) => {
  const at = { communityId, meetingId };
  await chair.act(meetings.openDoors, at);
  const { text: code } = await chair.act(meetings.readCode, at);
  for (const one of [chair, member]) await one.act(meetings.arrive, { ...at, code });
  await chair.act(meetings.startMeeting, at);
};

/** A council meeting that is over: one matter heard, one question decided, its minutes summed up, confirmed by both and frozen. */
export const pastMeeting = async (proposalId: string, cast: MeetingCast): Promise<string> => {
  const { chair, member } = cast;
  const { meetingId } = await chair.act(meetings.callMeeting, {
    communityId,
    kind: 'council',
    place: '社区活动室',
    startsAt: new Date(Date.now() + MINUTE).toISOString(),
    minutes: 30,
    agenda: [{ proposalId, minutes: 30 }],
  });
  const at = { communityId, meetingId };
  await signIn(meetingId, cast);
  await chair.act(meetings.openItem, { ...at, n: 1 });
  await member.act(meetings.askToSpeak, { ...at, side: 'for' });
  await chair.act(meetings.callNext, at);
  await chair.act(meetings.endSpeech, at);
  await chair.act(meetings.putQuestion, { ...at, text: '是否同意先装 1 号楼的扶手' });
  for (const one of [chair, member]) await one.act(meetings.raiseHand, { ...at, n: 1, choice: 'for' });
  await chair.act(meetings.closeQuestion, { ...at, n: 1 });
  await chair.act(meetings.closeItem, at);
  await chair.act(meetings.endMeeting, at);
  const { items } = await chair.act(meetings.listLines, at);
  const speech = items.find(({ kind }) => kind === 'speech');
  if (speech)
    await chair.act(meetings.addSummary, { ...at, lineId: speech.lineId, text: '老人多的楼先装，装好再看其他楼。' });
  for (const one of [chair, member]) await one.act(meetings.confirmMinutes, at);
  return meetingId;
};

/** A council meeting today, with a written opinion of somebody who cannot come. */
export const meetingToday = async (
  proposalIds: readonly string[],
  { chair, absent }: { chair: Actor; absent: Actor },
): Promise<string> => {
  const { meetingId } = await chair.act(meetings.callMeeting, {
    communityId,
    kind: 'council',
    place: '社区活动室二楼',
    startsAt: laterToday(new Date()),
    minutes: 60,
    agenda: proposalIds.map((proposalId) => ({ proposalId, minutes: 20 })),
  });
  await absent.act(meetings.writeOpinion, {
    ...{ communityId, meetingId, item: 1, side: 'for' },
    text: '我晚上要照顾老人来不了。我同意，希望每季度公布一次进展。',
  });
  return meetingId;
};
