import { units } from '@gongzhi/shared/units/contract';
import { TextSheet } from '../../kernel/ui/text-sheet';
import { useAct } from '../../kernel/use-act';
import { AgreeSheet } from './agree-sheet';
import { InviteSheet } from './invite-sheet';

export type At = { communityId: string; unitId: string };
/** What a worker is about to do for a unit. `id`: of the agreement or the thanks. */
export type Doing = { what: 'invite' | 'agree' | 'thank' | 'close' } | { what: 'withdraw' | 'remove'; id: string };

const PUBLIC = '大家都能看到原因。';
const ASKS = {
  thank: {
    ...{ title: '感谢这个单位', words: '大家都能看到。请写做了什么，不要写个人的姓名。' },
    ...{ label: '感谢的话', max: 200, confirm: '公布感谢' },
  },
  close: {
    ...{ title: '单位停止参加共建', words: `联系人马上不能再代表单位，提供的资源会收回。做过的事还在。${PUBLIC}` },
    ...{ label: '原因', max: 60, confirm: '确定停止' },
  },
  withdraw: {
    ...{ title: '终止共建协议', words: `协议会标明已终止，不会删掉。${PUBLIC}` },
    ...{ label: '原因', max: 60, confirm: '确定终止' },
  },
  remove: {
    ...{ title: '撤下这条感谢', words: `感谢的话会删掉，只留下撤下的时间和原因。${PUBLIC}` },
    ...{ label: '原因', max: 60, confirm: '确定撤下' },
  },
};

const useSending = (at: At) => {
  const { busy, act } = useAct(() => undefined);
  const send = (doing: Doing, text: string): Promise<boolean> => {
    if (doing.what === 'close') return act(units.closeUnit, { ...at, reason: text }, '已停止。');
    if (doing.what === 'withdraw')
      return act(units.withdrawAgreement, { ...at, agreementId: doing.id, reason: text }, '已终止。');
    if (doing.what === 'remove')
      return act(units.removeThanks, { ...at, thanksId: doing.id, reason: text }, '已撤下。');
    return act(units.thankUnit, { ...at, words: text }, '已公布。');
  };
  return { busy, send };
};

/** The sheet of what a worker does for a unit. */
export function Sheets({ at, doing, done }: { at: At; doing: Doing | undefined; done: () => void }) {
  const { busy, send } = useSending(at);
  if (!doing) return null;
  if (doing.what === 'invite') return <InviteSheet at={at} onClose={done} />;
  if (doing.what === 'agree') return <AgreeSheet at={at} done={done} />;
  return <TextSheet {...ASKS[doing.what]} busy={busy} onConfirm={(text) => send(doing, text)} onClose={done} />;
}
