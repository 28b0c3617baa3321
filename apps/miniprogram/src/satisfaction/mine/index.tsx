import { Text, View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { dateInWords } from '@gongzhi/shared/kernel/time';
import { satisfaction } from '@gongzhi/shared/satisfaction/contract';
import type { Invitation, MyFollowUp } from '@gongzhi/shared/satisfaction/model';
import { call } from '../../kernel/call';
import { open, useParams } from '../../kernel/navigate';
import { usePresence } from '../../kernel/standing';
import { useStore } from '../../kernel/store';
import { Card } from '../../kernel/ui/card';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { Row } from '../../kernel/ui/row';
import { Tag } from '../../kernel/ui/tag';
import { useLoaded } from '../../kernel/use-loaded';
import { keptAnswers } from '../phone';
import { LEVEL_WORDS, untilWords } from '../words';
import { ByOthers } from './by-others';
import { MyFollowUpCard } from './my-follow-up';

function Asked({ communityId, asked }: { communityId: string; asked: Invitation }) {
  const { roundId, subject, title, expiresAt } = asked;
  return (
    <Card onTap={() => open('satisfaction', 'answer', { communityId, roundId, subject })}>
      <View className="between">
        <Text className="strong">{title}</Text>
        <Tag label="请您打分" tone="waiting" />
      </View>
      <Text className="block small">{untilWords(expiresAt)}</Text>
    </Card>
  );
}

/** What lies on this phone of one's own answers, with what came of the low ones. */
function Answered({ communityId, owner }: { communityId: string; owner: string }) {
  const kept = useStore(keptAnswers).filter((one) => one.owner === owner && one.communityId === communityId);
  const tickets = kept.map(({ ticket }) => ticket);
  const { loaded, reload } = useLoaded(tickets.length > 0 ? tickets.join() : undefined, () =>
    call(satisfaction.findFollowUps, { communityId, tickets }),
  );
  useDidShow(reload);
  if (kept.length === 0) return <Text className="block small">这部手机上还没有答过。您的回答只存在这部手机里。</Text>;
  const found = new Map<string, MyFollowUp>((loaded.value?.items ?? []).map((one) => [one.ticket, one]));
  return (
    <>
      {kept.map(({ ticket, title, level, at }) => {
        const followUp = found.get(ticket);
        return (
          <Card key={ticket}>
            <View className="between">
              <Text className="strong">{title}</Text>
              <Tag label={LEVEL_WORDS[level]} />
            </View>
            <Text className="block small">{dateInWords(at)}</Text>
            {followUp ? <MyFollowUpCard communityId={communityId} followUp={followUp} done={reload} /> : null}
          </Card>
        );
      })}
      <Text className="block small">这些只存在这部手机里，换手机或清除数据就没有了。</Text>
    </>
  );
}

/** What one is asked, what one has answered on this phone, and what came of it. */
export default function Mine() {
  const { communityId } = useParams('satisfaction', 'mine');
  const { personId } = usePresence();
  const { loaded, reload } = useLoaded(personId && communityId, () =>
    call(satisfaction.listInvitations, { communityId }),
  );
  useDidShow(reload);
  const answeredByCode = (loaded.value?.items ?? []).filter(({ by }) => by !== undefined);
  const toResults = { label: '看调查结果', onTap: () => open('satisfaction', 'results', { communityId }) };
  return (
    <Page title="我的评价" primary={toResults}>
      <Text className="heading">等您说说</Text>
      <ListState
        loaded={loaded}
        retry={reload}
        isEmpty={({ items }) => items.every(({ state }) => state !== 'open')}
        empty={{ words: '现在没有请您评价的事。事情办完以后，或者每个季度抽到您家时，会请您说说。' }}
      >
        {({ items }) => (
          <>
            {items
              .filter(({ state }) => state === 'open')
              .map((asked) => (
                <Asked key={`${asked.roundId} ${asked.subject}`} communityId={communityId} asked={asked} />
              ))}
          </>
        )}
      </ListState>
      {answeredByCode.map((asked) => (
        <ByOthers key={asked.roundId} communityId={communityId} asked={asked} done={reload} />
      ))}
      <Text className="heading">我答过的</Text>
      <Answered communityId={communityId} owner={personId ?? ''} />
      <Card>
        <Row label="我有信上的答题码" onTap={() => open('satisfaction', 'paper', { communityId })} />
        <Row label="我有回访码" value="看答复" onTap={() => open('satisfaction', 'call-back', { communityId })} />
      </Card>
    </Page>
  );
}
