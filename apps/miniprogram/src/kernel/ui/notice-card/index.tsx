import { Text } from '@tarojs/components';
import { Card } from '../card';
import { ReadAloud } from '../read-aloud';

/** As much of a notice as a reader sees. */
export interface NoticeText {
  title: string;
  version: string;
  sections: readonly { heading: string; body: string }[];
}

/** A notice, whole: what a person agrees to is what stands here, word for word. */
export function NoticeCard({ notice }: { notice: NoticeText }) {
  const whole = [notice.title, ...notice.sections.flatMap(({ heading, body }) => [heading, body])].join('\n');
  return (
    <>
      <Card>
        {notice.sections.map(({ heading, body }) => (
          <Text key={heading} className="block">
            <Text className="block strong">{heading}</Text>
            {body}
          </Text>
        ))}
        <Text className="block small">版本 {notice.version}</Text>
      </Card>
      <ReadAloud text={whole} />
    </>
  );
}
