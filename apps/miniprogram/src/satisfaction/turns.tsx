import { Text, View } from '@tarojs/components';
import { dateInWords } from '@gongzhi/shared/kernel/time';
import type { Turn } from '@gongzhi/shared/satisfaction/model';
import { turnWords } from './follow-up-words';

/** What was done and said about a low answer, in order. */
export function Turns({ turns }: { turns: readonly Turn[] }) {
  return (
    <>
      {turns.map((turn, i) => {
        const { what, words } = turnWords(turn);
        return (
          <View key={i}>
            <Text className="block small">{`${dateInWords(turn.at)} ${what}`}</Text>
            {words ? <Text className="block">{words}</Text> : null}
          </View>
        );
      })}
    </>
  );
}
