import type { Role } from '@gongzhi/shared/kernel/contract';

/** Numbers and ids of an event. */
type Data = Readonly<Record<string, string | number | boolean>>;
interface Personal {
  /**
   * What stands where a matter's title would: these events are about nobody's matter. Whoever looks over a shoulder reads
   * it too: what concerns a party membership is called by a name that fits anybody's affairs.
   */
  title: string;
  /** Ids of those told, apart by commas. */
  to: (data: Data, subject: string) => unknown;
  /** Holders of these roles are told too, of what waits for them and without whom it is about. */
  roles?: readonly Role[];
}

const TIME = '志愿时长';
const CERTIFICATE = '志愿服务证明';
const POINTS = '积分兑换';
const THANKS = '感谢';
const REPORTED = '我的登记';
const REPORT = '服务报告';
const buyer = ({ personId }: Data) => personId;
const member = ({ memberId }: Data) => memberId;
const volunteer = ({ volunteerId }: Data) => volunteerId;
/** Whose thanks a history is about: `thanks/{personId}`. */
const thanked = (subject: string) => subject.split('/')[1];

/**
 * Events told to the person they are about and to nobody else. Of an exchange its buyer is told how it ends; that it was
 * taken is for the workers' list of what waits and no notice, for each of them would be told of each bottle of soap.
 * An event that names a unit (`unitId`) is told to those who speak for it too.
 */
export const PERSONAL: Readonly<Record<string, Personal>> = {
  'hours.case-answered': { title: TIME, to: volunteer },
  'hours.certificates-issued': { title: CERTIFICATE, to: ({ volunteerIds }) => volunteerIds },
  'hours.certificate-revoked': { title: CERTIFICATE, to: volunteer },
  'party.report-valid': { title: REPORTED, to: member },
  'party.report-declined': { title: REPORTED, to: member },
  'party.report-renewed': { title: REPORTED, to: member },
  'party.renewal-declined': { title: REPORTED, to: member },
  'party.report-left': { title: REPORTED, to: member },
  'projects.need-decided': { title: '社区需求', to: ({ authorId }) => authorId },
  'projects.nomination-decided': { title: '我的报名', to: ({ toldId }) => toldId },
  'reports.report-prepared': { title: REPORT, to: member },
  'reports.objection-answered': { title: REPORT, to: member },
  'reports.report-sent': { title: REPORT, to: member },
  'reports.word-asked': { title: '微心愿', to: ({ toldId }) => toldId },
  'reports.evaluation-opened': { title: '服务评议', to: member, roles: ['worker'] },
  'satisfaction.answer-told': { title: '满意度调查', to: () => '', roles: ['resident'] },
  'exchange.order-handed': { title: POINTS, to: buyer },
  'exchange.order-cancelled': { title: POINTS, to: buyer },
  'exchange.thanks-given': { title: THANKS, to: ({ waiting }, subject) => (waiting === false ? thanked(subject) : '') },
  'exchange.thanks-decided': {
    title: THANKS,
    to: ({ publish, authorId }, subject) => (publish === true ? thanked(subject) : authorId),
  },
};
