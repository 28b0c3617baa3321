import { CodeSheet, SIX_DIGITS } from '../../kernel/service/code-sheet';
import type { KeptDay } from '../kept-day';
import { OwnCodeSheet } from '../../kernel/service/own-code';
import { type Stand } from './model';
import { WAY_WORDS, type Way } from '../../kernel/service/check-words';

export type Asked = { kind: 'scan'; stand: Stand; way: Way } | { kind: 'code'; stand: Stand };
const PLACE_WORDS = '签到时手机会问一次位置，只用来核对您在不在服务地点，不保存；不同意也能签到。';

export interface AskedProps {
  asked: Asked | undefined;
  day: KeptDay | undefined;
  busy: boolean;
  scanned: (code: string) => void;
  onClose: () => void;
}

const scanWords = ({ way, stand }: { way: Way; stand: Stand }) =>
  `请扫组织者手机上的签到码。${way === 'in' && stand.activity.spot ? PLACE_WORDS : ''}`;

/** What is open over one's day: reading the organiser's code, or showing one's own. */
export function AskedSheet({ asked, day, busy, scanned, onClose }: AskedProps) {
  if (asked?.kind === 'scan')
    return (
      <CodeSheet
        title={WAY_WORDS[asked.way]}
        words={scanWords(asked)}
        typed={SIX_DIGITS}
        busy={busy}
        onCode={scanned}
        onClose={onClose}
      />
    );
  const pass = asked && day?.passes[asked.stand.shiftId];
  if (!asked || !day || !pass) return null;
  const { shiftId, personId } = asked.stand;
  return <OwnCodeSheet pass={pass} who={{ shiftId, personId }} ahead={day.ahead} onClose={onClose} />;
}
