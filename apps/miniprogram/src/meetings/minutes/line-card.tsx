import { Text, View } from '@tarojs/components';
import type { Line, Meeting } from '@gongzhi/shared/meetings/model';
import { timeInWords } from '@gongzhi/shared/kernel/time';
import { Card } from '../../kernel/ui/card';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { lineWords } from '../words';
import { HIDDEN_WORDS } from './model';

export interface LineActs {
  object?: () => void;
  answer?: () => void;
  summarise?: () => void;
  publish?: () => void;
}

const isBusy = ({ publish, answer, summarise }: LineActs) => Boolean(publish ?? answer ?? summarise);

/** One line of the minutes with what the reader may do about it. A line with nothing else to do is tapped to object to it. */
export function LineCard({ line, agenda, acts }: { line: Line; agenda: Meeting['agenda']; acts: LineActs }) {
  const buttons = (
    [
      ['公开这段文字', acts.publish],
      ['答复异议', acts.answer],
      ['写发言摘要', acts.summarise],
      ['我有异议', isBusy(acts) ? acts.object : undefined],
    ] as const
  ).filter(([, onTap]) => onTap);
  const taps = acts.object ? { onTap: acts.object } : {};
  return (
    <Card {...(buttons.length === 0 ? taps : {})}>
      <Text className="block small">{timeInWords(line.at)}</Text>
      <Text className="block">{lineWords(line, agenda)}</Text>
      {line.text ? <Text className="block strong">{line.text}</Text> : null}
      {line.state && line.state !== 'published' ? (
        <Text className="block small">{HIDDEN_WORDS[line.state]}</Text>
      ) : null}
      {buttons.length > 0 ? (
        <View className="stack">
          {buttons.map(([label, onTap]) => (
            <PrimaryButton key={label} kind="plain" label={label} {...(onTap ? { onTap } : {})} />
          ))}
        </View>
      ) : null}
    </Card>
  );
}
