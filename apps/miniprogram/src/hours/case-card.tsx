import { Text, View } from '@tarojs/components';
import type { Case } from '@gongzhi/shared/hours/case-model';
import { open } from '../kernel/navigate';
import { Card } from '../kernel/ui/card';
import { Tag } from '../kernel/ui/tag';
import { CASE_WORDS, askedWords, caseTag, dueWords, whenWords } from './words';

/** What a case is about and how it stands; both sides read the same. */
export function CaseFacts({ one }: { one: Case }) {
  const [words, tone] = caseTag(one, new Date());
  return (
    <>
      <View className="between">
        <Text className="strong">{CASE_WORDS[one.kind]}</Text>
        <Tag label={words} tone={tone} />
      </View>
      <Text className="block">
        {one.volunteerName} · {one.title}
      </Text>
      <Text className="block small">{whenWords(one)}</Text>
      <Text className="block">{askedWords(one)}</Text>
      {one.why ? (
        <Text className="block">
          {one.raisedBy}说：{one.why}
        </Text>
      ) : null}
      {one.answer ? (
        <Text className="block">
          {one.answeredBy}答复：{one.answer}
        </Text>
      ) : (
        <Text className="block small">{dueWords(one)}</Text>
      )}
    </>
  );
}

export function CaseCard({ communityId, one }: { communityId: string; one: Case }) {
  return (
    <Card onTap={() => open('hours', 'case', { communityId, caseId: one.caseId })}>
      <CaseFacts one={one} />
    </Card>
  );
}
