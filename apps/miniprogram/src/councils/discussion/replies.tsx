import { Text, View } from '@tarojs/components';
import { councils } from '@gongzhi/shared/councils/contract';
import type { Point } from '@gongzhi/shared/councils/model';
import { dateInWords } from '@gongzhi/shared/kernel/time';
import { call } from '../../kernel/call';
import { send } from '../../kernel/queue';
import { ListState } from '../../kernel/ui/list-state';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Sheet } from '../../kernel/ui/sheet';
import { TextArea } from '../../kernel/ui/text-area';
import { usePages } from '../../kernel/use-pages';
import { RiskySheet } from '../risky-sheet';
import { stateWords } from './model';
import { useSpeaking } from './use-speaking';

/** The replies to one point and a field for one more; replies have no replies. */
export function Replies({
  at,
  point,
  onClose,
}: {
  at: { communityId: string; proposalId: string };
  point: Point;
  onClose: () => void;
}) {
  const where = { ...at, pointId: point.pointId };
  const { loaded, reload, more } = usePages(point.pointId, (cursor) =>
    call(councils.listReplies, { ...where, ...(cursor ? { cursor } : {}) }),
  );
  const speaking = useSpeaking(
    (body, askReview) =>
      send(councils.replyToPoint, { ...where, body, ...(askReview ? { askReview } : {}) }, '回复一条意见'),
    reload,
  );
  return (
    <Sheet
      title="回复"
      words={point.body}
      onClose={onClose}
      confirm={{
        label: '回复',
        busy: speaking.busy,
        disabled: speaking.body.trim() === '',
        onTap: () => void speaking.speak(false),
      }}
    >
      <ListState
        loaded={loaded}
        retry={reload}
        isEmpty={({ items }) => items.length === 0}
        empty={{ words: '还没有回复。' }}
      >
        {({ items, next }) => (
          <>
            {items.map((reply) => (
              <View key={reply.replyId} className="reply">
                <Text className="block small">
                  {reply.authorName} · {dateInWords(reply.at)}
                </Text>
                <Text className="block">{reply.body}</Text>
                {stateWords(reply) ? <Text className="block small">◷ {stateWords(reply)}</Text> : null}
              </View>
            ))}
            {next ? <PrimaryButton kind="plain" label="看后面的" busy={loaded.loading} onTap={more} /> : null}
          </>
        )}
      </ListState>
      <TextArea label="我的回复" value={speaking.body} max={500} error={speaking.failure} onChange={speaking.setBody} />
      {speaking.risky ? (
        <RiskySheet
          words={speaking.risky}
          busy={speaking.busy}
          onClose={speaking.dismiss}
          onAsk={() => void speaking.speak(true)}
        />
      ) : null}
    </Sheet>
  );
}
