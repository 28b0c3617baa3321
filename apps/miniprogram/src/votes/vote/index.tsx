import { Text, View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { useEffect } from 'react';
import { votes } from '@gongzhi/shared/votes/contract';
import { isPoll, namedFor } from '@gongzhi/shared/kernel/kind-words';
import { UNIT_WORDS, type Choice, type MyUnit, type Vote } from '@gongzhi/shared/votes/model';
import { areaInWords } from '@gongzhi/shared/votes/amount-words';
import { call } from '../../kernel/call';
import { useParams } from '../../kernel/navigate';
import { Banner } from '../../kernel/ui/banner';
import { Card } from '../../kernel/ui/card';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import type { PrimaryButtonProps } from '../../kernel/ui/primary-button';
import { Progress } from '../../kernel/ui/progress';
import { Segmented } from '../../kernel/ui/segmented';
import { Tag } from '../../kernel/ui/tag';
import { useLoaded } from '../../kernel/use-loaded';
import { Paragraphs } from '../../kernel/ui/paragraphs';
import { CoverageCard } from './coverage-card';
import { CHOICE_WORDS, countingWords, endWords, kindWords, standingOf, standingWords } from './model';
import { KeptReceipt } from './kept-receipt';
import { ProxyCard } from './proxy-card';
import { ResultCard } from './result-card';
import { RuleCard } from './rule-card';
import { SecretCard, secretPrimary } from './secret-card';
import { useBallot } from './use-ballot';
import { WaysCard } from './ways-card';
import { useSecret, type Secret } from './use-secret';

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
      {vote.ballot === 'secret' && vote.phase === 'open' ? (
        <Text className="block small">无记名的参加数每分钟更新一次。</Text>
      ) : null}
    </Card>
  );
}

type Ballot = ReturnType<typeof useBallot>;
type Primary = { primary?: PrimaryButtonProps; why?: string };

/** Voting while the reader may, otherwise looking again until there is a result. */
const primaryOf = (vote: Vote, ballot: Ballot, refresh: PrimaryButtonProps): Primary => {
  const standing = standingOf({ ...vote, mine: ballot.mine });
  if (standing !== 'may-vote' && standing !== 'may-change') return { primary: refresh };
  const { choice, busy, cast } = ballot;
  if (!choice) return { primary: { label: '提交', disabled: true }, why: '请先在上面选一项。' };
  const label = standing === 'may-change' ? `改投“${CHOICE_WORDS[choice]}”` : `确认投“${CHOICE_WORDS[choice]}”票`;
  return {
    primary: { label, busy, onTap: () => void cast() },
    why: '截止前可以改，以最后一次为准。',
  };
};

/** How much a ballot weighs where area counts. */
const weightWords = ({ area, parts }: MyUnit) => (area === undefined ? '' : `${parts ?? 1} 套，${areaInWords(area)}`);

const unitLabel = (unit: MyUnit, index: number) => ({
  value: String(index),
  label: unit.as === 'own' ? `我的票${index > 0 ? ` ${index + 1}` : ''}` : `受托的票 ${index + 1}`,
  ...(unit.area === undefined ? {} : { note: weightWords(unit) }),
});

/** Which ballot is being cast, when there are several; what the only one weighs where area counts. */
function WhichBallot({ units, ballot }: { units: readonly MyUnit[]; ballot: Ballot }) {
  const [first, ...others] = units;
  if (others.length === 0)
    return first?.area === undefined ? null : <Text className="block small">您的一票：{weightWords(first)}。</Text>;
  return (
    <Segmented
      label="投哪一票"
      options={units.map(unitLabel)}
      value={String(ballot.at)}
      onChange={(value) => ballot.setAt(Number(value))}
    />
  );
}

function Choosing({ vote, ballot }: { vote: Vote; ballot: Ballot }) {
  const standing = standingOf({ ...vote, mine: ballot.mine });
  const words = standingWords({ ...vote, mine: ballot.mine });
  const may = standing.startsWith('may-');
  return (
    <>
      {words ? <Banner tone={standing === 'voted' ? 'ok' : 'note'} words={namedFor(isPoll(vote), words)} /> : null}
      <WhichBallot units={vote.mine?.units ?? []} ballot={ballot} />
      {may ? (
        <View className="stack">
          <Segmented label="您的选择" options={CHOICES} value={ballot.choice} onChange={ballot.setChoice} />
        </View>
      ) : null}
    </>
  );
}

/** What may be done now; a decided vote has nothing left to do. */
const actionOf = (vote: Vote | undefined, ballot: Ballot, secret: Secret, refresh: PrimaryButtonProps): Primary => {
  if (!vote || vote.phase === 'decided') return {};
  return vote.ballot === 'secret' ? secretPrimary(vote, secret, refresh) : primaryOf(vote, ballot, refresh);
};

interface ContentProps {
  vote: Vote;
  ballot: Ballot;
  secret: Secret;
  reload: () => void;
}
function Content({ vote, ballot, secret, reload }: ContentProps) {
  return (
    <>
      <Question vote={vote} />
      {vote.ballot === 'secret' ? (
        <SecretCard vote={vote} secret={secret} />
      ) : (
        <>
          <Choosing vote={vote} ballot={ballot} />
          <KeptReceipt vote={vote} receipt={ballot.receipt} />
        </>
      )}
      {vote.phase === 'counting' ? <Banner {...countingWords(vote, new Date())} /> : null}
      {vote.result ? <ResultCard result={vote.result} vote={vote} /> : null}
      <ProxyCard vote={vote} done={reload} />
      <WaysCard vote={vote} />
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
  const secret = useSecret(loaded.value, at.voteId, reload);
  useSeen(loaded.value);
  useDidShow(reload);
  return (
    <Page
      title={loaded.value ? kindWords(loaded.value).title : '表决'}
      {...actionOf(loaded.value, ballot, secret, { label: '刷新', kind: 'plain', busy: loaded.loading, onTap: reload })}
    >
      <ListState loaded={loaded} retry={reload}>
        {(vote) => <Content vote={vote} ballot={ballot} secret={secret} reload={reload} />}
      </ListState>
    </Page>
  );
}
