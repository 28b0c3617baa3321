import { Text } from '@tarojs/components';
import type { Notice } from '@gongzhi/shared/identity/contract';
import { Card } from '../card';
import { ReadAloud } from '../read-aloud';

/** A notice, whole: what a person agrees to is what stands here, word for word. */
export function NoticeCard({ notice }: { notice: Notice }) {
  const whole = [notice.title, ...notice.sections.flatMap(({ heading, body }) => [heading, body])].join('\n');
  return (
    <>
      <Card>
        {notice.sections.map(({ heading, body }) => (
          <Text key={heading} className="block"><Text className="block strong">{heading}</Text>{body}</Text>
        ))}
        <Text className="block small">版本 {notice.version}</Text>
      </Card>
      <ReadAloud text={whole} />
    </>
  );
}
