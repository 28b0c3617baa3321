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
import { useBoard, type At, type Watched } from './use-board';

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

interface NamesProps {
  at: At;
  watched: Watched;
  turn: number;
  now: Date;
}
/** Names, for whoever called and for a branch’s secretary. */
function Names({ at, watched: { whole, counts }, turn, now }: NamesProps) {
  const roles = useRolesIn(at.communityId);
  if (whole.leads)
    return (
      <>
        <Coming at={at} shift={whole.shift} turn={`${counts.coming} ${counts.arrived} ${turn}`} now={now} />
        <Asked at={at} words="召集了谁" />
      </>
    );
  return roles.includes('branchSecretary') ? <Asked at={at} words="本支部的党员" /> : null;
}

/** What may be done with a call: closing it by whoever called, taking it over by another worker. */
function Steps({ at, whole, now, reload }: { at: At; whole: Watched['whole']; now: Date; reload: () => void }) {
  const { busy, act } = useAct(reload);
  const roles = useRolesIn(at.communityId);
  if (whole.leads) return <Closing {...{ at, whole, now, busy, act }} />;
  if (!roles.includes('worker')) return null;
  const take = () => void act(calls.takeCall, at, '已接手，现在由您负责。');
  return <PrimaryButton kind="plain" label="接手这次召集" busy={busy} onTap={take} />;
}

/** The codes of a call, for the phone of whoever called; nothing for anybody else. */
const useDesk = (at: At, whole: Watched['whole'] | undefined): Desk | undefined => {
  const { personId } = usePresence();
  const live = whole?.leads === true && whole.status === 'published';
  const ids = { communityId: at.communityId, activityId: at.callId, shiftId: at.callId };
  const { loaded } = useLoaded<Desk>(live && personId ? `${at.callId} ${personId}` : undefined, () =>
    readDesk(calls.readDesk, ids, personId ?? ''),
  );
  return live ? loaded.value : undefined;
};

/** A call as those see it who watch over it: numbers for all, names for whoever called and for secretaries. */
export default function Board() {
  const at = useParams('calls', 'board');
  const { loaded, reload } = useBoard(at);
  const desk = useDesk(at, loaded.value?.whole);
  const [scanning, setScanning] = useState(false);
  const [turn, setTurn] = useState(0);
  const now = new Date(Date.now() + (desk?.ahead ?? 0));
  const scanned = () => {
    reload();
    setTurn(turn + 1);
  };
  return (
    <Page title="召集看板" {...(desk ? { primary: { label: '扫服务码', onTap: () => setScanning(true) } } : {})}>
      <ListState loaded={loaded} retry={reload}>
        {(watched) => (
          <>
            <Head watched={watched} now={now} />
            {desk ? <CodeCard desk={desk} words="来的人打开这次召集扫码，签到、签退都是它。" /> : null}
            <Names at={at} watched={watched} turn={turn} now={now} />
            <Steps at={at} whole={watched.whole} now={now} reload={reload} />
          </>
        )}
      </ListState>
      {desk && scanning ? <ScanSheet at={at} desk={desk} done={scanned} onClose={() => setScanning(false)} /> : null}
    </Page>
  );
}
