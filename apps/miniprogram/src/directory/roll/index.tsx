import { View } from '@tarojs/components';
import { open, useParams } from '../../kernel/navigate';
import { platform } from '../../kernel/platform/platform';
import { Page } from '../../kernel/ui/page';
import { PrimaryButton, type PrimaryButtonProps } from '../../kernel/ui/primary-button';
import { differing } from './model';
import { StageView } from './stage-view';
import { useImport, type Stage } from './use-import';

type Acts = Omit<ReturnType<typeof useImport>, 'stage'> & { print: () => void };

/** The one action of each stage. */
const primaryOf = (stage: Stage, { choose, compareOn, confirm, importOn, print }: Acts): PrimaryButtonProps => {
  switch (stage.at) {
    case 'choose':
      return { label: stage.failure ? '重新选择文件' : '选择名册文件', disabled: !platform.files.pick, onTap: choose };
    case 'reading':
      return { label: '读取文件', busy: true };
    case 'faulty':
      return { label: '改好了，重新选择文件', onTap: choose };
    case 'compare':
      return { label: '继续核对', busy: stage.busy, onTap: compareOn };
    case 'preview': {
      const count = differing(stage.roll.rows, stage.outcomes).length;
      return count === 0 ? { label: '选择别的文件', onTap: choose } : { label: `确认导入 ${count} 户`, onTap: confirm };
    }
    case 'import':
      return { label: '继续导入', busy: stage.busy, onTap: importOn };
    case 'done':
      return { label: '去打印邀请码', onTap: print };
  }
};

/** The household roll from a file: read here, shown first, written only after the worker confirms. */
export default function RollPage() {
  const { communityId } = useParams('directory', 'roll');
  const { stage, ...acts } = useImport(communityId);
  const other = stage.at === 'preview' && differing(stage.roll.rows, stage.outcomes).length > 0;
  return (
    <Page
      title="导入住户名册"
      primary={primaryOf(stage, { ...acts, print: () => open('directory', 'invites', { communityId }) })}
    >
      <StageView stage={stage} />
      {other || stage.at === 'done' ? (
        <View className="stack">
          <PrimaryButton kind="plain" label="选择别的文件" onTap={acts.choose} />
        </View>
      ) : null}
    </Page>
  );
}
