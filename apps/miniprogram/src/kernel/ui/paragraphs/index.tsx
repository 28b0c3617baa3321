import { Text } from '@tarojs/components';
import './index.scss';

/** A text as it was written: one block a line. */
export function Paragraphs({ text }: { text: string }) {
  return (
    <>
      {text.split('\n').map((line, index) => (
        <Text key={index} className="block paragraph" userSelect>
          {line}
        </Text>
      ))}
    </>
  );
}
