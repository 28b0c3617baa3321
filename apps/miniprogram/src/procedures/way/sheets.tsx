import { useState } from 'react';
import { procedures } from '@gongzhi/shared/procedures/contract';
import type { GateNow } from '@gongzhi/shared/procedures/model';
import { TextSheet } from '../../kernel/ui/text-sheet';
import type { Act } from '../../kernel/use-act';
import { RecordSheet } from './record-sheet';

export type Asked = { kind: 'publish' | 'record' | 'correct'; gate: GateNow } | { kind: 'object' };
interface SheetsProps {
  at: { communityId: string; proposalId: string };
  asked: Asked;
  busy: boolean;
  act: Act;
  onClose: () => void;
}

function ObjectSheet({ at, busy, act, onClose }: Omit<SheetsProps, 'asked'>) {
  const [again, setAgain] = useState(false);
  return (
    <TextSheet
      title="提异议"
      words={
        again
          ? '内容检查没有通过。您可以修改，也可以就这样提交，由社区工作者来看。'
          : '异议会和您的名字一起公开，社区必须答复，答复之前不能表决。'
      }
      label="异议"
      max={300}
      confirm={again ? '提交人工复核' : '提交异议'}
      busy={busy}
      onConfirm={async (text) => {
        const done = await act(
          procedures.raiseObjection,
          { ...at, text, ...(again ? { askReview: true } : {}) },
          ({ waiting }) => (waiting ? '已提交，文字审核后公开；这条异议已经算数。' : '已提交，社区会答复您。'),
        );
        setAgain(!done);
        return done;
      }}
      onClose={onClose}
    />
  );
}

/** What somebody writes for a step of the way. */
export function Sheets({ at, asked, busy, act, onClose }: SheetsProps) {
  if (asked.kind === 'object') return <ObjectSheet at={at} busy={busy} act={act} onClose={onClose} />;
  const { gateId, name } = asked.gate;
  if (asked.kind === 'record')
    return (
      <RecordSheet
        name={name}
        busy={busy}
        onConfirm={(step) => act(procedures.recordStep, { ...at, gateId, ...step }, '已记录。')}
        onClose={onClose}
      />
    );
  const correcting = asked.kind === 'correct';
  return (
    <TextSheet
      title={correcting ? `更正“${name}”` : `发布${name}`}
      words={
        correcting
          ? '这一步和它后面的步骤都要重新做。原来的记录保留，注明已更正。'
          : '发布后所有人都能看到，期限从第二天开始算。'
      }
      label={correcting ? '更正的理由' : `${name}内容`}
      max={correcting ? 100 : 500}
      confirm={correcting ? '确认更正' : '发布'}
      busy={busy}
      onConfirm={(text) =>
        correcting
          ? act(procedures.correctStep, { ...at, gateId, reason: text }, '已更正，请重新做这一步。')
          : act(procedures.publishNotice, { ...at, gateId, text }, '已发布，期限开始计算。')
      }
      onClose={onClose}
    />
  );
}
