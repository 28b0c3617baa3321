import { Text, View } from '@tarojs/components';
import { timeInWords } from '@gongzhi/shared/kernel/time';
import type { Inside } from '@gongzhi/shared/wishes/model';
import { Banner } from '../../kernel/ui/banner';
import { Card } from '../../kernel/ui/card';
import { Tag } from '../../kernel/ui/tag';
import { LEVEL_WORDS, STATE_WORDS, WHAT_WORDS, moneyWords, whoWords } from '../words';
import { noteOf, type Seen } from './model';

/** Whose it is, for those who may know, and who may know it. */
function Whose({ inside }: { inside: NonNullable<Seen['inside']> }) {
  const { as, level, callName, building, door, behalf } = inside;
  const name = [building, callName].filter(Boolean).join(' ');
  return (
    <Card>
      <Text className="block strong">{as === 'wisher' ? '我的心愿' : '许愿的人'}</Text>
      {name ? <Text className="block">{name}</Text> : null}
      {door ? <Text className="block">门牌：{door}</Text> : null}
      {behalf ? <Text className="block small">社区工作者代为许愿。</Text> : null}
      {as === 'wisher' ? <Text className="block small">别人看到的：{LEVEL_WORDS[level].label}</Text> : null}
      {as === 'claimer' ? <Text className="block small">只告诉了您，请不要转告别人。</Text> : null}
    </Card>
  );
}

/** Who of the community read whose wish it is. */
function Reads({ reads }: { reads: NonNullable<Inside['reads']> }) {
  if (reads.length === 0) return null;
  return (
    <Card>
      <Text className="block strong">谁看过是您的心愿</Text>
      {reads.map(({ at, by }) => (
        <Text key={at + by} className="block small">
          {`${timeInWords(at)} ${by}（社区工作者）`}
        </Text>
      ))}
    </Card>
  );
}

const knows = ({ callName, building, door }: NonNullable<Seen['inside']>) => Boolean(callName || building || door);

/** What only those see who have to do with it. */
function Told({ inside }: { inside: NonNullable<Seen['inside']> }) {
  const { served, reads } = inside;
  return (
    <>
      {knows(inside) ? <Whose inside={inside} /> : null}
      {served?.word ? <Banner tone="ok" title="感谢的话" words={served.word} /> : null}
      {reads ? <Reads reads={reads} /> : null}
    </>
  );
}

/** What is wished for, how it stands, and whose it is as far as the reader may know. */
export function AboutCard({ seen }: { seen: Seen }) {
  const { shown, inside } = seen;
  const [words, tone] = STATE_WORDS[shown.state];
  const note = noteOf(seen);
  return (
    <>
      {note ? <Banner tone="waiting" {...note} /> : null}
      <Card>
        <View className="between">
          <Text className="strong">{shown.title}</Text>
          <Tag label={words} tone={tone} />
        </View>
        <Text className="block">{shown.about}</Text>
        <Text className="block">{`${WHAT_WORDS[shown.what]} · ${moneyWords(shown.budget)}`}</Text>
        {inside && knows(inside) ? null : <Text className="block small">{whoWords(shown)}</Text>}
      </Card>
      {inside ? <Told inside={inside} /> : null}
    </>
  );
}
