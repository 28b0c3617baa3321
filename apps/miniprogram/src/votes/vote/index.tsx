import { Text, View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { useEffect } from 'react';
import { votes } from '@gongzhi/shared/votes/contract';
import { UNIT_WORDS, type Choice, type MyUnit, type Vote } from '@gongzhi/shared/votes/model';
import { areaInWords } from '@gongzhi/shared/votes/amount-words';
import { call } from '../../kernel/call';
import { open, useParams } from '../../kernel/navigate';
import { Banner } from '../../kernel/ui/banner';
import { Card } from '../../kernel/ui/card';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import type { PrimaryButtonProps } from '../../kernel/ui/primary-button';
import { Progress } from '../../kernel/ui/progress';
import { Row } from '../../kernel/ui/row';
import { Segmented } from '../../kernel/ui/segmented';
import { Tag } from '../../kernel/ui/tag';
import { useLoaded } from '../../kernel/use-loaded';
import { Paragraphs } from '../../kernel/ui/paragraphs';
import { CoverageCard } from './coverage-card';
import { CHOICE_WORDS, endWords, kindWords, ruleRows, standingOf, standingWords } from './model';
import { ProxyCard } from './proxy-card';
import { ResultCard } from './result-card';
import { useBallot } from './use-ballot';

const CHOICES = (Object.entries(CHOICE_WORDS) as [Choice, string][]).map(([value, label]) => ({ value, label }));

function Question({ vote }: { vote: Vote }) {
  const { tag } = kindWords(vote);
  const binding = vote.rule.force !== 'advisory';
  return (
    <Card>
      <View className="between">
        <Text className="small">{vote.rule.name}</Text>
        <Tag label={tag} tone={binding ? 'active' : 'plain'} />
      </View>
      <Text className="block small">{endWords(vote)}</Text>
      <Text className="block strong">{vote.question}</Text>
      <Text className="block small">{binding ? '若通过，决议为：' : '征询的内容：'}</Text>
      <Paragraphs text={vote.resolution} />
      <Progress
        base={vote.roll.units}
        done={vote.turnout}
        unit={UNIT_WORDS[vote.rule.unit].count}
        verb={binding ? '已表决' : '已提交'}
      />
    </Card>
  );
}

function RuleCard({ vote }: { vote: Vote }) {
  const { rule, roll, communityId, proposalId } = vote;
  return (
    <>
      <Text className="heading">规则和名册</Text>
      <Card>
        {ruleRows(vote).map((row) => (
          <Row key={row.label} {...row} />
        ))}
        <Text className="block small">
          依据：{rule.source}（{rule.sourceDate}）
          {rule.verified ? '' : '。2026 年起施行的新法条文尚待核对，现按本社区议事规则执行。'}
        </Text>
        <Text className="block small">
          名册在发起时固定，共 {roll.units} {UNIT_WORDS[rule.unit].count}
          {roll.area > 0 ? `、${areaInWords(roll.area)}` : ''}，不再增减。名册指纹：{roll.hash.slice(0, 16)}
        </Text>
        {vote.ballot === 'named' ? (
          <Text className="block small">
            这是记名表决，系统记有每一票的选择，不公布谁投了什么；截止前可以改投，以最后一次为准，也不显示各选项票数。
          </Text>
        ) : null}
        <Row label="看提案全文" onTap={() => open('councils', 'proposal', { communityId, proposalId })} />
      </Card>
    </>
  );
}

type Ballot = ReturnType<typeof useBallot>;
type Primary = { primary?: PrimaryButtonProps; why?: string };

/** Voting while the reader may, otherwise looking again until there is a result. */
const primaryOf = (vote: Vote | undefined, ballot: Ballot, refresh: PrimaryButtonProps): Primary => {
  if (!vote || vote.phase === 'decided') return {};
  const standing = standingOf({ ...vote, mine: ballot.mine });
  if (vote.ballot === 'secret' || (standing !== 'may-vote' && standing !== 'may-change')) return { primary: refresh };
  const { choice, busy, cast } = ballot;
  if (!choice) return { primary: { label: '提交', disabled: true }, why: '请先在上面选一项。' };
  const label = standing === 'may-change' ? `改投“${CHOICE_WORDS[choice]}”` : `确认投“${CHOICE_WORDS[choice]}”票`;
  return {
    primary: { label, busy, onTap: () => void cast() },
    why: '截止前可以改，以最后一次为准。',
  };
};

const unitLabel = ({ as, area, parts }: MyUnit, index: number) => ({
  value: String(index),
  label: as === 'own' ? `我的票${index > 0 ? ` ${index + 1}` : ''}` : `受托的票 ${index + 1}`,
  ...(area === undefined ? {} : { note: `${parts ?? 1} 套，${areaInWords(area)}` }),
});

function Choosing({ vote, ballot }: { vote: Vote; ballot: Ballot }) {
  const units = vote.mine?.units ?? [];
  const standing = standingOf({ ...vote, mine: ballot.mine });
  const words = standingWords({ ...vote, mine: ballot.mine });
  const may = vote.ballot === 'named' && standing.startsWith('may-');
  return (
    <>
      {words ? <Banner tone={standing === 'voted' ? 'ok' : 'note'} words={words} /> : null}
      {units.length > 1 ? (
        <Segmented
          label="投哪一票"
          options={units.map(unitLabel)}
          value={String(ballot.at)}
          onChange={(value) => ballot.setAt(Number(value))}
        />
      ) : null}
      {may ? (
        <View className="stack">
          <Segmented label="您的选择" options={CHOICES} value={ballot.choice} onChange={ballot.setChoice} />
        </View>
      ) : null}
    </>
  );
}

function Content({ vote, ballot, reload }: { vote: Vote; ballot: Ballot; reload: () => void }) {
  return (
    <>
      <Question vote={vote} />
      <Choosing vote={vote} ballot={ballot} />
      {vote.phase === 'counting' ? (
        <Banner tone="waiting" title="正在计票" words="已截止，正在按选票逐张计票，一两分钟内公布。" />
      ) : null}
      {vote.result ? <ResultCard result={vote.result} vote={vote} /> : null}
      <ProxyCard vote={vote} done={reload} />
      <CoverageCard vote={vote} />
      <RuleCard vote={vote} />
    </>
  );
}

/** Tells once that the page was opened, so that those whom a vote does not reach can be visited. */
const useSeen = (vote: Vote | undefined) => {
  const due = vote?.phase === 'open' && vote.mine?.onRoll && !vote.mine.voted ? vote.voteId : undefined;
  const communityId = vote?.communityId ?? '';
  useEffect(() => {
    if (due) void call(votes.markSeen, { communityId, voteId: due });
  }, [communityId, due]);
};

export default function VotePage() {
  const at = useParams('votes', 'vote');
  const { loaded, reload } = useLoaded(at.voteId, () => call(votes.readVote, at));
  const ballot = useBallot(loaded.value, at, reload);
  useSeen(loaded.value);
  useDidShow(reload);
  return (
    <Page
      title={loaded.value ? kindWords(loaded.value).title : '表决'}
      {...primaryOf(loaded.value, ballot, { label: '刷新', kind: 'plain', busy: loaded.loading, onTap: reload })}
    >
      <ListState loaded={loaded} retry={reload}>
        {(vote) => <Content vote={vote} ballot={ballot} reload={reload} />}
      </ListState>
    </Page>
  );
}
