import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { a11y } from '../a11y';
import { Banner } from '../banner';
import { PrimaryButton } from '../primary-button';
import { stateOf, type Loaded } from './model';

export interface ListStateProps<T> {
  loaded: Loaded<T>;
  retry: () => void;
  isEmpty?: (value: T) => boolean;
  /** What to say and do first when there is nothing yet. */
  empty?: { words: string; action?: { label: string; onTap: () => void } };
  children: (value: T) => ReactNode;
}

function Skeleton() {
  return (
    <View className="skeleton" {...a11y({ role: 'status', label: '正在加载' })}>
      <View className="skeleton-line" />
      <View className="skeleton-line" />
      <View className="skeleton-line skeleton-short" />
    </View>
  );
}

function Failed({ loaded, retry }: Pick<ListStateProps<unknown>, 'loaded' | 'retry'>) {
  if (!loaded.failure) return null;
  return (
    <Banner tone="danger" title="没有加载出来" words={loaded.failure.says}>
      <PrimaryButton kind="plain" label="重试" busy={loaded.loading} onTap={retry} />
    </Banner>
  );
}

function Empty({ words, action }: NonNullable<ListStateProps<unknown>['empty']>) {
  return (
    <View className="empty">
      <Text>{words}</Text>
      {action ? <PrimaryButton kind="plain" {...action} /> : null}
    </View>
  );
}

/** Shows whatever was fetched in its four states: skeleton, failed with a retry, empty with the first useful action, content. */
export function ListState<T>({
  loaded,
  retry,
  isEmpty = () => false,
  empty = { words: '这里还没有内容。' },
  children,
}: ListStateProps<T>) {
  const state = stateOf(loaded, isEmpty);
  return (
    <>
      <Failed loaded={loaded} retry={retry} />
      {state === 'loading' ? <Skeleton /> : null}
      {state === 'empty' ? <Empty {...empty} /> : null}
      {state === 'content' ? children(loaded.value as T) : null}
    </>
  );
}
