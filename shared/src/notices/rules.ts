import { ROLES, type Role } from '@gongzhi/shared/kernel/contract';

/** Looked through for the number of unread; more are said to be at least so many. */
export const MOST_UNREAD = 100;
/** Notices are kept so long, days; the record of what happened is the ledger's and is not touched. */
export const KEPT_DAYS = 365;

interface Arrived {
  arrivedAt: string;
  readAt?: string | undefined;
}
/** Whether it was read: by itself, or with all that had arrived by `upTo`. What arrives late is unread however old it is. */
export const isRead = ({ arrivedAt, readAt }: Arrived, upTo: string | undefined): boolean =>
  readAt !== undefined || (upTo !== undefined && arrivedAt <= upTo);

type Data = Readonly<Record<string, string | number | boolean>>;
/** Events that concern the followers of a matter. Discussion is not among them: an inbox is not a chat. */
export const TOLD = [
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
] as const;

/** Whether followers are told of an event. Each single support is not told, only the one that brings a matter on the agenda. */
export const isTold = (type: string, data: Data): boolean =>
  (TOLD as readonly string[]).includes(type) && (type !== 'councils.proposal-supported' || data['onAgenda'] === true);

const ID = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/;
/** The matters an event concerns: those it names in its data (a meeting has several), otherwise its subject. */
export const mattersOf = (subject: string, data: Data): string[] => {
  const named = String(data['proposalIds'] ?? data['proposalId'] ?? '').split(/[,\s]+/);
  const ids = named.filter((id) => ID.test(id));
  return ids.length > 0 ? [...new Set(ids)] : [subject];
};

/** Who is told besides the followers: the one who is to do a task. */
export const alsoTold = ({ ownerId }: Data): string[] =>
  typeof ownerId === 'string' && ID.test(ownerId) ? [ownerId] : [];

/** What a notice keeps of its event: not the lists that say who is told, which would cost a second write unit a person. */
export const keptOf = ({ proposalIds: _, roles: __, entitled: ___, ...kept }: Data): Data => kept;

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
