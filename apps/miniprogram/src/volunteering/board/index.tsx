import { Text } from '@tarojs/components';
import { useState } from 'react';
import { useParams } from '../../kernel/navigate';
import { queue } from '../../kernel/queue';
import { usePresence } from '../../kernel/standing';
import { useStore } from '../../kernel/store';
import { Banner } from '../../kernel/ui/banner';
import { Card } from '../../kernel/ui/card';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { Progress } from '../../kernel/ui/progress';
import { useAct } from '../../kernel/use-act';
import { clockWords } from '../words';
import { spanWords } from '../../kernel/service/time-words';
import { CodeCard } from '../../kernel/service/code-card';
import type { Desk } from '../../kernel/service/read-desk';
import { cameOf, groupsOf, hereOf, type Here } from './model';
import { People } from './people';
import { PersonSheet } from './person-sheet';
import { ScanSheet } from './scan-sheet';
import { SettleAll } from './settle-all';
import { useBoard, type At } from './use-board';

function Head({ desk, now }: { desk: Desk; now: Date }) {
  const wrong = clockWords(desk.ahead);
  return (
    <>
      {desk.stale ? (
        <Banner tone="waiting" title="没有网络" words="签到码照样有效，扫志愿者的码也照样可以，联网后自动发送。" />
      ) : null}
      {wrong ? <Banner tone="note" words={wrong} /> : null}
      <Card>
        <Text className="block strong">{desk.title}</Text>
        <Text className="block">{spanWords(desk.shift, now)}</Text>
        <Text className="block">{desk.place}</Text>
      </Card>
      <CodeCard desk={desk} words="志愿者用“我的服务”扫码，签到、签退都是它。" />
    </>
  );
}

interface LiveProps {
  at: At;
  desk: Desk;
  people: readonly Here[];
  now: Date;
  reload: () => void;
}
function Live({ at, desk: { shift }, people, now, reload }: LiveProps) {
  const [picked, setPicked] = useState<string>();
  const { busy, act } = useAct(reload);
  const groups = groupsOf(people, shift, now);
  const one = people.find(({ personId }) => personId === picked);
  return (
    <>
      <Card>
        <Progress {...cameOf(people)} unit="人" verb="已到" />
      </Card>
      <SettleAll at={at} shift={shift} open={groups.open} now={now} done={reload} />
      <People groups={groups} pick={({ personId }) => setPicked(personId)} />
      {one ? (
        <PersonSheet key={one.personId} {...{ at, shift, one, now, busy, act }} onClose={() => setPicked(undefined)} />
      ) : null}
    </>
  );
}

/** A shift as its organiser runs it: the code, who is here, and the settling. */
export default function Board() {
  const at = useParams('volunteering', 'board');
  const { personId } = usePresence();
  const { desk, people } = useBoard(at, personId);
  const waiting = useStore(queue);
  const [scanning, setScanning] = useState(false);
  const kept = desk.loaded.value;
  const now = new Date(Date.now() + (kept?.ahead ?? 0));
  return (
    <Page title="班次看板" {...(kept ? { primary: { label: '扫志愿者的码', onTap: () => setScanning(true) } } : {})}>
      <ListState loaded={desk.loaded} retry={desk.reload}>
        {(value) => (
          <>
            <Head desk={value} now={now} />
            <ListState loaded={people.loaded} retry={people.reload}>
              {(list) => (
                <Live
                  at={at}
                  desk={value}
                  people={hereOf(list, waiting, personId ?? '')}
                  now={now}
                  reload={people.reload}
                />
              )}
            </ListState>
          </>
        )}
      </ListState>
      {kept && scanning ? (
        <ScanSheet at={at} desk={kept} done={people.reload} onClose={() => setScanning(false)} />
      ) : null}
    </Page>
  );
}
