import { useState } from 'react';
import { opinions } from '@gongzhi/shared/opinions/contract';
import { LONGEST_STATEMENT } from '@gongzhi/shared/opinions/thresholds';
import { call } from '../../kernel/call';
import { toast } from '../../kernel/toast';
import { Sheet } from '../../kernel/ui/sheet';
import { TextArea } from '../../kernel/ui/text-area';
import { SAID } from './model';

type At = { communityId: string; proposalId: string };

/** Writing one's own statement: what was typed stays until it is said; whoever says it agrees with it. */
export function WriteSheet({ at, onClose, done }: { at: At; onClose: () => void; done: () => void }) {
  const [body, setBody] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  const [risky, setRisky] = useState(false);
  const say = async () => {
    setBusy(true);
    const outcome = await call(opinions.addStatement, { ...at, body, ...(risky ? { askReview: true } : {}) });
    if (outcome.ok && outcome.value.no !== undefined)
      await call(opinions.answerStatement, { ...at, no: outcome.value.no, answer: 'agree' });
    setBusy(false);
    if (!outcome.ok) {
      setRisky(outcome.refused === 'TEXT_RISKY');
      return setFailure(outcome.says);
    }
    toast(SAID[outcome.value.state]);
    onClose();
    done();
  };
  return (
    <Sheet
      title="写一条看法"
      words="一条只说一个意思，让别人能回答同意或不同意。"
      onClose={onClose}
      confirm={{
        label: risky ? '提交人工复核' : '写好了',
        busy,
        disabled: body.trim() === '',
        onTap: () => void say(),
      }}
    >
      <TextArea
        label="我的看法"
        value={body}
        max={LONGEST_STATEMENT}
        error={failure}
        onChange={(words) => {
          setBody(words);
          setRisky(false);
        }}
      />
    </Sheet>
  );
}
