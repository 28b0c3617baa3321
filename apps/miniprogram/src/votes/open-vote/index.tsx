import { Picker, Text, View } from '@tarojs/components';
import { useState } from 'react';
import { namedFor } from '@gongzhi/shared/kernel/kind-words';
import { votes } from '@gongzhi/shared/votes/contract';
import { councils } from '@gongzhi/shared/councils/contract';
import { procedures } from '@gongzhi/shared/procedures/contract';
import type { Proposal } from '@gongzhi/shared/councils/model';
import { timeInWords } from '@gongzhi/shared/kernel/time';
import { call } from '../../kernel/call';
import { replaceBy, useParams } from '../../kernel/navigate';
import { Banner } from '../../kernel/ui/banner';
import { Card } from '../../kernel/ui/card';
import { Field } from '../../kernel/ui/field';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Row } from '../../kernel/ui/row';
import { Segmented } from '../../kernel/ui/segmented';
import { Sheet } from '../../kernel/ui/sheet';
import { TextArea } from '../../kernel/ui/text-area';
import { useLoaded } from '../../kernel/use-loaded';
import {
  BALLOT_OPTIONS,
  BALLOT_WORDS,
  CHANNEL_OPTIONS,
  LATEST_DAYS,
  LENGTH_OPTIONS,
  dayFrom,
  endOf,
  kindOf,
  resolutionFor,
  rulesOn,
  type Ballot,
  type Length,
} from './model';
import { ReadinessCard } from './readiness-card';

interface Own {
  date: string;
  time: string;
}
function OwnEnd({ own, change }: { own: Own; change: (own: Own) => void }) {
  const now = new Date();
  return (
    <Card>
      <Picker
        mode="date"
        value={own.date}
        start={dayFrom(now, 0)}
        end={dayFrom(now, LATEST_DAYS)}
        onChange={({ detail }) => change({ ...own, date: detail.value })}
      >
        <Row picks label="截止日期" value={own.date} />
      </Picker>
      <Picker mode="time" value={own.time} onChange={({ detail }) => change({ ...own, time: String(detail.value) })}>
        <Row picks label="截止时间" value={own.time} />
      </Picker>
    </Card>
  );
}

interface SureProps {
  question: string;
  words: { poll: boolean; ballot: Ballot; closesAt: Date };
  busy: boolean;
  close: () => void;
  start: () => void;
}
/** Asked once more before what cannot be taken back. */
function Sure({ question, words: { poll, ballot, closesAt }, busy, close, start }: SureProps) {
  return (
    <Sheet
      title={namedFor(poll, '确认发起表决')}
      words={`${ballot === 'secret' ? '无记名' : '记名'}${poll ? '意见征询' : '表决'}《${question}》，${timeInWords(closesAt)}截止。发起后不能修改或撤回。`}
      onClose={close}
      confirm={{ label: '确认发起', busy, onTap: start }}
    />
  );
}

interface FormProps {
  proposal: Proposal;
  options: ReturnType<typeof rulesOn>;
  reload: () => void;
}
function Form({ proposal, options, reload }: FormProps) {
  const { communityId, proposalId } = proposal;
  const [question, setQuestion] = useState(proposal.title);
  const [resolution, setResolution] = useState(resolutionFor(proposal.title));
  const [length, setLength] = useState<Length>('week');
  const [ruleId, setRuleId] = useState<string>(options[0]?.value ?? '');
  const [phonesOnly, setPhonesOnly] = useState('all');
  const [ballot, setBallot] = useState<Ballot>('named');
  const [own, setOwn] = useState<Own>({ date: dayFrom(new Date(), 7), time: '20:00' });
  const [sure, setSure] = useState<Date>();
  const { poll, labels } = kindOf(ruleId);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  const start = async (closesAt: Date) => {
    setBusy(true);
    const outcome = await call(votes.openVote, {
      communityId,
      proposalId,
      question,
      resolution,
      closesAt: closesAt.toISOString(),
      ruleId,
      channels: phonesOnly === 'app' ? 'app' : 'all',
      secret: ballot === 'secret',
    });
    setBusy(false);
    setSure(undefined);
    if (outcome.ok) return replaceBy('votes', 'vote', { communityId, voteId: outcome.value.voteId });
    setFailure(outcome.says);
    if (outcome.refused) reload();
  };
  return (
    <>
      {failure ? <Banner tone="danger" title="没有发起成功" words={failure} /> : null}
      <Banner tone="note" words="发起后名册立即固定；事项、决议内容、表决方式、截止时间和名册都不能再改。" />
      <Text className="heading">按什么表决</Text>
      <Segmented label="按什么表决" options={options} value={ruleId} onChange={setRuleId} />
      <Text className="heading">记名还是无记名</Text>
      <Segmented label="记名还是无记名" options={BALLOT_OPTIONS} value={ballot} onChange={setBallot} />
      <Text className="block small">{namedFor(poll, BALLOT_WORDS[ballot])}</Text>
      <Text className="heading">怎样收票</Text>
      <Segmented label="怎样收票" options={CHANNEL_OPTIONS} value={phonesOnly} onChange={setPhonesOnly} />
      <Field label={labels.question} value={question} onChange={setQuestion} />
      <TextArea
        label={poll ? '征询的内容' : '若通过，决议内容'}
        value={resolution}
        max={500}
        onChange={setResolution}
      />
      <Text className="heading">什么时候截止</Text>
      <Segmented label="什么时候截止" options={LENGTH_OPTIONS} value={length} onChange={setLength} />
      {length === 'own' ? <OwnEnd own={own} change={setOwn} /> : null}
      <ReadinessCard
        communityId={communityId}
        proposalId={proposalId}
        ruleId={ruleId}
        channels={phonesOnly === 'app' ? 'app' : 'all'}
        ballot={ballot}
        closesAt={endOf(length, own, new Date())}
      />
      <View className="stack">
        <PrimaryButton label={namedFor(poll, '发起表决')} onTap={() => setSure(endOf(length, own, new Date()))} />
      </View>
      {sure ? (
        <Sure
          question={question}
          words={{ poll, ballot, closesAt: sure }}
          busy={busy}
          close={() => setSure(undefined)}
          start={() => void start(sure)}
        />
      ) : null}
    </>
  );
}

/** The matter and the way it goes, which says by what it may be voted on. */
const readBoth = async (at: { communityId: string; proposalId: string }) => {
  const [proposal, way] = await Promise.all([call(councils.readProposal, at), call(procedures.readWay, at)]);
  if (!proposal.ok) return proposal;
  return way.ok ? { ok: true as const, value: { proposal: proposal.value, options: rulesOn(way.value) } } : way;
};

export default function OpenVote() {
  const at = useParams('votes', 'open-vote');
  const { loaded, reload } = useLoaded(at.proposalId, () => readBoth(at));
  return (
    <Page title="发起表决">
      <ListState
        loaded={loaded}
        retry={reload}
        isEmpty={({ options }) => options.length === 0}
        empty={{ words: '这件事走的程序不表决。要表决，请先在“程序”里另选。' }}
      >
        {({ proposal, options }) => <Form proposal={proposal} options={options} reload={reload} />}
      </ListState>
    </Page>
  );
}
