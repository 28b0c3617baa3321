import { Text } from '@tarojs/components';
import { useState } from 'react';
import { reports } from '@gongzhi/shared/reports/contract';
import type { Evaluation } from '@gongzhi/shared/reports/evaluation-model';
import { call } from '../../kernel/call';
import { usePresence } from '../../kernel/standing';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { TextSheet } from '../../kernel/ui/text-sheet';
import { useAct } from '../../kernel/use-act';
import { useLoaded } from '../../kernel/use-loaded';
import { draftOf } from './model';
import { SaidCards } from './said-cards';
import { SideForm } from './side-form';
import { useEvaluation } from './use-evaluation';

interface Ids {
  communityId: string;
  period: string;
}

function Own({ ids, evaluation, done }: { ids: Ids; evaluation: Evaluation; done: () => void }) {
  const { personId = '' } = usePresence();
  const { loaded } = useLoaded(Object.values(ids).join(), () => call(reports.readMyRecord, ids));
  return (
    <>
      <SaidCards evaluation={evaluation} />
      <Text className="heading">我自己写的</Text>
      <SideForm
        ids={{ ...ids, memberId: personId }}
        side="self"
        criteria={evaluation.criteria}
        before={draftOf(evaluation, 'self')}
        lines={loaded.value?.items ?? []}
        done={done}
      />
    </>
  );
}

/** All that was said of oneself, one’s own side, and a reply. */
export function Mine(ids: Ids) {
  const { loaded, reload } = useEvaluation(Object.values(ids).join(), () => call(reports.readMyEvaluation, ids));
  const [replying, setReplying] = useState(false);
  const { busy, act } = useAct(reload);
  const found = loaded.value?.found;
  const primary = found && !found.reply ? { label: '写几句回应', onTap: () => setReplying(true) } : undefined;
  return (
    <Page title="对我的评议" {...(primary ? { primary } : {})}>
      <ListState
        loaded={loaded}
        retry={reload}
        isEmpty={(value) => value.found === undefined}
        empty={{
          words: '这一期还没有评议。支部发起后，本人、支部、社区和服务过的居民各写几句，您都能看到。',
        }}
      >
        {({ found: one }) => (one ? <Own ids={ids} evaluation={one} done={reload} /> : null)}
      </ListState>
      {replying ? (
        <TextSheet
          title="回应"
          words="只能写一次，会和评议放在一起。"
          label="回应"
          max={200}
          confirm="提交回应"
          busy={busy}
          onConfirm={(words) => act(reports.replyEvaluation, { ...ids, words }, '已提交。')}
          onClose={() => setReplying(false)}
        />
      ) : null}
    </Page>
  );
}
