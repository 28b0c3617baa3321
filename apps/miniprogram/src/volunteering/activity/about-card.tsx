import { Text, View } from '@tarojs/components';
import { KINDS } from '@gongzhi/shared/kernel/service/model';
import type { Whole } from '@gongzhi/shared/volunteering/contract-activities';
import { Banner } from '../../kernel/ui/banner';
import { Card } from '../../kernel/ui/card';
import { Paragraphs } from '../../kernel/ui/paragraphs';
import { ReadAloud } from '../../kernel/ui/read-aloud';
import { Row } from '../../kernel/ui/row';
import { Tag } from '../../kernel/ui/tag';
import { STATUS_WORDS, byWords } from '../words';
import { ageWords, coverWords } from './model';

/** What an activity is, with everything one must know before signing up. */
export function AboutCard({ whole }: { whole: Whole }) {
  const { title, about, place, bring, skills, risk, status, reason } = whole;
  const [words, tone] = STATUS_WORDS[status];
  return (
    <>
      <Card>
        <View className="between">
          <Text className="strong">{title}</Text>
          {status === 'published' ? null : <Tag label={words} tone={tone} />}
        </View>
        <Paragraphs text={about} />
      </Card>
      <ReadAloud text={`${title}。${about}。集合地点：${place}。${risk ?? ''}`} />
      {reason ? <Banner tone="waiting" title={words} words={reason} /> : null}
      {risk ? <Banner tone="waiting" title="风险提示" words={risk} /> : null}
      <Card>
        <Row label="主办" value={byWords(whole.by)} />
        <Row label="类别" value={KINDS[whole.kind]} />
        <Row label="集合地点" value={place} />
        {bring ? <Row label="要带" value={bring} /> : null}
        {skills.length > 0 ? <Row label="需要的技能" value={skills.join('、')} /> : null}
        <Row label="保险" value={coverWords(whole)} />
        <Row label="年龄" value={ageWords(whole)} />
      </Card>
    </>
  );
}
