import { Text } from '@tarojs/components';
import { reports } from '@gongzhi/shared/reports/contract';
import type { Side } from '@gongzhi/shared/reports/evaluation-model';
import { call } from '../../kernel/call';
import { back } from '../../kernel/navigate';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { useLoaded } from '../../kernel/use-loaded';
import { SideForm } from './side-form';

/** The community or the unit writes its side and sees nobody else’s. */
export function OfSide({ side, ...ids }: { communityId: string; memberId: string; period: string; side: Side }) {
  const { loaded, reload } = useLoaded(Object.values(ids).join(), () => call(reports.readQuestions, { ...ids, side }));
  return (
    <Page title="党员评议">
      <Text className="block small">您写的，本人和支部书记会看到。</Text>
      <ListState loaded={loaded} retry={reload}>
        {({ items }) => <SideForm ids={ids} side={side} criteria={items} done={back} />}
      </ListState>
    </Page>
  );
}
