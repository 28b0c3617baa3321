import { Text } from '@tarojs/components';
import type { Facts, Turn } from '@gongzhi/shared/reports/model';
import { periodWords } from '@gongzhi/shared/kernel/periods';
import { Card } from '../kernel/ui/card';
import { Row } from '../kernel/ui/row';
import { dayWords, gradeWords, lineWords, sumRows } from './words';

/** Lines shown on a screen; the others are on the paper. */
const SHOWN = 60;

function Lines({ title, lines }: { title: string; lines: Facts['lines'] }) {
  if (lines.length === 0) return null;
  return (
    <Card>
      <Text className="block strong">{title}</Text>
      {lines.slice(0, SHOWN).map((line) => (
        <Text key={line.n} className="block">
          {lineWords(line)}
        </Text>
      ))}
      {lines.length > SHOWN ? <Text className="block small">还有 {lines.length - SHOWN} 条，在打印件上。</Text> : null}
    </Card>
  );
}

/** Everything a report says. */
export function FactsCard({ facts }: { facts: Facts }) {
  const grades = gradeWords(facts.service);
  return (
    <>
      <Card>
        <Text className="block strong">{`${facts.name}，${periodWords(facts.period)}`}</Text>
        <Text className="block small">{`${dayWords(facts.fromDay)} 到 ${dayWords(facts.toDay)}，${facts.branch}`}</Text>
        {facts.unit ? <Row label="单位" value={facts.unit} /> : null}
        {sumRows(facts).map(([label, value]) => (
          <Row key={label} label={label} value={value} />
        ))}
        {grades ? <Text className="block small">{`服务时长的证据：${grades}。`}</Text> : null}
      </Card>
      <Lines title="服务明细" lines={facts.lines} />
      <Lines title="中心工作明细" lines={facts.centralLines} />
    </>
  );
}

const VERDICTS = { again: '按现在的时长重做了报告', leftOut: '拿掉了这几条，重做了报告', kept: '保持原样' } as const;
/** Objections and their answers, the latest last. */
export function TurnCards({ turns }: { turns: readonly Turn[] }) {
  return (
    <>
      {turns.map(({ version, lines, words, verdict, answer, goesAlong }) => (
        <Card key={version}>
          <Text className="block strong">{`异议：第 ${lines.join('、')} 条`}</Text>
          <Text className="block">{words}</Text>
          {verdict ? <Text className="block small">{`支部答复（${VERDICTS[verdict]}）：${answer ?? ''}`}</Text> : null}
          {goesAlong && verdict === 'kept' ? <Text className="block small">异议和答复会一起写进报告。</Text> : null}
        </Card>
      ))}
    </>
  );
}
