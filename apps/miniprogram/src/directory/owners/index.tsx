import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { directory } from '@gongzhi/shared/directory/contract';
import type { OwnedDoor } from '@gongzhi/shared/directory/contract-owners';
import { call } from '../../kernel/call';
import { open, useParams } from '../../kernel/navigate';
import { Card } from '../../kernel/ui/card';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Row } from '../../kernel/ui/row';
import { usePages } from '../../kernel/use-pages';
import { doorWords } from './model';
import { OwnerSheet } from './owner-sheet';

function Doors({ communityId, building }: { communityId: string; building: string }) {
  const [chosen, setChosen] = useState<OwnedDoor>();
  const { loaded, reload, more } = usePages(`${communityId} ${building}`, (cursor) =>
    call(directory.listOwned, { communityId, building, ...(cursor ? { cursor } : {}) }),
  );
  const close = () => {
    setChosen(undefined);
    reload();
  };
  return (
    <>
      <Text className="heading">{building}</Text>
      <ListState loaded={loaded} retry={reload}>
        {({ items, next }) => (
          <Card>
            {items.map((door) => (
              <Row
                key={door.householdId}
                label={`${door.unit}${door.room}`}
                value={doorWords(door)}
                onTap={() => setChosen(door)}
              />
            ))}
            {next ? <PrimaryButton kind="plain" label="看后面的" busy={loaded.loading} onTap={more} /> : null}
          </Card>
        )}
      </ListState>
      {chosen ? <OwnerSheet communityId={communityId} building={building} door={chosen} onClose={close} /> : null}
    </>
  );
}

/** The owners' register: building by building, door by door. */
export default function Owners() {
  const { communityId } = useParams('directory', 'owners');
  const [building, setBuilding] = useState<string>();
  const { loaded, reload, more } = usePages(communityId, (cursor) =>
    call(directory.listBuildings, { communityId, ...(cursor ? { cursor } : {}) }),
  );
  return (
    <Page title="业主登记">
      <Card>
        <Text className="block">
          业主共同决定的事按面积和人数计票：面积来自住户名册，人数按业主计算。一位业主有几套房，人数只计一位。
        </Text>
      </Card>
      <View className="stack">
        <PrimaryButton
          kind="plain"
          label="粘贴或选择表格，一次导入"
          onTap={() => open('directory', 'owners-import', { communityId })}
        />
      </View>
      {building ? <Doors communityId={communityId} building={building} /> : null}
      <Text className="heading">选一栋楼</Text>
      <ListState
        loaded={loaded}
        retry={reload}
        isEmpty={({ items }) => items.length === 0}
        empty={{ words: '名册还是空的，请先导入住户名册。' }}
      >
        {({ items, next }) => (
          <Card>
            {items.map(({ building: name, households }) => (
              <Row key={name} label={name} value={`${households} 套`} onTap={() => setBuilding(name)} />
            ))}
            {next ? <PrimaryButton kind="plain" label="看后面的" busy={loaded.loading} onTap={more} /> : null}
          </Card>
        )}
      </ListState>
    </Page>
  );
}
