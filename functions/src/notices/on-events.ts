import type { EventBridgeEvent } from 'aws-lambda';
import {
  alsoTold,
  concernedRoles,
  isTold,
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
import { about, readHappened, type Begun, type Happened } from './read-happened';
import { ofAnnouncement, ofAuthor } from './of-announcement';
import { fanOf } from './repo-jobs';
import { planEvent } from './plan-event';

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

const jobsOf = (happened: Happened, listening: Listening): Promise<Begun[]> | Begun[] => {
  const { type, data, subject } = happened;
  if (tellsAuthor(type)) return ofAuthor(happened, listening.announcements);
  if (type.startsWith('announcements.')) return ofAnnouncement(happened, listening.announcements);
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
    const happened = readHappened(detail);
    if (!happened || !isTold(happened.type, happened.data)) return;
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
