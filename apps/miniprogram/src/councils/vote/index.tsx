import { Text, View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { councils } from '@gongzhi/shared/councils/contract';
import type { Choice, Vote } from '@gongzhi/shared/councils/model';
import { shareInWords } from '@gongzhi/shared/councils/result-rules';
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
import { useLoaded } from '../../kernel/use-loaded';
import { Paragraphs } from '../paragraphs';
import { CHOICE_WORDS, endWords, standingOf, standingWords } from './model';
import { ResultCard } from './result-card';
import { useBallot } from './use-ballot';

const CHOICES = (Object.entries(CHOICE_WORDS) as [Choice, string][]).map(([value, label]) => ({ value, label }));

function Question({ vote }: { vote: Vote }) {
  return (
    <Card>
      <Text className="block small">
        {vote.rule.name} · {endWords(vote)}
      </Text>
      <Text className="block strong">{vote.question}</Text>
      <Text className="block small">若通过，决议为：</Text>
      <Paragraphs text={vote.resolution} />
      <Progress base={vote.roll.households} done={vote.turnout} unit="户" verb="已表决" />
    </Card>
  );
}

function RuleCard({ vote: { rule, roll, communityId, proposalId } }: { vote: Vote }) {
  return (
    <>
      <Text className="heading">规则和名册</Text>
      <Card>
        <Row label="怎样算有效" value={`${shareInWords(rule.quorum)}的户参与`} />
        <Row label="怎样算通过" value={`参与户中${shareInWords(rule.pass)}赞成`} />
        <Text className="block small">
          依据：{rule.source}（{rule.sourceDate}）
          {rule.verified ? '' : '。2026 年起施行的新法条文尚待核对，现按本社区议事规则执行。'}
        </Text>
        <Text className="block small">
          名册在发起表决时固定，共 {roll.households} 户，不再增减。名册指纹：{roll.hash.slice(0, 16)}
        </Text>
        <Text className="block small">
          这是记名表决，系统记有每户的选择，不公布每户投了什么；截止前也不显示各选项票数。
        </Text>
        <Row label="看提案全文" onTap={() => open('councils', 'proposal', { communityId, proposalId })} />
      </Card>
    </>
  );
}

type Ballot = ReturnType<typeof useBallot>;
type Primary = { primary?: PrimaryButtonProps; why?: string };

/** Voting while the household may, otherwise looking again until there is a result. */
const primaryOf = (vote: Vote | undefined, ballot: Ballot, refresh: PrimaryButtonProps): Primary => {
  if (!vote || vote.phase === 'decided') return {};
  if (standingOf(vote) !== 'may-vote') return { primary: refresh };
  const { choice, busy, cast } = ballot;
  return choice
    ? {
        primary: { label: `确认投“${CHOICE_WORDS[choice]}”票`, busy, onTap: () => void cast() },
        why: '一户一票，提交后不能更改。',
      }
    : { primary: { label: '提交表决', disabled: true }, why: '请先在上面选一项。' };
};

function Content({ vote, ballot }: { vote: Vote; ballot: Ballot }) {
  const standing = standingOf(vote);
  const words = standingWords(vote);
  return (
    <>
      {words ? <Banner tone={standing === 'voted' ? 'ok' : 'note'} words={words} /> : null}
      <Question vote={vote} />
      {standing === 'may-vote' ? (
        <View className="stack">
          <Segmented label="您家的选择" options={CHOICES} value={ballot.choice} onChange={ballot.setChoice} />
        </View>
      ) : null}
      {vote.phase === 'counting' ? (
        <Banner tone="waiting" title="正在计票" words="表决已截止，正在按选票逐张计票，一两分钟内公布。" />
      ) : null}
      {vote.result ? <ResultCard result={vote.result} /> : null}
      <RuleCard vote={vote} />
    </>
  );
}

export default function VotePage() {
  const at = useParams('councils', 'vote');
  const { loaded, reload } = useLoaded(at.voteId, () => call(councils.readVote, at));
  const ballot = useBallot(at, loaded.value?.question ?? '', reload);
  useDidShow(reload);
  return (
    <Page
      title="表决"
      {...primaryOf(loaded.value, ballot, { label: '刷新', kind: 'plain', busy: loaded.loading, onTap: reload })}
    >
      <ListState loaded={loaded} retry={reload}>
        {(vote) => <Content vote={vote} ballot={ballot} />}
      </ListState>
    </Page>
  );
}
