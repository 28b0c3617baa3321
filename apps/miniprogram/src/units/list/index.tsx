import { Text } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { units } from '@gongzhi/shared/units/contract';
import { call } from '../../kernel/call';
import { open, useParams } from '../../kernel/navigate';
import { Card } from '../../kernel/ui/card';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { usePages } from '../../kernel/use-pages';
import { useRolesIn } from '../../kernel/use-roles';
import { listWords } from '../words';

/** Units of the community; anybody may look, a worker adds one. */
export default function Units() {
  const { communityId } = useParams('units', 'list');
  const worker = useRolesIn(communityId).includes('worker');
  const { loaded, reload, more } = usePages(communityId, (cursor) =>
    call(units.listUnits, { communityId, ...(cursor ? { cursor } : {}) }),
  );
  useDidShow(reload);
  const add = { label: '登记单位', onTap: () => open('units', 'edit', { communityId }) };
  return (
    <Page title="驻区单位" {...(worker ? { primary: add } : {})}>
      <ListState
        loaded={loaded}
        retry={reload}
        isEmpty={({ items }) => items.length === 0}
        empty={{
          words: '还没有登记的单位。单位想参加共建，请联系社区工作者登记。',
          action: { label: '看看社区的需求', onTap: () => open('projects', 'lists', { communityId }) },
        }}
      >
        {({ items, next }) => (
          <>
            {items.map((unit) => (
              <Card
                key={unit.unitId}
                label={`${unit.name}，${listWords(unit)}`}
                onTap={() => open('units', 'unit', { communityId, unitId: unit.unitId })}
              >
                <Text className="block strong">{unit.name}</Text>
                <Text className="block small">{listWords(unit)}</Text>
              </Card>
            ))}
            {next ? <PrimaryButton kind="plain" label="看更早的" busy={loaded.loading} onTap={more} /> : null}
          </>
        )}
      </ListState>
    </Page>
  );
}
