import { Text, View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { useState } from 'react';
import { councils } from '@gongzhi/shared/councils/contract';
import type { Proposal } from '@gongzhi/shared/councils/model';
import { askMessages } from '../../kernel/ask-messages';
import { call } from '../../kernel/call';
import { open, useParams } from '../../kernel/navigate';
import { send } from '../../kernel/queue';
import { toast } from '../../kernel/toast';
import { Banner } from '../../kernel/ui/banner';
import { Card } from '../../kernel/ui/card';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import type { PrimaryButtonProps } from '../../kernel/ui/primary-button';
import { Progress } from '../../kernel/ui/progress';
import { ReadAloud } from '../../kernel/ui/read-aloud';
import { Row } from '../../kernel/ui/row';
import { Tag } from '../../kernel/ui/tag';
import { useLoaded } from '../../kernel/use-loaded';
import { byline, stageTag } from '../../tabs/councils/model';
import { Paragraphs } from '../../kernel/ui/paragraphs';
import { useRoles } from '../roles';
import { Grouped } from './grouped';
import { History } from './history';
import { mayRegroupHere, nextWords, stepOf } from './model';

function Words({ proposal }: { proposal: Proposal }) {
  const whole = [proposal.title, proposal.grounds, ...proposal.recommendations.flatMap((r) => [r.title, r.body])].join(
    '\n',
  );
  return (
    <>
      <Card>
        <Text className="block strong">理由和现状</Text>
        <Paragraphs text={proposal.grounds} />
      </Card>
      <Text className="heading">建议（{proposal.recommendations.length} 条）</Text>
      {proposal.recommendations.map(({ title, body }, index) => (
        <Card key={title}>
          <Text className="block strong">
            {index + 1}. {title}
          </Text>
          <Paragraphs text={body} />
        </Card>
      ))}
      <View className="stack">
        <ReadAloud text={whole} />
      </View>
    </>
  );
}

function Head({ proposal }: { proposal: Proposal }) {
  const [stage, tone] = stageTag(proposal);
  return (
    <Card>
      <View className="between">
        <Text className="small">{byline(proposal)}</Text>
        <Tag label={stage} tone={tone} />
      </View>
      <Text className="block strong">{proposal.title}</Text>
      {proposal.stage === 'gathering' ? (
        <Progress base={proposal.threshold} done={proposal.supports} unit="人" verb="已附议" />
      ) : (
        <Text className="block small">{proposal.supports} 人附议</Text>
      )}
      <Text className="block small">下一步：{nextWords(proposal)}</Text>
      {proposal.stage === 'refused' && proposal.reason ? (
        <Banner tone="danger" title="没有公开" words={`理由：${proposal.reason}`} />
      ) : null}
    </Card>
  );
}

const useSupport = (communityId: string, proposalId: string, done: () => void) => {
  const [busy, setBusy] = useState(false);
  const support = async (title: string) => {
    void askMessages('follow');
    setBusy(true);
    const outcome = await send(councils.supportProposal, { communityId, proposalId }, `附议《${title}》`);
    setBusy(false);
    toast(outcome.ok ? (outcome.value.onAgenda ? '已附议，这件事列入议程了。' : '已附议，谢谢您。') : outcome.says);
    done();
  };
  return { busy, support };
};

export default function ProposalPage() {
  const { communityId, proposalId } = useParams('councils', 'proposal');
  const { loaded, reload } = useLoaded(proposalId, () => call(councils.readProposal, { communityId, proposalId }));
  const roles = useRoles(communityId);
  const { busy, support } = useSupport(communityId, proposalId, reload);
  useDidShow(reload);
  const proposal = loaded.value;
  const step = proposal ? stepOf(proposal, roles) : { kind: 'none' as const };
  const toVote = () => {
    if (proposal?.voteId) open('votes', 'vote', { communityId, voteId: proposal.voteId });
  };
  const taps = {
    support: () => void support(proposal?.title ?? ''),
    'open-vote': () => open('votes', 'open-vote', { communityId, proposalId }),
    vote: toVote,
    result: toVote,
    none: () => undefined,
  };
  const primary: { primary?: PrimaryButtonProps } = step.label
    ? { primary: { label: step.label, busy, onTap: taps[step.kind] } }
    : {};
  return (
    <Page title="提案" {...primary}>
      <ListState loaded={loaded} retry={reload}>
        {(value) => (
          <>
            <Head proposal={value} />
            <Grouped proposal={value} />
            {step.why ? <Banner tone="note" words={step.why} /> : null}
            <Card>
              <Row
                label="讨论"
                value={`${value.points} 条意见`}
                onTap={() => open('councils', 'discussion', { communityId, proposalId })}
              />
              <Row
                label="看法"
                value="同意还是不同意"
                onTap={() => open('opinions', 'say', { communityId, proposalId })}
              />
              {mayRegroupHere(value.stage, roles) ? (
                <Row label="合并或拆分" onTap={() => open('councils', 'regroup', { communityId, proposalId })} />
              ) : null}
              {value.voteId ? (
                <Row label={value.poll ? '意见征询' : '表决'} value={stageTag(value)[0]} onTap={toVote} />
              ) : null}
              {(value.pastVotes ?? []).map((voteId, index) => (
                <Row
                  key={voteId}
                  label={`第 ${index + 1} 轮`}
                  value="没有形成决议"
                  onTap={() => open('votes', 'vote', { communityId, voteId })}
                />
              ))}
              <Row
                label="程序"
                value="走到哪一步、下一步"
                onTap={() => open('procedures', 'way', { communityId, proposalId })}
              />
              <Row label="会议审议" onTap={() => open('meetings', 'list', { communityId })} />
              <Row label="决议和落实" onTap={() => open('resolutions', 'chain', { communityId, proposalId })} />
            </Card>
            <Words proposal={value} />
            <History communityId={communityId} proposalId={proposalId} />
          </>
        )}
      </ListState>
    </Page>
  );
}
