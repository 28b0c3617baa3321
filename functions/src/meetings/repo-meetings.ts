import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Role } from '@gongzhi/shared/kernel/contract';
import type { Choice, Item, Kind, Question, Side, Speech, Status } from '@gongzhi/shared/meetings/model';
import type { Speaking } from '@gongzhi/shared/meetings/speaking';
import type { Spoken } from '@gongzhi/shared/meetings/speaking-rules';
import type { Write } from '../kernel/commit';
import type { Pages } from '../kernel/pages';
import { changeItem, type Change } from '../kernel/change-item';

export interface InMeeting {
  communityId: string;
  meetingId: string;
}
/** Who is invited, when and where. Changed only while the meeting is called. */
export interface PlanItem {
  sk: string;
  kind: Kind;
  place: string;
  startsAt: string;
  minutes: number;
  agenda: Item[];
  roles: Role[];
  expectedCount?: number;
  objectionMinutes: number;
  speaking?: Speaking;
  calledAt: string;
}
/** How the meeting stands: under one kilobyte, so that a change of it is two write units. */
export interface LiveItem {
  status: Status;
  base: number;
  needed: number;
  present: number;
  attended: number;
  /** How often the plan was changed: the doors open on the plan they were opened on. */
  plan: number;
  /** Buckets of the frozen list of those expected. */
  buckets: number;
  item?: number;
  heard: number[];
  lastSide?: Side;
  speech?: Speech;
  question?: Question;
  startedAt?: string;
  endedAt?: string;
  reason?: string;
  objectionsUntil?: string;
  /** Objections not yet answered; absent when there are none. */
  open?: Set<string>;
  confirmed: number;
  version: number;
  frozenAt?: string;
  hash?: string;
}
/** What one person is and did in a meeting. `window`: of the code they came with; `asked`: the key of their place in the queue. */
export interface PersonItem {
  sk: string;
  name: string;
  present?: boolean;
  expected: boolean;
  arrivedAt?: string;
  leftAt?: string;
  via: 'code' | 'staff';
  window?: number;
  hands?: Record<string, Choice>;
  asked?: string;
  spoken?: Record<string, Spoken>;
  confirmedVersion?: number;
  misses?: number;
}

const planKey = (ids: InMeeting) => ({ pk: `${ids.communityId}#meetings`, sk: ids.meetingId });
export const meetingPk = ({ communityId, meetingId }: InMeeting): string => `${communityId}#m#${meetingId}`;
const liveKey = (ids: InMeeting) => ({ pk: meetingPk(ids), sk: 'live' });
const personKey = (ids: InMeeting, personId: string) => ({ pk: `${meetingPk(ids)}#a`, sk: personId });

const FRESH: LiveItem = {
  status: 'called',
  plan: 0,
  base: 0,
  needed: 0,
  present: 0,
  attended: 0,
  buckets: 0,
  heard: [],
  confirmed: 0,
  version: 1,
};

export const repoMeetings = ({ client, table: TableName, getAll, page }: Pages) => ({
  /** The plan, how it stands and what `personId` is in it: three items, strongly consistent. */
  read: async (ids: InMeeting, personId: string) => {
    const person = personKey(ids, personId);
    const found = await getAll([planKey(ids), liveKey(ids), person], { consistent: true });
    const [plan, live] = [found<PlanItem>(planKey(ids)), found<LiveItem>(liveKey(ids))];
    return plan && live ? { plan, live, mine: found<PersonItem>(person) } : undefined;
  },
  /** A page of meetings, each as it stands. */
  list: async (communityId: string, cursor: string | undefined) => {
    const plans = await page<PlanItem>({ pk: `${communityId}#meetings`, newestFirst: true, cursor });
    const keys = plans.items.map(({ sk }) => liveKey({ communityId, meetingId: sk }));
    const found = await getAll(keys, { consistent: false });
    return { ...plans, liveOf: (meetingId: string) => found<LiveItem>(liveKey({ communityId, meetingId })) };
  },
  attendance: (ids: InMeeting, cursor: string | undefined) =>
    page<PersonItem>({ pk: `${meetingPk(ids)}#a`, newestFirst: false, cursor }),
  callWrites: (ids: InMeeting, plan: Omit<PlanItem, 'sk'>): Write[] => [
    { Put: { TableName, Item: { ...plan, ...planKey(ids) } } },
    { Put: { TableName, Item: { ...FRESH, ...liveKey(ids) } } },
  ],
  /** Counts a wrong code that was typed. No act of the meeting's: it changes nothing but the tries that are left. */
  countMiss: async (ids: InMeeting, personId: string): Promise<void> => {
    const change = { UpdateExpression: 'ADD misses :one', ExpressionAttributeValues: { ':one': 1 } };
    await client.send(new UpdateCommand({ TableName, Key: personKey(ids, personId), ...change }));
  },
  planWrite: (ids: InMeeting, plan: Omit<PlanItem, 'sk'>): Write => ({
    Put: { TableName, Item: { ...plan, ...planKey(ids) } },
  }),
  liveWrite: (ids: InMeeting, change: Change): Write => changeItem(TableName, liveKey(ids), change),
  personWrite: (ids: InMeeting, personId: string, change: Change): Write =>
    changeItem(TableName, personKey(ids, personId), change),
});
