import { Text } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { useState } from 'react';
import { dateInWords } from '@gongzhi/shared/kernel/time';
import { reports } from '@gongzhi/shared/reports/contract';
import { spanOf, type PeriodId } from '@gongzhi/shared/kernel/periods';
import { call } from '../../kernel/call';
import { open, useParams } from '../../kernel/navigate';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { useAct } from '../../kernel/use-act';
import { usePages } from '../../kernel/use-pages';
import { HeadList } from '../head-list';
import { PeriodChoice, usePeriods } from '../period-choice';

/** The reports of a branch’s members for one period: prepared together, opened one by one. */
export default function BranchPage() {
  const { communityId } = useParams('reports', 'branch');
  const periods = usePeriods(communityId);
  const [chosen, setChosen] = useState<PeriodId>();
  const period = chosen ?? periods[1] ?? '';
  const { loaded, reload, more } = usePages(`${communityId}${period}`, (cursor) =>
    call(reports.listBranchReports, { communityId, period, ...(cursor ? { cursor } : {}) }),
  );
  useDidShow(reload);
  const { busy, act } = useAct(reload);
  const { to } = spanOf(period);
  const running = new Date().toISOString() < to;
  const prepare = () =>
    void act(reports.prepareBranch, { communityId, period }, '正在准备，过一会儿下拉刷新就能看到。');
  return (
    <Page
      title="支部的报告"
      why={running ? `这一期还没有结束，${dateInWords(to)}起可以准备。` : undefined}
      primary={{ label: '准备全支部的报告', busy, disabled: running, onTap: prepare }}
    >
      <PeriodChoice periods={periods} value={period} onChange={setChosen} />
      <Text className="block small">只列本支部的党员。名单您每次看到，本人都会知道。</Text>
      <ListState
        loaded={loaded}
        retry={reload}
        isEmpty={({ items }) => items.length === 0}
        empty={{ words: '这一期还没有报告。这一期结束以后，点下面的按钮准备；没有服务的党员不用做。' }}
      >
        {({ items, next }) => (
          <>
            <HeadList
              items={items}
              onTap={({ memberId }) => open('reports', 'report', { communityId, memberId, period })}
            />
            {next ? <PrimaryButton kind="plain" label="看后面的" busy={loaded.loading} onTap={more} /> : null}
          </>
        )}
      </ListState>
    </Page>
  );
}
