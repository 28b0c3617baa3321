import { Text } from '@tarojs/components';
import { useState } from 'react';
import { scorecards } from '@gongzhi/shared/scorecards/contract';
import type { DutyItem } from '@gongzhi/shared/scorecards/model';
import { call } from '../../kernel/call';
import { useParams } from '../../kernel/navigate';
import { Card } from '../../kernel/ui/card';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { useAct } from '../../kernel/use-act';
import { useLoaded } from '../../kernel/use-loaded';
import { useRolesIn } from '../../kernel/use-roles';
import { ItemSheet } from './item-sheet';
import { listFault } from './model';

function Item({ item, onEdit }: { item: DutyItem; onEdit?: () => void }) {
  return (
    <Card {...(onEdit ? { onTap: onEdit, label: `修改 ${item.itemId} ${item.title}` } : {})}>
      <Text className="block strong">
        {item.itemId} {item.title}
      </Text>
      <Text className="block small">
        依据：{item.source}（{item.sourceDate}）
      </Text>
    </Card>
  );
}

interface ListProps {
  streetId: string;
  kept: readonly DutyItem[];
  reload: () => void;
}
const WORDS = '社区依法要做的事。考核只能看这里面的事；不在清单里的是部门的工作，社区可以不做。';

function Read({ kept }: Pick<ListProps, 'kept'>) {
  return (
    <Page title="社区依法履职事项清单">
      <Text className="block small">{WORDS}</Text>
      {kept.length === 0 ? <Text className="block">还没有清单，由街道来定。</Text> : null}
      {kept.map((item) => (
        <Item key={item.itemId} item={item} />
      ))}
    </Page>
  );
}

function Edit({ streetId, kept, reload }: ListProps) {
  const [typed, type] = useState<DutyItem[]>();
  const [editing, edit] = useState<string>();
  const { busy, act } = useAct(reload);
  const items = typed ?? kept;
  const why = typed ? listFault(items) : '没有改动。';
  const save = async () => {
    if (await act(scorecards.setDuties, { streetId, items: [...items] }, '清单已保存，居民现在就能看到。'))
      type(undefined);
  };
  const change = (next: DutyItem[]) => {
    type(next);
    edit(undefined);
  };
  return (
    <Page
      title="社区依法履职事项清单"
      primary={{ label: '保存清单', busy, disabled: why !== undefined, onTap: () => void save() }}
      why={why}
    >
      <Text className="block small">{WORDS}</Text>
      {items.map((item) => (
        <Item key={item.itemId} item={item} onEdit={() => edit(item.itemId)} />
      ))}
      <PrimaryButton kind="plain" label="添加一项" onTap={() => edit('')} />
      {editing === undefined ? null : (
        <ItemSheet items={items} itemId={editing} onClose={() => edit(undefined)} onChange={change} />
      )}
    </Page>
  );
}

/** The duty list, for everybody; the street's supervisor sets it. */
export default function Duties() {
  const { streetId } = useParams('scorecards', 'duties');
  const { loaded, reload } = useLoaded(streetId, () => call(scorecards.readDuties, { streetId }));
  const mine = useRolesIn(streetId).includes('supervisor');
  if (loaded.value) {
    const kept = loaded.value.list?.items ?? [];
    return mine ? <Edit streetId={streetId} kept={kept} reload={reload} /> : <Read kept={kept} />;
  }
  return (
    <Page title="社区依法履职事项清单">
      <ListState loaded={loaded} retry={reload}>
        {() => null}
      </ListState>
    </Page>
  );
}
