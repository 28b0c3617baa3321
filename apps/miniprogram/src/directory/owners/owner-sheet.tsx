import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { directory } from '@gongzhi/shared/directory/contract';
import type { OwnedDoor } from '@gongzhi/shared/directory/contract-owners';
import type { Outcome } from '../../kernel/answer-of';
import { call } from '../../kernel/call';
import { toast } from '../../kernel/toast';
import { Banner } from '../../kernel/ui/banner';
import { Field } from '../../kernel/ui/field';
import { ListState } from '../../kernel/ui/list-state';
import { PickOne } from '../../kernel/ui/pick-one';
import { Row } from '../../kernel/ui/row';
import { Segmented } from '../../kernel/ui/segmented';
import { Sheet } from '../../kernel/ui/sheet';
import { useLoaded } from '../../kernel/use-loaded';
import { allPages } from '../../kernel/use-pages';
import { sidesOf } from './model';

const KINDS = [
  { value: 'buyer', label: '已售出', note: '同一业主的几套填一样的标识' },
  { value: 'developer', label: '开发商未售', note: '未售的房屋合起来算一位业主' },
] as const;

/** Who of the members is the owner: confirmed by the worker who has seen the certificate, and taken back. */
function Confirming({ communityId, building, door }: { communityId: string; building: string; door: OwnedDoor }) {
  const { loaded, reload } = useLoaded(communityId, () =>
    allPages((cursor) => call(directory.listMembers, { communityId, ...(cursor ? { cursor } : {}) })),
  );
  const { head = '', unit, room } = door;
  const { owners, others } = sidesOf(loaded.value ?? [], head);
  const told = (outcome: Outcome<unknown>, done: string) => {
    toast(outcome.ok ? done : outcome.says);
    reload();
  };
  const confirm = async (personId: string) =>
    told(await call(directory.confirmOwner, { communityId, personId, building, unit, room }), '已确认为业主。');
  const remove = async (personId: string) =>
    told(await call(directory.removeOwner, { communityId, head, personId }), '已撤回业主身份。');
  return (
    <ListState loaded={loaded} retry={reload}>
      {() => (
        <>
          {owners.map(({ id, label }) => (
            <Row key={id} label={`已确认：${label}`} value="撤回" onTap={() => void remove(id)} />
          ))}
          <Text className="block strong">确认业主本人（请核对产权证明）</Text>
          <PickOne label="称呼或门牌" all={others} onPick={({ id }) => void confirm(id)} />
        </>
      )}
    </ListState>
  );
}

/** Whose a door is: a buyer by a mark of the worker's own, or the developer; then which member that is. */
export function OwnerSheet(props: { communityId: string; building: string; door: OwnedDoor; onClose: () => void }) {
  const { communityId, building, door, onClose } = props;
  const [kind, setKind] = useState<'buyer' | 'developer'>('buyer');
  const [buyer, setBuyer] = useState('');
  const [failure, setFailure] = useState<string>();
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    const row = { building, unit: door.unit, room: door.room, kind, ...(kind === 'buyer' ? { buyer } : {}) };
    const outcome = await call(directory.importOwners, { communityId, rows: [row] });
    setBusy(false);
    if (outcome.ok) onClose();
    else setFailure(outcome.says);
  };
  return (
    <Sheet
      title={`${building}${door.unit}${door.room}`}
      onClose={onClose}
      confirm={{ label: '登记业主', busy, disabled: kind === 'buyer' && !buyer.trim(), onTap: () => void save() }}
    >
      {failure ? <Banner tone="danger" title="没有登记" words={failure} /> : null}
      <Segmented label="产权" options={KINDS} value={kind} onChange={setKind} />
      {kind === 'buyer' ? (
        <Field
          label="业主标识"
          value={buyer}
          onChange={setBuyer}
          hint="例如：姓名加证件后四位。系统只保存加密后的结果。"
        />
      ) : null}
      {door.head ? (
        <View className="stack">
          <Confirming communityId={communityId} building={building} door={door} />
        </View>
      ) : null}
    </Sheet>
  );
}
