import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { hours } from '@gongzhi/shared/hours/contract';
import { call } from '../../kernel/call';
import { open, useParams } from '../../kernel/navigate';
import { Card } from '../../kernel/ui/card';
import { Page } from '../../kernel/ui/page';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Row } from '../../kernel/ui/row';
import { MonthField } from '../month-field';
import { monthWords, monthsBack } from '../months';
import { usePrinting } from '../../kernel/use-printing';

const FORMATS = ['xlsx', 'csv'] as const;

/** The way out, a month at a time, and the way in. */
export default function Records() {
  const { communityId } = useParams('hours', 'records');
  const [month, setMonth] = useState(() => monthsBack(new Date(), 1)[0] ?? '');
  const { busy, print } = usePrinting();
  return (
    <Page title="导出和导入">
      <MonthField month={month} onChange={setMonth} />
      <Card>
        <Text className="block">
          按全国志愿服务系统的字段导出这个月的每一条记录，包括撤回的；分钟数相加就是有效的时长。文件里有姓名，请妥善保管。
        </Text>
        <View className="stack">
          {FORMATS.map((format) => (
            <PrimaryButton
              key={format}
              kind="plain"
              label={`导出${monthWords(month)}（${format.toUpperCase()}）`}
              busy={busy === format}
              disabled={busy !== undefined}
              onTap={() => void print(format, () => call(hours.exportRecords, { communityId, month, format }))}
            />
          ))}
        </View>
      </Card>
      <Card>
        <Row label="导入以前的时长" value="从表格文件" onTap={() => open('hours', 'past', { communityId })} />
        <Row label="按月统计" onTap={() => open('hours', 'statistics', { communityId })} />
      </Card>
    </Page>
  );
}
