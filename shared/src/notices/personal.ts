/** Numbers and ids of an event. */
type Data = Readonly<Record<string, string | number | boolean>>;
interface Personal {
  /** What stands where a matter's title would: these events are about nobody's matter. */
  title: string;
  /** Ids of those told, apart by commas. */
  to: (data: Data, subject: string) => unknown;
}

const TIME = '志愿时长';
const CERTIFICATE = '志愿服务证明';
const POINTS = '积分兑换';
const THANKS = '感谢';
const buyer = ({ personId }: Data) => personId;
const volunteer = ({ volunteerId }: Data) => volunteerId;
/** Whose thanks a history is about: `thanks/{personId}`. */
const thanked = (subject: string) => subject.split('/')[1];

/**
 * Events told to the person they are about and to nobody else. Of an exchange its buyer is told how it ends; that it was
 * taken is for the workers' list of what waits and no notice, for each of them would be told of each bottle of soap.
 */
export const PERSONAL: Readonly<Record<string, Personal>> = {
  'hours.case-answered': { title: TIME, to: volunteer },
  'hours.certificates-issued': { title: CERTIFICATE, to: ({ volunteerIds }) => volunteerIds },
  'hours.certificate-revoked': { title: CERTIFICATE, to: volunteer },
  'exchange.order-handed': { title: POINTS, to: buyer },
  'exchange.order-cancelled': { title: POINTS, to: buyer },
  'exchange.thanks-given': { title: THANKS, to: ({ waiting }, subject) => (waiting === false ? thanked(subject) : '') },
  'exchange.thanks-decided': {
    title: THANKS,
    to: ({ publish, authorId }, subject) => (publish === true ? thanked(subject) : authorId),
  },
};
