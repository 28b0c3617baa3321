import { Text } from '@tarojs/components';
import { procedures } from '@gongzhi/shared/procedures/contract';
import type { Way } from '@gongzhi/shared/procedures/model';
import { call } from '../../kernel/call';
import { Card } from '../../kernel/ui/card';
import { ListState } from '../../kernel/ui/list-state';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Timeline } from '../../kernel/ui/timeline';
import { usePages } from '../../kernel/use-pages';
import { evidenceMark, recordMoments } from './model';

interface RecordsProps {
  at: { communityId: string; proposalId: string };
  way: Way;
}
/** What was published, recorded and corrected, with its words. */
export function Records({ at, way }: RecordsProps) {
  const { loaded, reload, more } = usePages(`records ${at.proposalId} ${evidenceMark(way)}`, (cursor) =>
    call(procedures.listRecords, { ...at, ...(cursor ? { cursor } : {}) }),
  );
  return (
    <>
      <Text className="heading">程序记录</Text>
      <ListState
        loaded={loaded}
        retry={reload}
        isEmpty={({ items }) => items.length === 0}
        empty={{ words: '还没有记录。每走一步，这里会自动记下。' }}
      >
        {({ items, next }) => (
          <Card>
            <Timeline moments={recordMoments(items, way)} />
            {next ? <PrimaryButton kind="plain" label="看后面的" busy={loaded.loading} onTap={more} /> : null}
          </Card>
        )}
      </ListState>
    </>
  );
}
