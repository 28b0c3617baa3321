import { Text } from '@tarojs/components';
import { useEffect } from 'react';
import { notices } from '@gongzhi/shared/notices/contract';
import type { Reach } from '@gongzhi/shared/notices/model';
import { call } from '../../kernel/call';
import { open, useParams } from '../../kernel/navigate';
import { Card } from '../../kernel/ui/card';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { Progress } from '../../kernel/ui/progress';
import { Row } from '../../kernel/ui/row';
import { useLoaded } from '../../kernel/use-loaded';
import { useRolesIn } from '../../kernel/use-roles';
import { figuresOf, lookAgainIn, notBegun, reachWords, stateWords } from './model';

function Figures({ reach }: { reach: Reach }) {
  const { told, opened, delivered } = reach;
  return (
    <>
      <Card>
        <Text className="block strong">{reachWords(reach)}</Text>
        {told > 0 ? <Progress base={told} done={delivered} unit="人" verb="收到微信消息" /> : null}
        {told > 0 ? <Progress base={told} done={opened} unit="人" verb="打开看了" /> : null}
        <Text className="block small">{stateWords(reach)}</Text>
      </Card>
      {told > 0 ? (
        <>
          <Text className="heading">微信消息</Text>
          <Card>
            {figuresOf(reach).map(([label, people]) => (
              <Row key={label} label={label} value={`${people} 人`} />
            ))}
            <Text className="block small">“打开看了”只说打开过这一页，不要求谁确认。</Text>
          </Card>
        </>
      ) : null}
    </>
  );
}

/** How far an announcement has come; it updates itself until the sending is over. */
export default function ProgressPage() {
  const at = useParams('announcements', 'progress');
  const { communityId, announcementId } = at;
  const calls = useRolesIn(communityId).includes('worker');
  const { loaded, reload } = useLoaded(`reach ${announcementId}`, async () => {
    const outcome = await call(notices.readReach, { communityId, noticeId: announcementId });
    return !outcome.ok && outcome.refused === 'NOT_FOUND'
      ? { ok: true as const, value: notBegun(announcementId) }
      : outcome;
  });
  useEffect(() => {
    const wait = loaded.value && lookAgainIn(loaded.value, new Date());
    if (wait === undefined) return undefined;
    const timer = setTimeout(reload, wait);
    return () => clearTimeout(timer);
  }, [loaded, reload]);
  return (
    <Page
      title="发到了多少人"
      {...(calls ? { primary: { label: '还要联系的住户', onTap: () => open('announcements', 'call-list', at) } } : {})}
    >
      <ListState loaded={loaded} retry={reload}>
        {(reach) => <Figures reach={reach} />}
      </ListState>
    </Page>
  );
}
