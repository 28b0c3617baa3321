import { Text, View } from '@tarojs/components';
import { votes } from '@gongzhi/shared/votes/contract';
import { UNIT_WORDS } from '@gongzhi/shared/votes/model';
import { isPoll, namedFor } from '@gongzhi/shared/kernel/kind-words';
import { useDidShow } from '@tarojs/taro';
import { call } from '../../kernel/call';
import { open, toTab } from '../../kernel/navigate';
import { Card } from '../../kernel/ui/card';
import { ListState } from '../../kernel/ui/list-state';
import { Progress } from '../../kernel/ui/progress';
import { ReadAloud } from '../../kernel/ui/read-aloud';
import { Tag } from '../../kernel/ui/tag';
import { useLoaded } from '../../kernel/use-loaded';
import { aloud, concerning, dutyOf, dutyWords, endsAt } from './model';

/** The votes that are open now, those waiting for the reader's household first. */
export function OpenVotes({ communityId }: { communityId: string }) {
  const { loaded, reload } = useLoaded(communityId, async () => {
    const outcome = await call(votes.listVotes, { communityId });
    return outcome.ok ? { ok: true as const, value: concerning(outcome.value.items) } : outcome;
  });
  useDidShow(reload);
  return (
    <ListState
      loaded={loaded}
      retry={reload}
      isEmpty={(votes) => votes.length === 0}
      empty={{
        words: '现在没有正在进行的表决和意见征询。',
        action: { label: '看看邻居的提议', onTap: () => toTab('councils') },
      }}
    >
      {(votes) => [
        <ReadAloud key="read" text={aloud(votes)} />,
        ...votes.map((vote) => {
          const duty = dutyOf(vote);
          return (
            <Card key={vote.voteId} onTap={() => open('votes', 'vote', { communityId, voteId: vote.voteId })}>
              <View className="between">
                <Text className="small">{endsAt(vote)}</Text>
                <Tag label={dutyWords(vote)} tone={duty === 'vote' ? 'waiting' : 'active'} />
              </View>
              <Text className="block strong">{vote.question}</Text>
              <Progress
                base={vote.roll.units}
                done={vote.turnout}
                unit={UNIT_WORDS[vote.rule.unit].count}
                verb={namedFor(isPoll(vote), '已表决')}
              />
            </Card>
          );
        }),
      ]}
    </ListState>
  );
}
