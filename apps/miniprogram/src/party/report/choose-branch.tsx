import { Text } from '@tarojs/components';
import { party } from '@gongzhi/shared/party/contract';
import { call } from '../../kernel/call';
import { Card } from '../../kernel/ui/card';
import { ListState } from '../../kernel/ui/list-state';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Segmented } from '../../kernel/ui/segmented';
import { usePages } from '../../kernel/use-pages';

/** The branch one reports in to. */
export function ChooseBranch(props: {
  communityId: string;
  value: string | undefined;
  onChange: (branchId: string) => void;
}) {
  const { communityId, value, onChange } = props;
  const { loaded, reload, more } = usePages(communityId, (cursor) =>
    call(party.listBranches, { communityId, ...(cursor ? { cursor } : {}) }),
  );
  return (
    <Card>
      <Text className="block strong">报到的支部</Text>
      <ListState
        loaded={loaded}
        retry={reload}
        isEmpty={({ items }) => items.length === 0}
        empty={{ words: '社区还没有登记支部，请联系社区工作者。' }}
      >
        {({ items, next }) => (
          <>
            <Segmented
              label="报到的支部"
              options={items.map(({ branchId, name }) => ({ value: branchId, label: name }))}
              value={value}
              onChange={onChange}
            />
            {next ? <PrimaryButton kind="plain" label="看更多支部" busy={loaded.loading} onTap={more} /> : null}
          </>
        )}
      </ListState>
    </Card>
  );
}
