import { Text, View } from '@tarojs/components';
import { Banner } from '../../kernel/ui/banner';
import { Card } from '../../kernel/ui/card';
import { SHOWN, countWords, errorWords, errorsTitle, ignoredWords, rowWords, type Roll } from './model';

/** What was read from the file: counts, the first households as understood, what was passed over. */
export function ReadCard({ roll }: { roll: Roll }) {
  const { fileName, rows, ignored, others } = roll;
  return (
    <>
      <Card>
        <Text className="block strong">{fileName}</Text>
        <Text className="block">读到 {countWords(rows)}。</Text>
        {rows.slice(0, 3).map((row, i) => (
          <Text key={i} className="block small">
            {i === 0 ? '如：' : ''}
            {rowWords(row)}
          </Text>
        ))}
      </Card>
      {others.length > 0 ? (
        <Banner
          tone="note"
          title="还有别的表"
          words={`文件里的“${others.join('”“')}”没有读。如果也是名册，请合并到同一张表里。`}
        />
      ) : null}
      {ignored.length > 0 ? (
        <Card>
          <Text className="block strong">跳过了 {ignored.length} 行，不影响导入</Text>
          {ignoredWords(ignored).map((words) => (
            <Text key={words} className="block small">
              {words}
            </Text>
          ))}
        </Card>
      ) : null}
    </>
  );
}

/** What must be put right in the file, each with its row and column. */
export function ErrorsCard({ roll: { errors } }: { roll: Roll }) {
  return (
    <>
      <Banner
        tone="danger"
        title={errorsTitle(errors.length)}
        words="还没有写入任何内容。请在表格里改好并保存，再重新选择文件。行号和列号与表格左侧、上方的一致。"
      />
      <Card>
        <View className="stack">
          {errors.slice(0, SHOWN).map((error, i) => (
            <Text key={i} className="block">
              {errorWords(error)}
            </Text>
          ))}
        </View>
        {errors.length > SHOWN ? (
          <Text className="block small">还有 {errors.length - SHOWN} 处，改好上面的再看。</Text>
        ) : null}
      </Card>
    </>
  );
}
