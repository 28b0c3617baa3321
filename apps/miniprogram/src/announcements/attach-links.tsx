import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { LINKED, MOST, type Link, type Linked } from '@gongzhi/shared/announcements/model';
import { Card } from '../kernel/ui/card';
import type { Pickable } from '../kernel/ui/pick-one/model';
import { PrimaryButton } from '../kernel/ui/primary-button';
import { Row } from '../kernel/ui/row';
import { Segmented } from '../kernel/ui/segmented';
import { KIND_OPTIONS, withLink } from './attach/model';
import { PickLinked } from './pick-linked';

/** Pages of this product that are attached, picked from lists. */
export function AttachLinks(props: { communityId: string; links: readonly Link[]; onChange: (links: Link[]) => void }) {
  const { communityId, links, onChange } = props;
  const [picking, setPicking] = useState(false);
  const [to, setTo] = useState<Linked>('proposal');
  const add = (picked: Pickable) => {
    setPicking(false);
    onChange(withLink(links, to, picked));
  };
  return (
    <>
      <Text className="heading">附上的页面</Text>
      {links.length > 0 ? (
        <Card>
          {links.map((one) => (
            <Row
              key={one.id}
              label={`${LINKED[one.to]}：${one.label}`}
              value="拿掉"
              onTap={() => onChange(links.filter(({ id }) => id !== one.id))}
            />
          ))}
        </Card>
      ) : null}
      {picking ? (
        <>
          <Segmented label="附上什么" options={KIND_OPTIONS} value={to} onChange={setTo} />
          <PickLinked communityId={communityId} to={to} label={`附上哪一个${LINKED[to]}`} onPick={add} />
        </>
      ) : null}
      {!picking && links.length < MOST.links ? (
        <View className="stack">
          <PrimaryButton kind="plain" label="附上事项、表决、活动或会议" onTap={() => setPicking(true)} />
        </View>
      ) : null}
    </>
  );
}
