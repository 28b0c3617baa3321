import { Text } from '@tarojs/components';
import { Banner } from '../../kernel/ui/banner';
import { Card } from '../../kernel/ui/card';
import { Progress } from '../../kernel/ui/progress';
import { HowTo } from './how-to';
import { differing, tallyOf, tallyWords } from './model';
import { ErrorsCard, ReadCard } from './roll-cards';
import { householdsOf, importedOf } from './run-import';
import type { Stage } from './use-import';

type At<A extends Stage['at']> = Extract<Stage, { at: A }>;

function Comparing({ roll, outcomes, busy, failure }: At<'compare'>) {
  return (
    <>
      <ReadCard roll={roll} />
      {failure ? <Banner tone="danger" title="核对中断了" words={`${failure}还没有写入任何内容。`} /> : null}
      <Card>
        <Text className="block strong">{busy ? '正在与现有名册核对，还没有写入' : '与现有名册核对'}</Text>
        <Progress base={roll.rows.length} done={outcomes.length} unit="户" verb="已核对" />
      </Card>
    </>
  );
}

function Preview({ roll, outcomes }: At<'preview'>) {
  const nothing = differing(roll.rows, outcomes).length === 0;
  if (nothing)
    return (
      <>
        <Banner tone="ok" title="没有变化" words={`文件里的 ${roll.rows.length} 户与现有名册完全一样，不需要导入。`} />
        <ReadCard roll={roll} />
      </>
    );
  return (
    <>
      <Banner tone="waiting" title="请核对，还没有写入" words={`与现有名册相比：${tallyWords(tallyOf(outcomes))}。`} />
      <ReadCard roll={roll} />
      <Card>
        <Text className="block small">
          名册里已有、文件里没有的住户会原样保留。面积、姓名、电话以这个文件为准，文件里空着的会变成空着。
        </Text>
      </Card>
    </>
  );
}

function Importing({ job, busy, failure }: At<'import'>) {
  return (
    <>
      {failure ? (
        <Banner tone="danger" title="导入中断了" words={`${failure}已导入的不会丢，也不会重复，可以接着导入。`} />
      ) : null}
      <Card>
        <Text className="block strong">{busy ? '正在导入，请不要关闭这一页' : '已停在这里'}</Text>
        <Progress base={householdsOf(job)} done={importedOf(job)} unit="户" verb="已导入" />
        <Text className="block small">万一关闭了也没关系：再选同一个文件，会从没导入的地方接着来。</Text>
      </Card>
    </>
  );
}

function Done({ roll, job }: At<'done'>) {
  const { added, changed } = job.tally;
  const same = roll.rows.length - added - changed;
  return (
    <>
      <Banner tone="ok" title="导入完成" words={`${roll.fileName}：${tallyWords({ added, changed, same })}。`} />
      <Card>
        <Text className="block">接下来可以按楼栋打印邀请码，送到每户；手机号在名册里的居民，登录后自己就能加入。</Text>
      </Card>
    </>
  );
}

/** One view a stage. */
export function StageView({ stage }: { stage: Stage }) {
  switch (stage.at) {
    case 'choose':
      return (
        <>
          {stage.failure ? <Banner tone="danger" title="这个文件不能用" words={stage.failure} /> : null}
          <HowTo />
        </>
      );
    case 'reading':
      return <Banner tone="waiting" title={stage.step} words="大的文件要等十几秒，请稍候。" />;
    case 'faulty':
      return (
        <>
          <ErrorsCard roll={stage.roll} />
          <ReadCard roll={stage.roll} />
        </>
      );
    case 'compare':
      return <Comparing {...stage} />;
    case 'preview':
      return <Preview {...stage} />;
    case 'import':
      return <Importing {...stage} />;
    case 'done':
      return <Done {...stage} />;
  }
}
