import { useDidShow } from '@tarojs/taro';
import { reports } from '@gongzhi/shared/reports/contract';
import { call } from '../../kernel/call';
import { open, useParams } from '../../kernel/navigate';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { usePages } from '../../kernel/use-pages';
import { HeadList } from '../head-list';

/** Reports that were sent to the unit somebody speaks for. */
export default function UnitPage() {
  const { communityId } = useParams('reports', 'unit');
  const { loaded, reload, more } = usePages(communityId, (cursor) =>
    call(reports.listUnitReports, { communityId, ...(cursor ? { cursor } : {}) }),
  );
  useDidShow(reload);
  return (
    <Page title="收到的报告">
      <ListState
        loaded={loaded}
        retry={reload}
        isEmpty={({ items }) => items.length === 0}
        empty={{ words: '还没有收到报告。在这里报到的党员同意后，社区党支部每一期发一次。' }}
      >
        {({ items, next }) => (
          <>
            <HeadList
              items={items}
              onTap={({ number }) => open('reports', 'received', { communityId, number: number ?? '' })}
            />
            {next ? <PrimaryButton kind="plain" label="看以前的" busy={loaded.loading} onTap={more} /> : null}
          </>
        )}
      </ListState>
    </Page>
  );
}
