import { Text } from '@tarojs/components';
import { useState } from 'react';
import { Card } from '../../kernel/ui/card';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Row } from '../../kernel/ui/row';
import { GROUP_WORDS, rowOf, type Groups, type Here } from './model';

/** Rows of one group at once. */
const SHOWN = 20;

function Group({ words, people, pick }: { words: string; people: readonly Here[]; pick: (one: Here) => void }) {
  const [shown, setShown] = useState(SHOWN);
  return (
    <>
      <Text className="heading">
        {words} {people.length} 人
      </Text>
      <Card>
        {people.slice(0, shown).map((one) => (
          <Row key={one.personId} {...rowOf(one)} onTap={() => pick(one)} />
        ))}
        {people.length > shown ? (
          <PrimaryButton kind="plain" label="看后面的" onTap={() => setShown(shown + SHOWN)} />
        ) : null}
      </Card>
    </>
  );
}

/** Who is where, those who wait for the organiser first. */
export function People({ groups, pick }: { groups: Groups; pick: (one: Here) => void }) {
  const shown = GROUP_WORDS.filter(([name]) => groups[name].length > 0);
  if (shown.length === 0) return <Text className="block">还没有人报名。</Text>;
  return (
    <>
      {shown.map(([name, words]) => (
        <Group key={name} words={words} people={groups[name]} pick={pick} />
      ))}
    </>
  );
}
