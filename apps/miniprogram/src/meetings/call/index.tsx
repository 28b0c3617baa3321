import { Picker, Text } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { meetings } from '@gongzhi/shared/meetings/contract';
import { call } from '../../kernel/call';
import { replaceBy, useParams } from '../../kernel/navigate';
import { toast } from '../../kernel/toast';
import { Banner } from '../../kernel/ui/banner';
import { Card } from '../../kernel/ui/card';
import { Field } from '../../kernel/ui/field';
import { Page } from '../../kernel/ui/page';
import { Row } from '../../kernel/ui/row';
import { Segmented } from '../../kernel/ui/segmented';
import { speakingWords } from '../words';
import { AgendaPicker } from './agenda-picker';
import {
  KIND_OPTIONS,
  SPEECH_OPTIONS,
  TIMES_OPTIONS,
  TURN_OPTIONS,
  draftOf,
  emptyDraft,
  planOf,
  ruleWords,
  type Draft,
} from './model';

/** The draft: empty, or of the meeting that is being changed. */
const useDraft = (communityId: string, meetingId: string | undefined) => {
  const [draft, setDraft] = useState<Draft>(() => emptyDraft(new Date()));
  useEffect(() => {
    if (!meetingId) return;
    void call(meetings.readMeeting, { communityId, meetingId }).then((outcome) =>
      outcome.ok ? setDraft(draftOf(outcome.value)) : toast(outcome.says),
    );
  }, [communityId, meetingId]);
  return { draft, change: (part: Partial<Draft>) => setDraft((old) => ({ ...old, ...part })) };
};

function When({ draft, change }: { draft: Draft; change: (part: Partial<Draft>) => void }) {
  return (
    <Card>
      <Picker mode="date" value={draft.date} onChange={({ detail }) => change({ date: detail.value })}>
        <Row picks label="哪一天" value={draft.date} />
      </Picker>
      <Picker mode="time" value={draft.time} onChange={({ detail }) => change({ time: String(detail.value) })}>
        <Row picks label="几点开始" value={draft.time} />
      </Picker>
    </Card>
  );
}

/** Robert's rules in the local form: how long, how often, in which order. */
function SpeakingRules({ draft: { speaking }, change }: { draft: Draft; change: (part: Partial<Draft>) => void }) {
  const set = (part: Partial<Draft['speaking']>) => change({ speaking: { ...speaking, ...part } });
  return (
    <Card>
      <Text className="block strong">发言规则</Text>
      <Text className="block small">{speakingWords(speaking)}</Text>
      <Segmented
        label="按什么顺序"
        options={TURN_OPTIONS}
        value={speaking.alternate ? 'turns' : 'first'}
        onChange={(value) => set({ alternate: value === 'turns' })}
      />
      <Segmented
        label="每次多长"
        options={SPEECH_OPTIONS}
        value={String(speaking.speechSeconds)}
        onChange={(value) => set({ speechSeconds: Number(value) })}
      />
      <Segmented
        label="每人每个议题几次"
        options={TIMES_OPTIONS}
        value={String(speaking.speechesPerMatter)}
        onChange={(value) => set({ speechesPerMatter: Number(value) })}
      />
    </Card>
  );
}

export default function CallMeeting() {
  const { communityId, meetingId } = useParams('meetings', 'call');
  const { draft, change } = useDraft(communityId, meetingId);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  const submit = async () => {
    setBusy(true);
    const plan = { communityId, ...planOf(draft) };
    const outcome = await (meetingId
      ? call(meetings.changeMeeting, { ...plan, meetingId })
      : call(meetings.callMeeting, plan));
    setBusy(false);
    setFailure(outcome.ok ? undefined : outcome.says);
    if (!outcome.ok) return;
    toast(meetingId ? '已更改，会通知大家。' : '已召集，会通知大家。');
    replaceBy('meetings', 'live', { communityId, meetingId: outcome.value.meetingId });
  };
  return (
    <Page
      title={meetingId ? '更改会议' : '召集会议'}
      primary={{ label: meetingId ? '保存并通知' : '召集并通知', busy, onTap: () => void submit() }}
    >
      <Segmented label="开什么会" options={KIND_OPTIONS} value={draft.kind} onChange={(kind) => change({ kind })} />
      <Banner tone="note" title="怎样才有效" words={ruleWords(draft.kind)} />
      <Field label="地点" value={draft.place} placeholder="例如：社区活动室" onChange={(place) => change({ place })} />
      <When draft={draft} change={change} />
      <Field label="预计多少分钟" type="number" value={draft.minutes} onChange={(minutes) => change({ minutes })} />
      <Field
        label="应到人数"
        type="number"
        value={draft.expected}
        hint="名单上有人不用手机时填写；不填就按本社区已加入的人数"
        onChange={(expected) => change({ expected })}
      />
      <SpeakingRules draft={draft} change={change} />
      <AgendaPicker communityId={communityId} chosen={draft.chosen} change={(chosen) => change({ chosen })} />
      {failure ? <Banner tone="danger" title="还不能召集" words={failure} /> : null}
    </Page>
  );
}
