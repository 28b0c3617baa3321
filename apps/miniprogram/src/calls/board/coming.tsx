import { Text } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { useState } from 'react';
import { calls } from '@gongzhi/shared/calls/contract';
import type { Attendance, Shift } from '@gongzhi/shared/kernel/service/model';
import { call } from '../../kernel/call';
import { Card } from '../../kernel/ui/card';
import { ListState } from '../../kernel/ui/list-state';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Row } from '../../kernel/ui/row';
import { useAct } from '../../kernel/use-act';
import { usePages } from '../../kernel/use-pages';
import { placeWords } from './model';
import { PersonSheet } from './person-sheet';
import type { At } from './use-board';

/** Those who said to come, with names, for whoever called. `turn`: asked for again when it changes. */
export function Coming({ at, shift, turn, now }: { at: At; shift: Shift; turn: string; now: Date }) {
  const ids = { communityId: at.communityId, activityId: at.callId, shiftId: at.callId };
  const { loaded, reload, more } = usePages(`coming ${at.callId} ${turn}`, (cursor) =>
    call(calls.listAttendance, { ...ids, ...(cursor ? { cursor } : {}) }),
  );
  const { busy, act } = useAct(reload);
  const [picked, setPicked] = useState<Attendance>();
  useDidShow(reload);
  return (
    <>
      <Text className="heading">谁来</Text>
      <ListState
        loaded={loaded}
        retry={reload}
        isEmpty={({ items }) => items.length === 0}
        empty={{ words: '还没有人回复能来。', action: { label: '刷新名单', onTap: reload } }}
      >
        {({ items, next }) => (
          <Card>
            {items.map((one) => (
              <Row key={one.personId} label={one.name} value={placeWords(one)} onTap={() => setPicked(one)} />
            ))}
            {next ? <PrimaryButton kind="plain" label="看后面的" busy={loaded.loading} onTap={more} /> : null}
            <PrimaryButton kind="plain" label="刷新名单" busy={loaded.loading} onTap={reload} />
          </Card>
        )}
      </ListState>
      {picked ? (
        <PersonSheet {...{ ids, shift, now, busy, act }} one={picked} onClose={() => setPicked(undefined)} />
      ) : null}
    </>
  );
}
