import { checkInWindow, checkOutWindow } from '@gongzhi/shared/kernel/service/times';
import type { Inside, Shown, Visit } from '@gongzhi/shared/wishes/model';
import type { Way } from '../../kernel/service/check-words';
import { lengthWords, spanWords, timeOfDay } from '../../kernel/service/time-words';
import { scanDue } from '../../kernel/service/unsent-scans';

/** What somebody may do about a wish, by its name. */
export type Act =
  | ('sign-in' | 'join' | 'claim' | 'arrange' | 'move' | 'in' | 'out' | 'own-code' | 'done' | 'back')
  | ('confirm' | 'send-back' | 'word' | 'scan' | 'withdraw' | 'publish' | 'decline' | 'whose');
export const ACT_WORDS: Record<Act, string> = {
  'sign-in': '登录后认领',
  join: '加入社区后认领',
  claim: '我来认领',
  arrange: '约上门时间',
  move: '改上门时间',
  in: '扫码签到',
  out: '扫码签退',
  'own-code': '出示我的服务码',
  done: '做好了',
  back: '做不了，交回',
  confirm: '实现了，确认',
  'send-back': '还没做好',
  word: '确认他上门的时间',
  scan: '扫对方的服务码',
  withdraw: '撤回心愿',
  publish: '公布',
  decline: '不公布',
  whose: '看是谁的心愿（会留下记录）',
};
/** The one thing to do, and what else may be done. */
export interface Acts {
  primary?: Act;
  others: readonly Act[];
}
export type SeenVisit = Visit & { unsent?: readonly Way[] };
export interface Seen {
  shown: Shown;
  inside?: (Omit<Inside, 'visit'> & { visit?: SeenVisit | undefined }) | undefined;
}
export interface Reader {
  signedIn: boolean;
  member: boolean;
  worker: boolean;
}
const NONE: Acts = { others: [] };

/** Which scan of the visit can be made now. */
export const visitScan = (visit: SeenVisit | undefined, now: Date): Way | undefined =>
  visit && scanDue(visit, { place: 'taken', ...visit }, now);
const isOver = (visit: Visit, now: Date) => checkOutWindow(visit).to < now.getTime();

const SCANS: Record<Way, Acts> = {
  in: { primary: 'in', others: ['own-code', 'move', 'back'] },
  out: { primary: 'out', others: ['own-code'] },
};
/** What a visit asks for; undefined when it is over, with or without anybody having come. */
const whileVisit = (visit: SeenVisit, now: Date): Acts | undefined => {
  const way = visitScan(visit, now);
  if (way) return SCANS[way];
  if (!visit.inAt) return isOver(visit, now) ? undefined : { others: ['move', 'done', 'back'] };
  return visit.outAt ? undefined : { primary: 'done', others: [] };
};

const whileClaimed = ({ hasDoor, visit }: NonNullable<Seen['inside']>, now: Date): Acts => {
  const visiting = visit && whileVisit(visit, now);
  if (visiting) return visiting;
  if (!hasDoor) return { primary: 'done', others: ['back'] };
  return visit?.outAt
    ? { primary: 'done', others: ['arrange', 'back'] }
    : { primary: 'arrange', others: ['done', 'back'] };
};

/** What the wisher's side may say of a visit that is over without counting. */
const wordOf = (visit: Visit | undefined, now: Date): Act[] =>
  visit && !visit.service && Date.parse(visit.endsAt) <= now.getTime() ? ['word'] : [];

/** Whether the code is shown now: from the first moment of arriving to the last of leaving. */
export const showsCode = ({ inside }: Seen, now: Date): boolean => {
  const visit = inside?.visit;
  if (!visit || visit.outAt || inside.as === 'claimer') return false;
  return checkInWindow(visit).from <= now.getTime() && now.getTime() <= checkOutWindow(visit).to;
};

const ofWisher = (seen: Seen, inside: NonNullable<Seen['inside']>, now: Date): Acts => {
  const word = wordOf(inside.visit, now);
  switch (inside.state) {
    case 'waiting':
    case 'open':
      return { others: ['withdraw'] };
    case 'claimed':
      return { others: [...(showsCode(seen, now) ? (['scan'] as const) : []), ...word, 'confirm', 'withdraw'] };
    case 'done':
      return { primary: 'confirm', others: ['send-back', ...word] };
    case 'served':
      return { others: word };
    default:
      return NONE;
  }
};

const ofWorker = (seen: Seen, now: Date): Acts => {
  const { inside, shown } = seen;
  const first: Acts = shown.state === 'waiting' ? { primary: 'publish', others: ['decline'] } : NONE;
  if (!inside) return { ...first, others: [...first.others, 'whose'] };
  const own = inside.behalf ? ofWisher(seen, inside, now) : { others: wordOf(inside.visit, now) };
  return { ...own, ...first, others: [...first.others, ...own.others] };
};

const ofVisitor = ({ shown }: Seen, { signedIn, member }: Reader): Acts => {
  if (shown.state !== 'open') return NONE;
  if (!signedIn) return { primary: 'sign-in', others: [] };
  return { primary: member ? 'claim' : 'join', others: [] };
};

/** What the reader's own part in it lets them do; undefined: they have none, or it is anybody's again. */
const ofPart = (seen: Seen, now: Date): Acts | undefined => {
  const { inside } = seen;
  if (inside?.as === 'wisher') return ofWisher(seen, inside, now);
  if (inside?.as !== 'claimer' || inside.state === 'open') return undefined;
  return inside.state === 'claimed' ? whileClaimed(inside, now) : NONE;
};

/** What the reader may do now. The handlers decide; here nothing is offered that they would refuse. */
export const actsOf = (seen: Seen, reader: Reader, now: Date): Acts => {
  const own = ofPart(seen, now);
  if (own) return own;
  const visitor = ofVisitor(seen, reader);
  if (!reader.worker) return visitor;
  const worker = ofWorker(seen, now);
  return { ...visitor, ...worker, others: worker.others };
};

/** How the visit stands, in words. */
export const visitWords = (visit: SeenVisit, now: Date): string => {
  const { inAt, outAt, service, late, unsent = [] } = visit;
  if (unsent.length > 0) return '扫码已存在这部手机上，联网后自动发送，不用再扫。';
  if (service) return `服务了 ${lengthWords(service.minutes)}，已记入志愿服务时长。`;
  if (outAt) return late ? '扫码是补传的，等许愿的一方确认时间。' : '已签退。';
  if (inAt) return `${timeOfDay(inAt)}签到，走的时候请签退。`;
  return isOver(visit, now) ? '没有签到。' : '到了请扫对方手机上的码签到，走的时候再扫一次。';
};
export const visitSpan = (visit: Visit, now: Date): string => spanWords(visit, now);

interface Note {
  title: string;
  words: string;
}
const stateNote = ({ state, as }: Pick<Inside, 'state' | 'as'>): Note | undefined => {
  if (state === 'waiting') return { title: '等社区看过', words: '社区工作者看过以后就公布，大家才能认领。' };
  if (state !== 'done') return undefined;
  return as === 'claimer'
    ? { title: '等对方确认', words: '您说做好了，已经请对方确认。' }
    : { title: '请您确认', words: '认领的人说做好了。实现了请确认，没做好请写明还差什么。' };
};

/** What there is to know about how it stands, for whoever reads; undefined when the state says it. */
export const noteOf = ({ inside }: Seen): Note | undefined => {
  if (!inside) return undefined;
  const { state, reason, sentBack, handedBack } = inside;
  if (reason) return { title: '没有公布', words: reason };
  if (sentBack) return { title: '还差一点', words: sentBack };
  if (handedBack && state === 'open') return { title: '认领的人交回了', words: handedBack };
  return stateNote(inside);
};
