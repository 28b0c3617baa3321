import { Text } from '@tarojs/components';
import type { Promised } from '@gongzhi/shared/satisfaction/publication';
import { Card } from '../../kernel/ui/card';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Segmented } from '../../kernel/ui/segmented';
import { TextArea } from '../../kernel/ui/text-area';
import { promiseLacks, type Line, type pointOptions } from './model';

interface HeardCardProps {
  no: number;
  line: Line;
  points: ReturnType<typeof pointOptions>;
  change: (to?: Line) => void;
}
/** One line of what was heard, and what of the result it points at. */
export function HeardCard({ no, line, points, change }: HeardCardProps) {
  return (
    <Card>
      <Text className="block strong">{`听到的 ${no}`}</Text>
      <TextArea label="居民说了什么" max={100} value={line.words} onChange={(words) => change({ ...line, words })} />
      <Segmented
        label="指向结果里的哪一题"
        options={points}
        value={line.about}
        onChange={(about) => change({ ...line, about })}
      />
      <PrimaryButton kind="plain" label="去掉这一条" onTap={() => change()} />
    </Card>
  );
}

/** One promise in short; the whole card opens it. */
export function PromiseCard({ promise, onTap }: { promise: Promised; onTap: () => void }) {
  const { title, what, owner } = promise;
  const lacks = promiseLacks(promise);
  return (
    <Card onTap={onTap} label={`修改 ${title}`}>
      <Text className="block strong">{title || '还没有写'}</Text>
      <Text className="block small">{what}</Text>
      {'outside' in owner ? <Text className="block small">{`负责：${owner.outside}`}</Text> : null}
      {lacks ? <Text className="block small">{lacks}</Text> : null}
    </Card>
  );
}
