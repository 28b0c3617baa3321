import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { meetings } from '@gongzhi/shared/meetings/contract';
import type { Live } from '@gongzhi/shared/meetings/model';
import { open, useParams } from '../../kernel/navigate';
import { usePresence } from '../../kernel/standing';
import { Banner } from '../../kernel/ui/banner';
import { Card } from '../../kernel/ui/card';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import type { PrimaryButtonProps } from '../../kernel/ui/primary-button';
import { Row } from '../../kernel/ui/row';
import { Tag } from '../../kernel/ui/tag';
import { AgendaCard } from '../agenda-card';
import { QuestionCard, QueueCard, SpeechCard } from '../floor-cards';
import { stepOf } from '../model';
import { QuorumCard } from '../quorum-card';
import { useAct } from '../../kernel/use-act';
import { useLive } from '../use-live';
import { leads, useRoles } from '../use-roles';
import { STATUS_WORDS, kindWords, whenAndWhere } from '../words';
import { AskSheet, HandSheet } from './choice-sheets';
import { SignSheet } from './sign-sheet';

const meWords = ({ mine, status }: Live): string =>
  mine.present
    ? mine.expected
      ? '您已签到，可以发言和表决。'
      : '您已签到旁听，可以发言，不参加表决。'
    : status === 'called'
      ? '还没到签到时间。来不了的，可以先写书面意见。'
      : '您还没有签到。来不了的，可以写书面意见。';

function Head({ live }: { live: Live }) {
  const [words, tone] = STATUS_WORDS[live.status];
  return (
    <Card>
      <View className="between">
        <Text className="strong">{kindWords(live.kind)}</Text>
        <Tag label={words} tone={tone} />
      </View>
      <Text className="block">{whenAndWhere(live)}</Text>
      {live.status === 'cancelled' ? <Banner tone="waiting" title="会议取消" words={live.reason ?? ''} /> : null}
      {live.status === 'ended' || live.status === 'cancelled' ? null : (
        <Text className="block small">{meWords(live)}</Text>
      )}
    </Card>
  );
}

function More({ live, lead, leave }: { live: Live; lead: boolean; leave: () => void }) {
  const at = { communityId: live.communityId, meetingId: live.meetingId };
  return (
    <Card>
      {lead ? <Row label="主持这次会议" onTap={() => open('meetings', 'board', at)} /> : null}
      <Row label="书面意见和会议纪要" onTap={() => open('meetings', 'minutes', at)} />
      {live.mine.present && live.status !== 'ended' ? <Row label="我要离场" onTap={leave} /> : null}
    </Card>
  );
}

export default function LiveMeeting() {
  const at = useParams('meetings', 'live');
  const { loaded, refresh, heardAt } = useLive(at);
  const { busy, act } = useAct(refresh);
  const { personId } = usePresence();
  const lead = leads(useRoles(at.communityId));
  const [sheet, setSheet] = useState<'sign' | 'ask' | 'hand'>();
  const step = loaded.value ? stepOf(loaded.value, personId) : { kind: 'none' as const };
  const taps = {
    none: () => undefined,
    sign: () => setSheet('sign'),
    hand: () => setSheet('hand'),
    ask: () => setSheet('ask'),
    wait: () => void act(meetings.withdrawAsk, at, '已撤回。'),
    speaking: () => void act(meetings.endSpeech, at, '谢谢您的发言。'),
    minutes: () => open('meetings', 'minutes', at),
  };
  const primary: { primary?: PrimaryButtonProps } = step.label
    ? { primary: { label: step.label, busy, onTap: taps[step.kind] } }
    : {};
  const close = () => setSheet(undefined);
  return (
    <Page title="会议" {...primary}>
      <ListState loaded={loaded} retry={refresh}>
        {(live) => (
          <>
            <Head live={live} />
            {live.status === 'gathering' || live.status === 'open' ? <QuorumCard live={live} /> : null}
            <QuestionCard live={live} />
            <SpeechCard live={live} heardAt={heardAt} />
            <QueueCard live={live} personId={personId} />
            <AgendaCard live={live} />
            <More live={live} lead={lead} leave={() => void act(meetings.leave, at, '已登记离场。')} />
            {sheet === 'sign' ? <SignSheet at={at} busy={busy} act={act} onClose={close} /> : null}
            {sheet === 'ask' ? <AskSheet live={live} busy={busy} act={act} onClose={close} /> : null}
            {sheet === 'hand' ? <HandSheet live={live} busy={busy} act={act} onClose={close} /> : null}
          </>
        )}
      </ListState>
    </Page>
  );
}
