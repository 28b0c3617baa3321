import { useDidShow } from '@tarojs/taro';
import { announcements } from '@gongzhi/shared/announcements/contract';
import type { Role } from '@gongzhi/shared/kernel/contract';
import { call } from '../../kernel/call';
import { open } from '../../kernel/navigate';
import { Card } from '../../kernel/ui/card';
import { Row } from '../../kernel/ui/row';
import { useLoaded } from '../../kernel/use-loaded';
import { pileWords } from './model';

/** What is announced: a worker writes, approves and works off call lists, a 楼组长 works off those of the own building. */
export function AnnouncementsCard({ communityId, role }: { communityId: string; role: Role }) {
  const writes = role === 'worker';
  const { loaded, reload } = useLoaded(writes ? `waiting ${communityId}` : undefined, () =>
    call(announcements.listWaiting, { communityId }),
  );
  useDidShow(reload);
  if (!writes && role !== 'buildingHead') return null;
  return (
    <Card>
      {writes ? (
        <>
          <Row label="发通知" value="写、定时、更正" onTap={() => open('announcements', 'list', { communityId })} />
          <Row
            label="等您同意的通知"
            {...(loaded.value ? { value: pileWords(loaded.value) } : {})}
            onTap={() => open('announcements', 'waiting', { communityId })}
          />
        </>
      ) : null}
      <Row label="还要联系的住户" onTap={() => open('announcements', 'call-lists', { communityId })} />
    </Card>
  );
}
