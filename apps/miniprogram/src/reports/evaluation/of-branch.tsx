import { Text } from '@tarojs/components';
import { reports } from '@gongzhi/shared/reports/contract';
import { call } from '../../kernel/call';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { useAct } from '../../kernel/use-act';
import { useLoaded } from '../../kernel/use-loaded';
import { draftOf } from './model';
import { SaidCards } from './said-cards';
import { SideForm } from './side-form';

interface Ids {
  communityId: string;
  memberId: string;
  period: string;
}
/** The secretary opens an evaluation, writes the branch’s side and reads what the others wrote. */
export function OfBranch(ids: Ids) {
  const { loaded, reload } = useLoaded(Object.values(ids).join(), async () => {
    const outcome = await call(reports.readEvaluation, ids);
    const none = !outcome.ok && outcome.refused === 'NOT_FOUND';
    return none ? { ok: true as const, value: undefined } : outcome;
  });
  const { busy, act } = useAct(reload);
  const none = !loaded.value && !loaded.loading && !loaded.failure;
  const open = () => void act(reports.openEvaluation, ids, '已发起，请本人、社区和居民来写。');
  return (
    <Page title="党员评议" {...(none ? { primary: { label: '发起评议', busy, onTap: open } } : {})}>
      {none ? (
        <Text className="block">
          这一期还没有评议。发起后，本人、支部、社区和服务过的居民各写几句，并列放着，不打分、不排名。
        </Text>
      ) : (
        <ListState loaded={loaded} retry={reload}>
          {(one) =>
            one ? (
              <>
                <SaidCards evaluation={one} />
                <Text className="heading">支部写的</Text>
                <SideForm
                  key={one.criteria.map(({ said }) => said.length).join()}
                  ids={ids}
                  side="branch"
                  criteria={one.criteria}
                  before={draftOf(one, 'branch')}
                  done={reload}
                />
              </>
            ) : null
          }
        </ListState>
      )}
    </Page>
  );
}
