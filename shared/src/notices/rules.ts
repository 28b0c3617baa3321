import { ROLES, type Role } from '@gongzhi/shared/kernel/contract';
import { PERSONAL } from './personal';

/** Looked through for the number of unread; more are said to be at least so many. */
export const MOST_UNREAD = 100;
/** Characters one may look for in an inbox: a subscribe message shows no more of a title. */
export const MOST_WORDS = 20;
/** Notices are kept so long, days; the record of what happened is the ledger's and is not touched. */
export const KEPT_DAYS = 365;

const ID = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/;
/** The ids in a list of them. */
const listed = (ids: unknown): string[] => [
  ...new Set(
    String(ids ?? '')
      .split(/[,\s]+/)
      .filter((id) => ID.test(id)),
  ),
];

type Data = Readonly<Record<string, string | number | boolean>>;
/** Events that concern the followers of a matter. Discussion is not among them: an inbox is not a chat. */
export const TOLD = [
  'announcements.published',
  'announcements.scheduled',
  'announcements.corrected',
  'announcements.withdrawn',
  'announcements.returned',
  'notices.stopped',
  'councils.proposal-supported',
  'councils.matters-merged',
  'councils.matter-split',
  'procedures.procedure-chosen',
  'procedures.notice-published',
  'procedures.objection-raised',
  'procedures.objection-answered',
  'procedures.step-corrected',
  'votes.vote-opened',
  'votes.vote-decided',
  'meetings.meeting-called',
  'meetings.meeting-changed',
  'meetings.meeting-cancelled',
  'meetings.matter-heard',
  'resolutions.task-added',
  'resolutions.task-progressed',
  'resolutions.task-done',
  'resolutions.task-extended',
  'resolutions.task-reassigned',
  'resolutions.result-accepted',
  'resolutions.result-sent-back',
  'resolutions.completed',
  'resolutions.review-opened',
  'resolutions.reviewed',
  'volunteering.activity-planned',
  'volunteering.activity-published',
  'volunteering.activity-declined',
  'volunteering.activity-changed',
  'volunteering.activity-cancelled',
  'volunteering.shift-changed',
  'volunteering.shift-cancelled',
  'volunteering.moved-up',
  'wishes.published',
  'wishes.declined',
  'wishes.claimed',
  'wishes.handed-back',
  'wishes.visit-arranged',
  'wishes.done',
  'wishes.confirmed',
  'wishes.sent-back',
  'wishes.withdrawn',
  'calls.members-asked',
  'calls.call-cancelled',
  'calls.call-ended',
  'party.report-valid',
  'party.report-declined',
  'party.report-renewed',
  'party.renewal-declined',
  'party.report-left',
  'projects.need-decided',
  'projects.nomination-decided',
  'reports.report-prepared',
  'reports.objection-answered',
  'reports.report-sent',
  'reports.evaluation-opened',
  'reports.word-asked',
  'hours.case-answered',
  'hours.certificates-issued',
  'hours.certificate-revoked',
  'exchange.order-handed',
  'exchange.order-cancelled',
  'exchange.thanks-given',
  'exchange.thanks-decided',
  'satisfaction.invited',
  'satisfaction.reminded',
  'satisfaction.answer-told',
] as const;

/** Whose announcement, or correction of one, a second person let out with this event. */
export const approvedFor = (data: Data): string | undefined => listed(data['approvedFor'])[0];

/** Events of which only some are told: the one support that brings a matter on the agenda, an announcement that a second person let out for later, a shift that is at another time, an activity that comes of somebody's request. */
const ONLY_IF: Readonly<Record<string, (data: Data) => boolean>> = {
  'announcements.scheduled': (data) => approvedFor(data) !== undefined,
  'councils.proposal-supported': ({ onAgenda }) => onAgenda === true,
  'volunteering.shift-changed': ({ moved }) => moved === true,
  'volunteering.activity-planned': ({ askedBy }) => askedBy !== undefined,
};
/** Whether anybody is told of an event. */
export const isTold = (type: string, data: Data): boolean =>
  (TOLD as readonly string[]).includes(type) && (ONLY_IF[type]?.(data) ?? true);

/** Slices with service of their own: their events are about an activity, a wish or a call, and not about a matter. */
export const SERVICE_SLICES = ['volunteering', 'wishes', 'calls'] as const;
export type ServiceSlice = (typeof SERVICE_SLICES)[number];
/** The slice of an event about service; undefined for one about a matter. */
export const serviceSliceOf = (type: string): ServiceSlice | undefined =>
  SERVICE_SLICES.find((slice) => type.startsWith(`${slice}.`));
/** Whether an event is for whoever wrote an announcement alone: it was sent back, or WeChat does not take its message. */
export const tellsAuthor = (type: string): boolean => type === 'announcements.returned' || type === 'notices.stopped';
/** Whether everybody who was asked to come to an urgent call is told of an event about it; of any other, those coming are. */
export const tellsAsked = (type: string): boolean => type === 'calls.members-asked';
/**
 * Whom an event about a round of satisfaction tells, without naming anybody: those invited in one wave, or whoever has not
 * answered, of one wave or of all; nothing for any other event.
 */
export const surveyOf = (
  type: string,
  { roundId, wave }: Data,
): { roundId: string; wave?: string; unanswered?: true } | undefined => {
  if (typeof roundId !== 'string') return undefined;
  const of = { roundId, ...(typeof wave === 'string' ? { wave } : {}) };
  if (type === 'satisfaction.reminded') return { ...of, unanswered: true };
  return type === 'satisfaction.invited' ? of : undefined;
};
/** The shifts whose people are told of an event. */
export const shiftsOf = ({ shiftIds, shiftId, volunteerId }: Data): string[] =>
  volunteerId === undefined ? listed(shiftIds ?? shiftId) : [];

/** Who is told of an event that is about nobody's matter. */
export interface ToldPersonally {
  title: string;
  people: string[];
  /** Whoever holds one of these in the community, besides. */
  roles: readonly Role[];
  /** Whoever speaks for this unit, besides. */
  unitId: string | undefined;
}
/** Who is told of an event that concerns them alone, and under what title; nothing when it concerns a matter or an activity. */
export const toldPersonally = (type: string, data: Data, subject: string): ToldPersonally | undefined => {
  const personal = PERSONAL[type];
  if (!personal) return undefined;
  const { title, to, roles = [] } = personal;
  return { title, people: listed(to(data, subject)), roles, unitId: listed(data['unitId'])[0] };
};

/** The matters an event concerns: those it names in its data (a meeting has several), otherwise its subject. */
export const mattersOf = (subject: string, data: Data): string[] => {
  const ids = listed(data['proposalIds'] ?? data['proposalId']);
  return ids.length > 0 ? ids : [subject];
};

/** Who is told by name: who is to do a task, organises an activity, moved up in a shift, or asked for help; `toldId`: whom the event says. */
export const alsoTold = ({ ownerId, organiserId, volunteerId, askedBy, toldId }: Data): string[] =>
  [ownerId, organiserId, volunteerId, askedBy, toldId].flatMap(listed);

/** What a notice keeps of its event: not the lists that say who is told, which would cost a second write unit a person. */
const NOT_KEPT = new Set([
  ...['proposalIds', 'shiftIds', 'roles', 'entitled', 'organiserId', 'volunteerId', 'volunteerIds', 'askedBy'],
  ...['personId', 'authorId', 'approvedFor', 'toldId', 'memberId', 'unitId', 'branchId'],
]);
export const keptOf = (data: Data): Data =>
  Object.fromEntries(Object.entries(data).filter(([name]) => !NOT_KEPT.has(name)));

/** Who casts a vote's ballots, by its unit. */
const VOTERS: Readonly<Record<string, Role>> = {
  household: 'resident',
  person: 'resident',
  delegate: 'councilMember',
  owner: 'owner',
};
/** Which field of an event says whom it concerns besides the followers. */
const CONCERNS: Readonly<Record<string, (data: Data) => unknown>> = {
  'meetings.meeting-called': ({ roles }) => roles,
  'meetings.meeting-changed': ({ roles }) => roles,
  'meetings.meeting-cancelled': ({ roles }) => roles,
  'votes.vote-opened': ({ unit }) => VOTERS[String(unit)],
  'procedures.notice-published': ({ entitled }) => entitled,
};
/**
 * The roles whose holders are told of an event whether or not they follow its matter: whom a meeting expects, who may cast
 * in a vote that was opened, and whom a law has notified (《物业管理条例》第十四条: all owners).
 */
export const concernedRoles = (type: string, data: Data): Role[] =>
  String(CONCERNS[type]?.(data) ?? '')
    .split(',')
    .filter((role): role is Role => (ROLES as readonly string[]).includes(role));
