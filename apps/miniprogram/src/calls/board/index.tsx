import { Text } from '@tarojs/components';
import { useState } from 'react';
import { calls } from '@gongzhi/shared/calls/contract';
import { useParams } from '../../kernel/navigate';
import { CodeCard } from '../../kernel/service/code-card';
import { readDesk, type Desk } from '../../kernel/service/read-desk';
import { usePresence } from '../../kernel/standing';
import { Banner } from '../../kernel/ui/banner';
import { Card } from '../../kernel/ui/card';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { Paragraphs } from '../../kernel/ui/paragraphs';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Progress } from '../../kernel/ui/progress';
import { Row } from '../../kernel/ui/row';
import { useAct } from '../../kernel/use-act';
import { useLoaded } from '../../kernel/use-loaded';
import { useRolesIn } from '../../kernel/use-roles';
import { CallCard } from '../call-card';
import { countRows, QUIET_WORDS, skillWords, watchedTag } from '../words';
import { Asked } from './asked';
import { Coming } from './coming';
import { Closing } from './leading';
import { ScanSheet } from './scan-sheet';
import { useBoard, type Watched } from './use-board';

function Head({ watched: { whole, counts }, now }: { watched: Watched; now: Date }) {
  return (
    <>
      <CallCard call={whole} now={now} tag={watchedTag(whole, now)} />
      <Card>
        <Paragraphs text={whole.about} />
        {whole.buildings.length > 0 ? <Text className="block small">住在：{whole.buildings.join('、')}</Text> : null}
        {whole.skills.length > 0 ? (
          <Text className="block small">会：{whole.skills.map(skillWords).join('、')}</Text>
        ) : null}
        {whole.quiet ? <Text className="block small">{QUIET_WORDS}</Text> : null}
      </Card>
      {counts.asking ? (
        <Banner tone="waiting" title="正在通知" words={`已召集 ${counts.asked} 人，还在继续。`} />
      ) : null}
      <Card>
        <Progress base={counts.needed} done={counts.coming} unit="人" verb="能来" />
        {countRows(counts).map((row) => (
          <Row key={row.label} {...row} />
        ))}
      </Card>
    </>
  );
}

/** A call as those see it who watch over it: numbers for all, names for whoever called and for secretaries. */
export default function Board() {
  const at = useParams('calls', 'board');
  const { personId } = usePresence();
  const roles = useRolesIn(at.communityId);
  const { loaded, reload } = useBoard(at);
  const { busy, act } = useAct(reload);
  const [scanning, setScanning] = useState(false);
  const [turn, setTurn] = useState(0);
  const whole = loaded.value?.whole;
  const live = whole?.leads && whole.status === 'published';
  const ids = { communityId: at.communityId, activityId: at.callId, shiftId: at.callId };
  const desk = useLoaded<Desk>(live && personId ? `${at.callId} ${personId}` : undefined, () =>
    readDesk(calls.readDesk, ids, personId ?? ''),
  );
  const kept = live ? desk.loaded.value : undefined;
  const now = new Date(Date.now() + (kept?.ahead ?? 0));
  const scanned = () => {
    reload();
    setTurn(turn + 1);
  };
  return (
    <Page title="召集看板" {...(kept ? { primary: { label: '扫服务码', onTap: () => setScanning(true) } } : {})}>
      <ListState loaded={loaded} retry={reload}>
        {(watched) => (
          <>
            <Head watched={watched} now={now} />
            {kept ? <CodeCard desk={kept} words="来的人打开这次召集扫码，签到、签退都是它。" /> : null}
            {watched.whole.leads ? <Coming at={at} shift={watched.whole.shift} turn={turn} now={now} /> : null}
            {watched.whole.leads || roles.includes('branchSecretary') ? (
              <Asked at={at} words={watched.whole.leads ? '召集了谁' : '本支部的党员'} />
            ) : null}
            {watched.whole.leads ? <Closing at={at} whole={watched.whole} now={now} busy={busy} act={act} /> : null}
            {!watched.whole.leads && roles.includes('worker') ? (
              <PrimaryButton
                kind="plain"
                label="接手这次召集"
                busy={busy}
                onTap={() => void act(calls.takeCall, at, '已接手，现在由您负责。')}
              />
            ) : null}
          </>
        )}
      </ListState>
      {kept && scanning ? <ScanSheet at={at} desk={kept} done={scanned} onClose={() => setScanning(false)} /> : null}
    </Page>
  );
}
