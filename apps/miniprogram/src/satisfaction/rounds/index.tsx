import { Text, View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { dateInWords } from '@gongzhi/shared/kernel/time';
import { satisfaction } from '@gongzhi/shared/satisfaction/contract';
import type { OverseenRound } from '@gongzhi/shared/satisfaction/publication';
import { aboutInWords } from '@gongzhi/shared/satisfaction/rules';
import { call } from '../../kernel/call';
import { open, useParams } from '../../kernel/navigate';
import { Card } from '../../kernel/ui/card';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Row } from '../../kernel/ui/row';
import { Tag } from '../../kernel/ui/tag';
import { usePages } from '../../kernel/use-pages';
import { responseWords } from '../response-words';
import { ROUND_STATES, invitedWords, toldWords } from './model';

function RoundCard({ communityId, round }: { communityId: string; round: OverseenRound }) {
  const { roundId, about, state, openedAt, closesAt, seedHash, invited, response } = round;
  const prints = about.kind === 'quarter' && state === 'open';
  const toLetters = () => open('satisfaction', 'letters', { communityId, roundId, invited: String(invited) });
  const [label, tone] = ROUND_STATES[state];
  const settled = state === 'settled';
  return (
    <Card>
      <View className="between">
        <Text className="strong">{aboutInWords(about)}</Text>
        <Tag label={label} tone={tone} />
      </View>
      <Text className="block small">{`${dateInWords(openedAt)}到${dateInWords(closesAt)}`}</Text>
      <Text className="block">{invitedWords(round)}</Text>
      {toldWords(round).map((words) => (
        <Text key={words} className="block">
          {words}
        </Text>
      ))}
      {prints ? <Row label="打印调查信" value="没用小程序的住户" onTap={toLetters} /> : null}
      {seedHash && !settled ? <Text className="block mono small">{`种子的校验码 ${seedHash}`}</Text> : null}
      {response && responseWords(response) ? <Text className="block small">{responseWords(response)}</Text> : null}
      {settled ? <Row label="看结果" onTap={() => open('satisfaction', 'result', { communityId, roundId })} /> : null}
    </Card>
  );
}

/** Rounds of a community as the street oversees them; the community itself is never told who is asked. */
export default function Rounds() {
  const { communityId } = useParams('satisfaction', 'rounds');
  const { loaded, reload, more } = usePages(communityId, (cursor) =>
    call(satisfaction.listRounds, { communityId, ...(cursor ? { cursor } : {}) }),
  );
  useDidShow(reload);
  const start = { label: '开始本季度的调查', onTap: () => open('satisfaction', 'start', { communityId }) };
  return (
    <Page title="满意度调查" primary={start}>
      <ListState
        loaded={loaded}
        retry={reload}
        isEmpty={({ items }) => items.length === 0}
        empty={{ words: '还没有调查。每个季度随机抽一些住户来问；事情办完以后，系统自动问有关的人。' }}
      >
        {({ items, next }) => (
          <>
            {items.map((round) => (
              <RoundCard key={round.roundId} communityId={communityId} round={round} />
            ))}
            {next ? <PrimaryButton kind="plain" label="看前面的" busy={loaded.loading} onTap={more} /> : null}
          </>
        )}
      </ListState>
    </Page>
  );
}
