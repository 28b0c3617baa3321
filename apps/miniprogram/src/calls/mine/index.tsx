import { useDidShow } from '@tarojs/taro';
import { calls } from '@gongzhi/shared/calls/contract';
import { call } from '../../kernel/call';
import { open, useParams } from '../../kernel/navigate';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Row } from '../../kernel/ui/row';
import { useAct } from '../../kernel/use-act';
import { usePages } from '../../kernel/use-pages';
import { AnswerButtons, sayOf } from '../answer-buttons';
import { CallCard } from '../call-card';
import { ANSWER_WORDS, callTag } from '../words';

/** Urgent calls one was asked to come to, the open ones first, each answered in one tap. */
export default function MyCalls() {
  const { communityId } = useParams('calls', 'mine');
  const { loaded, reload, more } = usePages(`calls ${communityId}`, (cursor) =>
    call(calls.listMine, { communityId, ...(cursor ? { cursor } : {}) }),
  );
  const { busy, act } = useAct(reload);
  useDidShow(reload);
  const now = new Date();
  return (
    <Page title="应急召集">
      <ListState
        loaded={loaded}
        retry={reload}
        isEmpty={({ items }) => items.length === 0}
        empty={{ words: '还没有召集过您。报到的党员，有防汛、扫雪这样的急事时，会在这里收到召集。' }}
      >
        {({ items, next }) => (
          <>
            {items.map((mine) => {
              const closed = callTag(mine.call, now);
              const over = closed[1] === 'plain' || closed[1] === 'danger';
              return (
                <CallCard
                  key={mine.call.callId}
                  call={mine.call}
                  now={now}
                  tag={over ? closed : ANSWER_WORDS[mine.answer]}
                >
                  {mine.answer === 'asked' ? (
                    <AnswerButtons mine={mine} now={now} busy={busy} say={sayOf(communityId, mine, act)} />
                  ) : null}
                  <Row
                    label={over ? '看说明' : '看说明、签到、改回复'}
                    onTap={() => open('calls', 'call', { communityId, callId: mine.call.callId })}
                  />
                </CallCard>
              );
            })}
            {next ? <PrimaryButton kind="plain" label="看更早的" busy={loaded.loading} onTap={more} /> : null}
          </>
        )}
      </ListState>
    </Page>
  );
}
