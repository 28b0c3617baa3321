import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { meetings } from '@gongzhi/shared/meetings/contract';
import { call } from '../../kernel/call';
import { Card } from '../../kernel/ui/card';
import { Field } from '../../kernel/ui/field';
import { ListState } from '../../kernel/ui/list-state';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Row } from '../../kernel/ui/row';
import { Segmented } from '../../kernel/ui/segmented';
import { Sheet } from '../../kernel/ui/sheet';
import { usePages } from '../../kernel/use-pages';
import type { Act } from '../../kernel/use-act';
import type { At } from '../use-live';

interface Props {
  at: At;
  busy: boolean;
  act: Act;
  onClose: () => void;
}
const KINDS = [
  { value: 'expected', label: '在应到名单里' },
  { value: 'guest', label: '旁听' },
] as const;

/** Somebody without a phone is written in by name. */
export function RegisterSheet({ at, busy, act, onClose }: Props) {
  const [name, setName] = useState('');
  const [kind, setKind] = useState<(typeof KINDS)[number]['value']>('expected');
  const register = async () => {
    const input = { ...at, name, expected: kind === 'expected' };
    if (await act(meetings.registerArrival, input, `已登记 ${name} 到会。`)) onClose();
  };
  return (
    <Sheet
      title="登记没有手机的人"
      words="请当面核对名单。登记会注明由工作人员代办。"
      onClose={onClose}
      confirm={{ label: '登记到会', busy, disabled: name.trim() === '', onTap: () => void register() }}
    >
      <Field label="姓名" value={name} onChange={setName} />
      <Segmented label="是不是应到会的人" options={KINDS} value={kind} onChange={setKind} />
    </Sheet>
  );
}

/** Who came; a tap on somebody who is here registers that they left. */
export function AttendanceSheet({ at, act, onClose }: Props) {
  const { loaded, reload, more } = usePages(`attendance ${at.meetingId}`, (cursor) =>
    call(meetings.listAttendance, { ...at, ...(cursor ? { cursor } : {}) }),
  );
  const gone = async (personId: string, name: string) => {
    await act(meetings.registerDeparture, { ...at, personId }, `已登记 ${name} 离场。`);
    reload();
  };
  return (
    <Sheet title="到会的人" words="点一下在场的人，登记他离场。" onClose={onClose}>
      <ListState
        loaded={loaded}
        retry={reload}
        isEmpty={({ items }) => items.length === 0}
        empty={{ words: '还没有人签到。' }}
      >
        {({ items, next }) => (
          <Card>
            {items.map(({ personId, name, present, expected, via }) => (
              <Row
                key={personId}
                label={`${name}${expected ? '' : '（旁听）'}${via === 'staff' ? '（代登记）' : ''}`}
                value={present ? '在场' : '已离场'}
                {...(present ? { onTap: () => void gone(personId, name) } : {})}
              />
            ))}
            {next ? (
              <View className="stack">
                <PrimaryButton kind="plain" label="看后面的" busy={loaded.loading} onTap={more} />
              </View>
            ) : null}
          </Card>
        )}
      </ListState>
      <Text className="small">离场后人数会立刻减少，人数不够时表决自动暂停。</Text>
    </Sheet>
  );
}
