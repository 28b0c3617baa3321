import { Text } from '@tarojs/components';
import { reports } from '@gongzhi/shared/reports/contract';
import { call } from '../../kernel/call';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { useAct } from '../../kernel/use-act';
import { draftOf } from './model';
import { SaidCards } from './said-cards';
import { SideForm } from './side-form';
import { useEvaluation } from './use-evaluation';

interface Ids {
  communityId: string;
  memberId: string;
  period: string;
}
/** The secretary opens an evaluation, writes the branch’s side and reads what the others wrote. */
export function OfBranch(ids: Ids) {
  const { loaded, reload } = useEvaluation(Object.values(ids).join(), () => call(reports.readEvaluation, ids));
  const { busy, act } = useAct(reload);
  const none = loaded.value !== undefined && loaded.value.found === undefined;
  const open = () => void act(reports.openEvaluation, ids, '已发起，请本人、社区和居民来写。');
  return (
    <Page title="党员评议" {...(none ? { primary: { label: '发起评议', busy, onTap: open } } : {})}>
      <ListState
        loaded={loaded}
        retry={reload}
        isEmpty={(value) => value.found === undefined}
        empty={{
          words: '这一期还没有评议。发起后，本人、支部、社区和服务过的居民各写几句，并列放着，不打分、不排名。',
        }}
      >
        {({ found }) =>
          found ? (
            <>
              <SaidCards evaluation={found} />
              <Text className="heading">支部写的</Text>
              <SideForm
                ids={ids}
                side="branch"
                criteria={found.criteria}
                before={draftOf(found, 'branch')}
                done={reload}
              />
            </>
          ) : null
        }
      </ListState>
    </Page>
  );
}
