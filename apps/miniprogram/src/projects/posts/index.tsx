import { Text, View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { projects } from '@gongzhi/shared/projects/contract';
import { call } from '../../kernel/call';
import { open, useParams } from '../../kernel/navigate';
import { Card } from '../../kernel/ui/card';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Tag } from '../../kernel/ui/tag';
import { usePages } from '../../kernel/use-pages';
import { useRolesIn } from '../../kernel/use-roles';
import { NOMINATIONS, postWords } from '../words';

/** Posts for party members, set by what the community needs; anybody may look. */
export default function Posts() {
  const { communityId } = useParams('projects', 'posts');
  const worker = useRolesIn(communityId).includes('worker');
  const { loaded, reload, more } = usePages(communityId, (cursor) =>
    call(projects.listPosts, { communityId, ...(cursor ? { cursor } : {}) }),
  );
  useDidShow(reload);
  const add = { label: '设岗位', onTap: () => open('projects', 'add-post', { communityId }) };
  return (
    <Page title="党员岗位" {...(worker ? { primary: add } : {})}>
      <Text className="block small">岗位按社区的需求设立，由报到党员自己认领，社区或支部确认后公示。</Text>
      <ListState
        loaded={loaded}
        retry={reload}
        isEmpty={({ items }) => items.length === 0}
        empty={{
          words: '社区还没有设岗位。',
          action: { label: '看看社区的需求', onTap: () => open('projects', 'lists', { communityId }) },
        }}
      >
        {({ items, next }) => (
          <>
            {items.map((post) => (
              <Card
                key={post.postId}
                label={`${post.title}，${postWords(post)}`}
                onTap={() => open('projects', 'post', { communityId, postId: post.postId })}
              >
                <View className="between">
                  <Text className="strong">{post.title}</Text>
                  {post.mine ? <Tag label={NOMINATIONS[post.mine][0]} tone={NOMINATIONS[post.mine][1]} /> : null}
                </View>
                <Text className="block small">{postWords(post)}</Text>
              </Card>
            ))}
            {next ? <PrimaryButton kind="plain" label="看更早的" busy={loaded.loading} onTap={more} /> : null}
          </>
        )}
      </ListState>
    </Page>
  );
}
