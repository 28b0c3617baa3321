import { reports } from '@gongzhi/shared/reports/contract';
import type { Inside } from '@gongzhi/shared/wishes/model';
import { useDidShow } from '@tarojs/taro';
import { call } from '../../kernel/call';
import { open } from '../../kernel/navigate';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { useLoaded } from '../../kernel/use-loaded';

interface Props {
  at: { communityId: string; wishId: string };
  inside: Inside | undefined;
}
function Asking({ at }: Pick<Props, 'at'>) {
  const { loaded, reload } = useLoaded(at.wishId, () => call(reports.findWord, at));
  useDidShow(reload);
  const asked = loaded.value?.asked;
  if (!asked) return null;
  const write = () => open('reports', 'word', { ...at, ...asked });
  return <PrimaryButton kind="plain" label="给帮您的人写几句" onTap={write} />;
}

/** Where somebody whose wish came true is asked for a few words about who did it. */
export function WordAsked({ at, inside }: Props) {
  return inside?.as === 'wisher' && inside.served ? <Asking at={at} /> : null;
}
