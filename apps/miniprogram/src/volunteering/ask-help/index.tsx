import { Text, View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { useState } from 'react';
import { volunteering } from '@gongzhi/shared/volunteering/contract';
import { type Request } from '@gongzhi/shared/volunteering/request';
import { KINDS } from '@gongzhi/shared/kernel/service/model';
import { call } from '../../kernel/call';
import { open, useParams } from '../../kernel/navigate';
import { usePresence } from '../../kernel/standing';
import { Card } from '../../kernel/ui/card';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Tag } from '../../kernel/ui/tag';
import { useAct, type Act } from '../../kernel/use-act';
import { usePages } from '../../kernel/use-pages';
import { useRolesIn } from '../../kernel/use-roles';
import { AskSheet } from './ask-sheet';
import { STATE_WORDS, byline, mayDo, type Reader } from './model';

function RequestCard({
  communityId,
  request,
  reader,
  busy,
  act,
}: {
  communityId: string;
  request: Request;
  reader: Reader;
  busy: boolean;
  act: Act;
}) {
  const { requestId, activityId, title, about, kind, state } = request;
  const [words, tone] = STATE_WORDS[state];
  const may = mayDo(request, reader);
  const ids = { communityId, requestId };
  return (
    <Card>
      <View className="between">
        <Text className="strong">{title}</Text>
        <Tag label={words} tone={tone} />
      </View>
      <Text className="block">{about}</Text>
      <Text className="block small">{`${byline(request)} · ${KINDS[kind]}`}</Text>
      {may.help ? (
        <PrimaryButton
          kind="plain"
          label="我来帮"
          onTap={() => open('volunteering', 'write', { communityId, requestId })}
        />
      ) : null}
      {may.publish ? (
        <PrimaryButton
          kind="plain"
          label="让邻居看到"
          busy={busy}
          onTap={() => void act(volunteering.publishRequest, ids, '邻居能看到了。')}
        />
      ) : null}
      {activityId ? (
        <PrimaryButton
          kind="plain"
          label="看帮忙的活动"
          onTap={() => open('volunteering', 'activity', { communityId, activityId })}
        />
      ) : null}
      {may.close ? (
        <PrimaryButton
          kind="plain"
          label="不用了，关闭"
          busy={busy}
          onTap={() => void act(volunteering.closeRequest, ids, '已关闭。')}
        />
      ) : null}
    </Card>
  );
}

/** Neighbours' requests: asking for help, and taking a request up as an activity. */
export default function AskHelp() {
  const { communityId } = useParams('volunteering', 'ask-help');
  const { personId } = usePresence();
  const worker = useRolesIn(communityId).includes('worker');
  const { loaded, reload, more } = usePages(personId && communityId, (cursor) =>
    call(volunteering.listRequests, { communityId, ...(cursor ? { cursor } : {}) }),
  );
  const { busy, act } = useAct(reload);
  const [asking, setAsking] = useState(false);
  useDidShow(reload);
  return (
    <Page title="邻里互助" primary={{ label: '我要求助', onTap: () => setAsking(true) }}>
      <ListState
        loaded={loaded}
        retry={reload}
        isEmpty={({ items }) => items.length === 0}
        empty={{ words: '还没有人求助。需要帮忙，请点下面的“我要求助”。' }}
      >
        {({ items, next }) => (
          <>
            {items.map((request) => (
              <RequestCard
                key={request.requestId}
                {...{ communityId, request, busy, act }}
                reader={{ personId, worker }}
              />
            ))}
            {next ? <PrimaryButton kind="plain" label="看更早的" busy={loaded.loading} onTap={more} /> : null}
          </>
        )}
      </ListState>
      {asking ? <AskSheet {...{ communityId, busy, act }} onClose={() => setAsking(false)} /> : null}
    </Page>
  );
}
