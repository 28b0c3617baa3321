import '@gongzhi/shared/kernel/zod';
import type { EventBridgeEvent } from 'aws-lambda';
import * as z from 'zod/mini';
import { Instant } from '@gongzhi/shared/kernel/fields';
import { CommunityId, Id, twinOf } from '@gongzhi/shared/kernel/ids';
import {
  alsoTold,
  approvedFor,
  concernedRoles,
  isTold,
  keptOf,
  mattersOf,
  serviceSliceOf,
  shiftsOf,
  surveyOf,
  tellsAsked,
  tellsAuthor,
  type ServiceSlice,
  type ToldPersonally,
  toldPersonally,
} from '@gongzhi/shared/notices/rules';
import { createAnnouncements, type Announcements } from '../kernel/announcements';
import { createCursors } from '../kernel/cursor';
import { createDocumentClient } from '../kernel/ddb';
import { readEnv } from '../kernel/env';
import { createMatters, type Matters } from '../kernel/matters';
import { createActivities, type Activities } from '../kernel/shifts';
import { createUnits, type Units } from '../kernel/units';
import { createRepo, type Repo } from './repo';
import { fanOf, type Job } from './repo-jobs';
import type { SendPlan } from './model';
import { planAnnouncement, planEvent } from './plan-event';

/** What this slice reads of an event on the bus. */
const Happened = z.object({
  id: Id,
  type: z.string(),
  scope: CommunityId,
  subject: z.string(),
  actor: z.string(),
  at: Instant,
  data: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
});

type Happened = z.infer<typeof Happened>;
interface Listening {
  repo: Repo;
  matters: Pick<Matters, 'read'>;
  /** What service belongs to, by its slice. */
  services: Readonly<Record<ServiceSlice, Pick<Activities, 'read'>>>;
  /** Who speaks for a unit. */
  contactsOf: Units['contactsOf'];
  announcements: Announcements;
  clock?: () => Date;
}
type Begun = Omit<Job, 'told'> & { plan?: Omit<SendPlan, 'sendId' | 'noticeId'> };

const about = ({ id: eventId, type, scope: communityId, actor, at, data }: Happened) => ({
  ...{ eventId, type, communityId, actor, at, data: keptOf(data) },
  also: alsoTold(data),
});

/** What stands where a matter's title would, where there is none. */
const SURVEY = '满意度调查';
const PROMISE = '回应居民';

/** To those who follow the event's matters, and to everybody of the roles it concerns, under the first of them. */
const ofMatters = async (happened: Happened, { matters }: Listening): Promise<Begun[]> => {
  const { type, scope, subject, data } = happened;
  const jobs: Begun[] = [];
  for (const proposalId of mattersOf(subject, data)) {
    const matter = await matters.read(scope, proposalId);
    if (matter) jobs.push({ ...about(happened), proposalId, title: matter.title });
  }
  const [first] = jobs;
  const named = alsoTold(data);
  // a promise after a survey has no matter and no followers: whoever does it is told
  if (!first && named.length > 0 && type.startsWith('resolutions.'))
    return [{ ...about(happened), proposalId: subject, title: PROMISE, named: true }];
  const roles = concernedRoles(type, data);
  return first && roles.length > 0 ? [...jobs, { ...first, also: [], roles }] : jobs;
};

/** To the people of an activity's shifts, or to those it names alone; of a call, to those who were asked or come. */
const ofService = async (slice: ServiceSlice, happened: Happened, { services }: Listening): Promise<Begun[]> => {
  const { scope, subject: activityId, data } = happened;
  const activity = await services[slice].read(scope, activityId);
  if (!activity) return [];
  const job = { ...about(happened), proposalId: activityId, title: activity.title };
  if (slice === 'calls') return [{ ...job, call: tellsAsked(happened.type) ? 'asked' : 'coming' }];
  const shifts = shiftsOf(data).map((shiftId) => ({ ...job, shiftId }));
  return shifts.length > 0 || job.also.length === 0 ? shifts : [{ ...job, named: true }];
};

/**
 * To the one it is about, or to each of those; to the holders of a role and to those who speak for a unit besides, each
 * told as what they are (`as`). Nobody, when there is none to be told.
 */
const ofPeople = async (happened: Happened, told: ToldPersonally, { contactsOf }: Listening): Promise<Begun[]> => {
  const { title, people, roles, unitId } = told;
  const job = { ...about(happened), proposalId: happened.id, title, also: [] };
  const as = (who: 'role' | 'unit') => ({ ...job, data: { ...job.data, as: who } });
  const contacts = unitId ? await contactsOf(happened.scope, unitId) : [];
  return [
    ...(people.length > 0 ? [{ ...job, also: people, named: true as const }] : []),
    ...(unitId && contacts.length > 0
      ? [{ ...as('unit'), proposalId: unitId, also: contacts, named: true as const }]
      : []),
    ...(roles.length > 0 ? [{ ...as('role'), roles: [...roles] }] : []),
  ];
};

/** To whoever wrote an announcement; what was stopped may be no announcement, and then nobody wrote it. */
const ofAuthor = async (happened: Happened, { announcements }: Listening): Promise<Begun[]> => {
  const announcementId = String(happened.data['announcementId'] ?? happened.subject);
  const announcement = await announcements.find(happened.scope, announcementId);
  if (!announcement) return [];
  const { title, authorId } = announcement;
  const job = about(happened);
  const also = job.also.length > 0 ? job.also : [authorId];
  return [{ ...job, proposalId: announcementId, title, also, named: true }];
};

/** To whoever wrote what a second person let out: under an id of its own, for they may be among those it is for. */
const ofApproved = (happened: Happened, title: string): Begun[] => {
  const authorId = approvedFor(happened.data);
  if (!authorId) return [];
  const { data, ...job } = about(happened);
  const told = { proposalId: happened.subject, title, also: [authorId], named: true as const };
  return [{ ...job, ...told, eventId: twinOf(happened.id), data: { ...data, as: 'author' } }];
};

/** Of an announcement to those it is for; of what was corrected or withdrawn, to those who opened it; of what was approved, to its author. */
const ofAnnouncement = async (happened: Happened, { announcements }: Listening): Promise<Begun[]> => {
  const { scope, subject: announcementId, type } = happened;
  const announcement = await announcements.find(scope, announcementId);
  if (!announcement) return [];
  const { title, audience } = announcement;
  const approved = ofApproved(happened, title);
  if (type === 'announcements.scheduled') return approved;
  const job = { ...about(happened), proposalId: announcementId, title, plan: planAnnouncement(happened, announcement) };
  return type === 'announcements.published'
    ? [{ ...job, eventId: announcementId, audience }, ...approved]
    : [{ ...job, openedBy: announcementId }, ...approved];
};

const jobsOf = (happened: Happened, listening: Listening): Promise<Begun[]> | Begun[] => {
  const { type, data, subject } = happened;
  if (tellsAuthor(type)) return ofAuthor(happened, listening);
  if (type.startsWith('announcements.')) return ofAnnouncement(happened, listening);
  const personally = toldPersonally(type, data, subject);
  if (personally) return ofPeople(happened, personally, listening);
  const survey = surveyOf(type, data);
  if (survey) return [{ ...about(happened), proposalId: survey.roundId, title: SURVEY, survey }];
  const slice = serviceSliceOf(type);
  return slice ? ofService(slice, happened, listening) : ofMatters(happened, listening);
};

/** Begins a fan-out, and before it the sending that follows it, when the event goes out over WeChat too. */
const begin = async (repo: Repo, { plan: own, ...job }: Begun, now: Date): Promise<void> => {
  const plan = own ?? planEvent(job);
  if (!plan) return void (await repo.jobs.begin(job, now));
  const sendId = plan.announced ? job.eventId : fanOf(job);
  await repo.sends.begin({ ...plan, sendId, noticeId: job.eventId }, now);
  await repo.jobs.begin({ ...job, sendId }, now);
};

/**
 * Begins the fan-outs of an event, each once however often it comes. The stream does the telling; a notice is keyed by
 * the event, so that whoever follows two of the matters, or follows one and is concerned, is told once.
 */
export const onEvents =
  (listening: Listening) =>
  async ({ detail }: EventBridgeEvent<string, unknown>): Promise<void> => {
    const { success, data: happened } = z.safeParse(Happened, detail);
    if (!success || !isTold(happened.type, happened.data)) return;
    const { repo, clock = () => new Date() } = listening;
    for (const job of await jobsOf(happened, listening)) await begin(repo, job, clock());
  };

let ready: ReturnType<typeof onEvents> | undefined;
const build = () => {
  const env = readEnv([
    ...(['TABLE_NOTICES', 'TABLE_COUNCILS', 'TABLE_UNITS'] as const),
    ...(['TABLE_VOLUNTEERING', 'TABLE_WISHES', 'TABLE_CALLS', 'TABLE_ANNOUNCEMENTS'] as const),
  ]);
  const client = createDocumentClient();
  return onEvents({
    repo: createRepo(client, env.TABLE_NOTICES, createCursors('')),
    matters: createMatters(client, env.TABLE_COUNCILS),
    services: {
      volunteering: createActivities(client, env.TABLE_VOLUNTEERING),
      wishes: createActivities(client, env.TABLE_WISHES),
      calls: createActivities(client, env.TABLE_CALLS),
    },
    contactsOf: createUnits(client, env.TABLE_UNITS).contactsOf,
    announcements: createAnnouncements(client, env.TABLE_ANNOUNCEMENTS),
  });
};
export const handler = (event: EventBridgeEvent<string, unknown>): Promise<void> => (ready ??= build())(event);
