import { Text, View } from '@tarojs/components';
import type { Asking } from '@gongzhi/shared/satisfaction/model';
import { Segmented } from '../../kernel/ui/segmented';
import { TextArea } from '../../kernel/ui/text-area';
import { LEVEL_OPTIONS, reasonOptions } from '../words';
import { MOST_WORD, withLevel, type Draft } from './model';

interface FieldsProps {
  asked: Pick<Asking, 'title' | 'questions'>;
  draft: Draft;
  change: (draft: Draft) => void;
}

/** Five large buttons for the whole, then five for each duty that is named. */
function Levels({ asked, draft, change }: FieldsProps) {
  const titles = [asked.title, ...asked.questions.map(({ title }) => title)];
  return (
    <>
      {titles.map((title, i) => (
        <View key={title} className={i === 0 ? 'choose-large' : ''}>
          <Text className="heading">{i === 0 ? `您对“${title}”满意吗？` : title}</Text>
          <Segmented
            label={title}
            options={LEVEL_OPTIONS}
            value={draft.levels[i]}
            onChange={(level) => change(withLevel(draft, i, level))}
          />
        </View>
      ))}
    </>
  );
}

/** What may be said besides, once the level is chosen: the one reason that says most, and a word. */
function Besides({ draft, change }: Omit<FieldsProps, 'asked'>) {
  const [overall] = draft.levels;
  if (!overall) return null;
  return (
    <>
      <Text className="heading">最主要的原因（可以不选）</Text>
      <Segmented
        label="最主要的原因"
        options={reasonOptions(overall)}
        value={draft.reason}
        onChange={(reason) => change({ ...draft, reason: reason === draft.reason ? undefined : reason })}
      />
      <TextArea
        label="想说的一句话（可以不写）"
        hint="不要写姓名、电话和门牌，以免看出是您"
        value={draft.word}
        max={MOST_WORD}
        onChange={(word) => change({ ...draft, word })}
      />
    </>
  );
}

export function Fields(props: FieldsProps) {
  return (
    <>
      <Levels {...props} />
      <Besides draft={props.draft} change={props.change} />
    </>
  );
}
