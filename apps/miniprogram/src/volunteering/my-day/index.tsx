import { Text } from '@tarojs/components';
import { useState } from 'react';
import { open, useParams } from '../../kernel/navigate';
import { queue } from '../../kernel/queue';
import { usePresence } from '../../kernel/standing';
import { useStore } from '../../kernel/store';
import { Banner } from '../../kernel/ui/banner';
import { Card } from '../../kernel/ui/card';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { AskedSheet, type Asked } from './asked-sheet';
import { Family } from './family';
import { clockWords } from '../words';
import { isEmpty, nextScan, nowOf, sectionsOf, staleWords, standsOf } from './model';
import { WAY_WORDS } from '../../kernel/service/check-words';
import { DaySections } from './sections';
import { useCheck } from './use-check';
import { useMyDay, type MyDayValue } from './use-my-day';

/** What one must know before relying on the page: no network, or a clock that is wrong. */
function Told({ day }: { day: MyDayValue | undefined }) {
  if (!day) return null;
  const wrong = clockWords(day.ahead);
  return (
    <>
      {day.stale ? <Banner tone="waiting" title="没有网络" words={staleWords(day.at)} /> : null}
      {wrong ? <Banner tone="note" words={wrong} /> : null}
    </>
  );
}

function Day({ communityId, personId }: { communityId: string; personId: string }) {
  const { loaded, reload } = useMyDay(communityId, personId);
  const { busy, check } = useCheck(communityId, loaded.value, reload);
  const waiting = useStore(queue);
  const [asked, setAsked] = useState<Asked>();
  const now = nowOf(loaded.value, Date.now());
  const sections = sectionsOf(standsOf(loaded.value, waiting, personId), now);
  const next = nextScan(sections, now);
  const close = () => setAsked(undefined);
  const scanned = async (code: string) => {
    if (asked?.kind === 'scan' && (await check(asked.stand, asked.way, code))) close();
  };
  const primary = next
    ? { label: WAY_WORDS[next.way], busy, onTap: () => setAsked({ kind: 'scan', ...next }) }
    : { label: '找志愿活动', onTap: () => open('volunteering', 'find', { communityId }) };
  return (
    <Page title="我的服务" primary={primary}>
      <Told day={loaded.value} />
      <Family communityId={communityId} />
      <ListState
        loaded={loaded}
        retry={reload}
        isEmpty={() => isEmpty(sections)}
        empty={{ words: '您还没有报名的班次。' }}
      >
        {(day) => (
          <DaySections
            communityId={communityId}
            day={day}
            now={now}
            next={next?.stand}
            ask={setAsked}
            sections={sections}
          />
        )}
      </ListState>
      <AskedSheet asked={asked} day={loaded.value} busy={busy} scanned={(code) => void scanned(code)} onClose={close} />
    </Page>
  );
}

/** One's own shifts: what to bring, arriving and leaving, also without a network. */
export default function MyDay() {
  const { communityId } = useParams('volunteering', 'my-day');
  const { personId } = usePresence();
  if (personId) return <Day communityId={communityId} personId={personId} />;
  return (
    <Page title="我的服务" primary={{ label: '登录', onTap: () => open('identity', 'sign-in', {}) }}>
      <Card>
        <Text className="block">登录后，这里是您报名的班次。</Text>
      </Card>
    </Page>
  );
}
