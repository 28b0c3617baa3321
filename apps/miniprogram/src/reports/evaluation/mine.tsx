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

const primaryOf = (evaluation: Evaluation | undefined, onTap: () => void) =>
  evaluation && !evaluation.reply ? { primary: { label: '写几句回应', onTap } } : {};

/** All that was said of oneself, one’s own side, and a reply. */
export function Mine({ communityId, period }: { communityId: string; period: string }) {
  const { personId = '' } = usePresence();
  const ids = { communityId, period };
  const { loaded, reload } = useLoaded(`${communityId}${period}`, async () => {
    const outcome = await call(reports.readMyEvaluation, ids);
    const none = !outcome.ok && outcome.refused === 'NOT_FOUND';
    return none ? { ok: true as const, value: undefined } : outcome;
  });
  const record = useLoaded(`${communityId}${period}`, () => call(reports.readMyRecord, ids));
  const [replying, setReplying] = useState(false);
  const { busy, act } = useAct(reload);
  const evaluation = loaded.value;
  const primary = evaluation && !evaluation.reply ? { label: '写几句回应', onTap: () => setReplying(true) } : undefined;
  return (
    <Page title="对我的评议" {...primary}>
      {none ? (
        <Text className="block">
          这一期还没有评议。支部发起后，本人、支部、社区和服务过的居民各写几句，您都能看到。
        </Text>
      ) : (
        <ListState loaded={loaded} retry={reload}>
          {(one) =>
            one ? (
              <>
                <SaidCards evaluation={one} />
                <Text className="heading">我自己写的</Text>
                <SideForm
                  key={one.criteria.map(({ said }) => said.length).join()}
                  ids={{ ...ids, memberId: personId }}
                  side="self"
                  criteria={one.criteria}
                  before={draftOf(one, 'self')}
                  lines={record.loaded.value?.items ?? []}
                  done={reload}
                />
              </>
            ) : null
          }
        </ListState>
      )}
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
