import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { meetings } from '@gongzhi/shared/meetings/contract';
import type { Live, Opinion, Side } from '@gongzhi/shared/meetings/model';
import { Card } from '../../kernel/ui/card';
import { ListState } from '../../kernel/ui/list-state';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Segmented } from '../../kernel/ui/segmented';
import { Sheet } from '../../kernel/ui/sheet';
import { Tag } from '../../kernel/ui/tag';
import { TextArea } from '../../kernel/ui/text-area';
import type { Pages } from '../../kernel/use-pages';
import type { Act } from '../../kernel/use-act';
import { SIDE_WORDS } from '../words';
import { HIDDEN_WORDS } from './model';

const SIDES = (['for', 'against'] as const).map((value) => ({ value, label: SIDE_WORDS[value] }));

/** What somebody who cannot come wants to have said on one matter. */
export function OpinionSheet({
  live,
  busy,
  act,
  onClose,
}: {
  live: Live;
  busy: boolean;
  act: Act;
  onClose: () => void;
}) {
  const [item, setItem] = useState('1');
  const [side, setSide] = useState<Side>();
  const [text, setText] = useState('');
  const at = { communityId: live.communityId, meetingId: live.meetingId };
  const write = async () => {
    if (!side) return;
    const words = ({ state }: { state: string }) =>
      state === 'published' ? '已提交，和纪要一起公开。' : '已提交，工作人员看过后公开。';
    if (await act(meetings.writeOpinion, { ...at, item: Number(item), side, text }, words)) onClose();
  };
  return (
    <Sheet
      title="书面意见"
      words="来不了也能说话：会前、会后都可以写，每件事一次，提交后不能改。"
      onClose={onClose}
      confirm={{ label: '提交', busy, disabled: !side || text.trim() === '', onTap: () => void write() }}
    >
      <Segmented
        label="对哪一件事"
        options={live.agenda.map(({ n, title }) => ({ value: String(n), label: `${n}. ${title}` }))}
        value={item}
        onChange={setItem}
      />
      <Segmented label="我的立场" options={SIDES} value={side} onChange={setSide} />
      <TextArea label="我的意见" value={text} max={200} onChange={setText} />
    </Sheet>
  );
}

/** Written opinions beside the minutes. */
export function Opinions({
  pages,
  publish,
}: {
  pages: Pages<Opinion>;
  publish: ((opinionId: string) => void) | undefined;
}) {
  const { loaded, reload, more } = pages;
  return (
    <>
      <Text className="heading">书面意见</Text>
      <ListState
        loaded={loaded}
        retry={reload}
        isEmpty={({ items }) => items.length === 0}
        empty={{ words: '还没有人写书面意见。' }}
      >
        {({ items, next }) => (
          <>
            {items.map(({ opinionId, item, side, text, name, state }) => (
              <Card key={opinionId}>
                <View className="between">
                  <Text className="small">
                    {name} · 议题 {item}
                  </Text>
                  <Tag label={SIDE_WORDS[side]} tone={side === 'for' ? 'active' : 'waiting'} />
                </View>
                <Text className="block">{text}</Text>
                {state === 'published' ? null : <Text className="block small">{HIDDEN_WORDS[state]}</Text>}
                {publish && state === 'waiting' ? (
                  <PrimaryButton kind="plain" label="公开这条意见" onTap={() => publish(opinionId)} />
                ) : null}
              </Card>
            ))}
            {next ? <PrimaryButton kind="plain" label="看后面的意见" busy={loaded.loading} onTap={more} /> : null}
          </>
        )}
      </ListState>
    </>
  );
}
