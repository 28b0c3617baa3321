import { View } from '@tarojs/components';
import { useState } from 'react';
import { councils } from '@gongzhi/shared/councils/contract';
import type { Column, Point } from '@gongzhi/shared/councils/model';
import { call } from '../../kernel/call';
import { useParams } from '../../kernel/navigate';
import { send } from '../../kernel/queue';
import { toast } from '../../kernel/toast';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Segmented } from '../../kernel/ui/segmented';
import { Sheet } from '../../kernel/ui/sheet';
import { TextArea } from '../../kernel/ui/text-area';
import { usePages } from '../../kernel/use-pages';
import { RiskySheet } from '../risky-sheet';
import { useRoles } from '../roles';
import { COLUMNS, ORDERS, PROMPTS, type Order } from './model';
import { PointCard } from './point-card';
import { Replies } from './replies';
import { useSpeaking } from './use-speaking';
import './index.scss';

type At = { communityId: string; proposalId: string };
function Speak({ at, column, onClose, done }: { at: At; column: Column; onClose: () => void; done: () => void }) {
  const { body, setBody, busy, failure, risky, speak, dismiss } = useSpeaking(
    (words, askReview) =>
      send(councils.addPoint, { ...at, column, body: words, ...(askReview ? { askReview } : {}) }, '发表一条意见'),
    () => {
      onClose();
      done();
    },
  );
  const title = COLUMNS.find(({ value }) => value === column)?.label ?? '';
  return (
    <Sheet
      title={title}
      words={PROMPTS[column]}
      onClose={onClose}
      confirm={{ label: '发表', busy, disabled: body.trim() === '', onTap: () => void speak(false) }}
    >
      <TextArea label="我的意见" value={body} max={500} error={failure} onChange={setBody} />
      {risky ? <RiskySheet words={risky} busy={busy} onClose={dismiss} onAsk={() => void speak(true)} /> : null}
    </Sheet>
  );
}

/** Points in three columns, one column at a time on a phone; newest or most endorsed first. */
export default function Discussion() {
  const at = useParams('councils', 'discussion');
  const [column, setColumn] = useState<Column>('for');
  const [order, setOrder] = useState<Order>('newest');
  const [speaking, setSpeaking] = useState(false);
  const [answering, setAnswering] = useState<Point>();
  const { loaded, reload, more } = usePages(`${column} ${order}`, (cursor) =>
    call(councils.listPoints, { ...at, column, order, ...(cursor ? { cursor } : {}) }),
  );
  const member = useRoles(at.communityId).length > 0;
  const endorse = async (pointId: string) => {
    const outcome = await send(councils.endorsePoint, { ...at, pointId }, '赞同一条意见');
    toast(outcome.ok ? '已赞同。' : outcome.says);
    reload();
  };
  const primary = member ? { primary: { label: '我说一条', onTap: () => setSpeaking(true) } } : {};
  return (
    <Page title="讨论" {...primary}>
      <Segmented label="看哪一栏" options={COLUMNS} value={column} onChange={setColumn} />
      <View className="stack">
        <Segmented label="排列" options={ORDERS} value={order} onChange={setOrder} />
      </View>
      <ListState
        loaded={loaded}
        retry={reload}
        isEmpty={({ items }) => items.length === 0}
        empty={{ words: PROMPTS[column] }}
      >
        {({ items, next }) => (
          <>
            {items.map((point) => (
              <PointCard
                key={point.pointId}
                point={point}
                endorse={() => void endorse(point.pointId)}
                reply={() => setAnswering(point)}
              />
            ))}
            {next ? <PrimaryButton kind="plain" label="看后面的" busy={loaded.loading} onTap={more} /> : null}
          </>
        )}
      </ListState>
      {speaking ? <Speak at={at} column={column} onClose={() => setSpeaking(false)} done={reload} /> : null}
      {answering ? (
        <Replies
          at={at}
          point={answering}
          onClose={() => {
            setAnswering(undefined);
            reload();
          }}
        />
      ) : null}
    </Page>
  );
}
