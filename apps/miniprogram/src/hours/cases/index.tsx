import { Text } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { useState } from 'react';
import { hours } from '@gongzhi/shared/hours/contract';
import { call } from '../../kernel/call';
import { open, useParams } from '../../kernel/navigate';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Segmented } from '../../kernel/ui/segmented';
import { usePages } from '../../kernel/use-pages';
import { isStaff, useRolesIn } from '../../kernel/use-roles';
import { CaseCard } from '../case-card';

const OWN = { value: 'listMyCases', label: '我的时长' } as const;
const ORGANISED = { value: 'listOrganisedCases', label: '我组织的' } as const;
const OPEN = { value: 'listOpenCases', label: '全社区的' } as const;
type List = (typeof OWN | typeof ORGANISED | typeof OPEN)['value'];

const EMPTY: Readonly<Record<List, string>> = {
  listMyCases: '没有更正和核对。觉得时长不对，可以在“我的时长”里申请更正。',
  listOrganisedCases: '没有等您答复的。',
  listOpenCases: '没有等社区答复的。',
};

/** What was asked about hours: one's own, of activities one organises, and for staff of the whole community. */
export default function Cases() {
  const { communityId, all } = useParams('hours', 'cases');
  const staff = isStaff(useRolesIn(communityId));
  const [list, setList] = useState<List>(all ? 'listOpenCases' : 'listMyCases');
  const { loaded, reload, more } = usePages(`${communityId}${list}`, (cursor) =>
    call(hours[list], { communityId, ...(cursor ? { cursor } : {}) }),
  );
  useDidShow(reload);
  return (
    <Page title="更正和核对">
      <Segmented
        label="看哪些"
        options={staff ? [OWN, ORGANISED, OPEN] : [OWN, ORGANISED]}
        value={list}
        onChange={setList}
      />
      {list === 'listMyCases' ? null : <Text className="block small">按答复期限排列，最急的在最前。</Text>}
      <ListState
        loaded={loaded}
        retry={reload}
        isEmpty={({ items }) => items.length === 0}
        empty={{
          words: EMPTY[list],
          ...(list === 'listMyCases'
            ? { action: { label: '看看我的时长', onTap: () => open('hours', 'mine', { communityId }) } }
            : {}),
        }}
      >
        {({ items, next }) => (
          <>
            {items.map((one) => (
              <CaseCard key={one.caseId} communityId={communityId} one={one} />
            ))}
            {next ? <PrimaryButton kind="plain" label="看后面的" busy={loaded.loading} onTap={more} /> : null}
          </>
        )}
      </ListState>
    </Page>
  );
}
