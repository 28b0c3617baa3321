import { useState } from 'react';
import { wishes } from '@gongzhi/shared/wishes/contract';
import { CodeSheet, SIX_DIGITS, WHOLE_CODE } from '../../kernel/service/code-sheet';
import { OwnCodeSheet } from '../../kernel/service/own-code';
import { WAY_WORDS } from '../../kernel/service/check-words';
import { Sheet } from '../../kernel/ui/sheet';
import { TextArea } from '../../kernel/ui/text-area';
import { TextSheet } from '../../kernel/ui/text-sheet';
import type { Act as Do } from '../../kernel/use-act';
import { visitSpan, type Act, type Seen } from './model';
import type { At } from './use-wish';
import { VisitSheet } from './visit-sheet';

export interface SheetProps {
  at: At;
  inside: Seen['inside'];
  busy: boolean;
  act: Do;
  onClose: () => void;
}
export interface ScanProps {
  /** The key of the claimer's pass, and who they are. */
  pass: string | undefined;
  personId: string;
  ahead: number;
  scanned: (act: 'in' | 'out' | 'scan', code: string) => void;
}

/** A question with one answer. */
const ASKS = {
  claim: {
    title: '认领这个心愿？',
    words: '认领以后请在 7 天内约时间上门，或者做好。做不了可以交回，别人再来。',
    route: wishes.claimWish,
    said: '认领了，已经告诉对方。',
  },
  done: { title: '做好了？', words: '会请对方确认。', route: wishes.markDone, said: '已经请对方确认。' },
  withdraw: {
    title: '撤回这个心愿？',
    words: '撤回以后不能恢复；有人认领的，会告诉他不用来了。',
    route: wishes.withdrawWish,
    said: '撤回了。',
  },
  publish: {
    title: '公布这个心愿？',
    words: '请看看说明里有没有姓名、电话、门牌。公布以后大家都能看到。',
    route: wishes.publishWish,
    said: '公布了，已经告诉许愿的人。',
  },
} as const;
const isAsk = (act: Act): act is keyof typeof ASKS => Object.hasOwn(ASKS, act);

/** A reason that is written before it is done. */
const REASONS = {
  back: { title: '交回这个心愿', words: '会告诉对方，别人再来认领。', route: wishes.handBack, said: '交回了。' },
  'send-back': { title: '还差什么', words: '会请认领的人再看看。', route: wishes.sendBack, said: '已经告诉认领的人。' },
  decline: { title: '为什么不公布', words: '许愿的人会看到。', route: wishes.declineWish, said: '已经告诉许愿的人。' },
} as const;
const isReason = (act: Act): act is keyof typeof REASONS => Object.hasOwn(REASONS, act);

function Ask({ open, at, busy, act, onClose }: SheetProps & { open: keyof typeof ASKS }) {
  const { title, words, route, said } = ASKS[open];
  const done = async () => {
    if (await act(route, at, said)) onClose();
  };
  const kind = open === 'withdraw' ? ('danger' as const) : ('primary' as const);
  return <Sheet {...{ title, words, onClose }} confirm={{ label: '确定', kind, busy, onTap: () => void done() }} />;
}

function Reason({ open, at, busy, act, onClose }: SheetProps & { open: keyof typeof REASONS }) {
  const { route, said, ...words } = REASONS[open];
  const write = (reason: string) => act(route, { ...at, reason }, said);
  return <TextSheet {...{ ...words, busy, onClose }} label="原因" max={60} confirm="确定" onConfirm={write} />;
}

/** The wish came true; a word of thanks may be written and need not be. */
function Confirm({ at, busy, act, onClose }: SheetProps) {
  const [word, setWord] = useState('');
  const done = async () => {
    const said = word.trim() ? { word } : {};
    if (await act(wishes.confirmDone, { ...at, ...said }, '确认了，已经告诉认领的人。')) onClose();
  };
  return (
    <Sheet
      title="心愿实现了？"
      words="写不写感谢的话都可以，只有认领的人看到。"
      onClose={onClose}
      confirm={{ label: '实现了', busy, onTap: () => void done() }}
    >
      <TextArea label="感谢的话（可以不写）" value={word} max={60} onChange={setWord} />
    </Sheet>
  );
}

/** The word of the wisher's side for a visit that was not scanned. */
function Word({ at, inside, busy, act, onClose }: SheetProps) {
  const visit = inside?.visit;
  if (!visit) return null;
  const { shiftId, claimerId, startsAt: from, endsAt: to } = visit;
  const input = { communityId: at.communityId, activityId: at.wishId, shiftId, personId: claimerId, from, to };
  const done = async () => {
    if (await act(wishes.confirmService, input, '确认了，这段时间记入他的服务时长。')) onClose();
  };
  return (
    <Sheet
      title="他来过吗？"
      words={`约的时间是${visitSpan(visit, new Date())}。来过、没有扫码的，请您确认。`}
      onClose={onClose}
      confirm={{ label: '来过，确认', busy, onTap: () => void done() }}
    />
  );
}

type ScanAct = 'in' | 'out' | 'scan';
const SCANS: Record<ScanAct, { title: string; words: string }> = {
  in: { title: WAY_WORDS.in, words: '请扫对方手机上的码。' },
  out: { title: WAY_WORDS.out, words: '请扫对方手机上的码。' },
  scan: { title: '扫对方的服务码', words: '请来的人打开这个心愿，出示服务码。' },
};
const isScan = (act: Act): act is ScanAct => Object.hasOwn(SCANS, act);

function Scan({ open, busy, scanned, onClose }: SheetProps & ScanProps & { open: ScanAct }) {
  const typed = open === 'scan' ? WHOLE_CODE : SIX_DIGITS;
  return <CodeSheet {...SCANS[open]} {...{ typed, busy, onClose }} onCode={(code) => scanned(open, code)} />;
}

function OwnCode({ inside, pass, personId, ahead, onClose }: SheetProps & ScanProps) {
  const shiftId = inside?.visit?.shiftId;
  return pass && shiftId ? <OwnCodeSheet {...{ pass, ahead, onClose }} who={{ shiftId, personId }} /> : null;
}

const OWN = { confirm: Confirm, word: Word, arrange: VisitSheet, move: VisitSheet, 'own-code': OwnCode } as const;
const isOwn = (act: Act): act is keyof typeof OWN => Object.hasOwn(OWN, act);

/** What is open over a wish. */
export function Sheets({ open, ...props }: SheetProps & ScanProps & { open: Act }) {
  if (isAsk(open)) return <Ask {...props} open={open} />;
  if (isReason(open)) return <Reason {...props} open={open} />;
  if (isScan(open)) return <Scan {...props} open={open} />;
  const Own = isOwn(open) ? OWN[open] : undefined;
  return Own ? <Own {...props} /> : null;
}
