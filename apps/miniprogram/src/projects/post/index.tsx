import { Text } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { useState } from 'react';
import { projects } from '@gongzhi/shared/projects/contract';
import { call } from '../../kernel/call';
import { open, useParams } from '../../kernel/navigate';
import { Card } from '../../kernel/ui/card';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Row } from '../../kernel/ui/row';
import { Sheet } from '../../kernel/ui/sheet';
import { useAct } from '../../kernel/use-act';
import { useLoaded } from '../../kernel/use-loaded';
import { usePages } from '../../kernel/use-pages';
import { useRolesIn } from '../../kernel/use-roles';
import { Service } from '../service';
import { NOMINATIONS, othersWords, postWords } from '../words';
import { primaryOf } from './model';

type At = { communityId: string; postId: string };

/** Who holds the post (公示): those who chose to be named, and how many others. */
function Holders({ at, taken }: { at: At; taken: number }) {
  const { loaded, reload } = usePages(at.postId, () => call(projects.listHolders, at));
  return (
    <ListState loaded={loaded} retry={reload}>
      {({ items }) => (
        <Card>
          {items.map(({ name }, n) => (
            <Row key={`${n}#${name}`} label={name} value="在岗" />
          ))}
          <Text className="block small">
            {othersWords(taken, items.length) ?? (taken === 0 ? '还没有人在岗。' : '在岗的党员都选择了公开姓名。')}
          </Text>
        </Card>
      )}
    </ListState>
  );
}

function Asking({ at, done }: { at: At; done: () => void }) {
  const { busy, act } = useAct(done);
  return (
    <Sheet
      title="认领这个岗位"
      words="报到党员可以认领。社区工作者和您的支部书记会看到您的称呼，由他们确认；您能在“党员报到”里看到谁看过。确认后公示人数，只有您选择公开，才显示姓名。"
      onClose={done}
      confirm={{ label: '认领', busy, onTap: () => void act(projects.nominate, at, '已提交，等社区或支部确认。') }}
    />
  );
}

/** A post: what is to do, who holds it, and asking for it. */
export default function PostPage() {
  const at = useParams('projects', 'post');
  const roles = useRolesIn(at.communityId);
  const [asking, setAsking] = useState(false);
  const [turn, setTurn] = useState(0);
  const { loaded, reload } = useLoaded(at.postId, () => call(projects.readPost, at));
  const again = () => {
    setAsking(false);
    setTurn((before) => before + 1);
    reload();
  };
  const { busy, act } = useAct(again);
  useDidShow(again);
  const what = loaded.value && primaryOf(loaded.value, roles.length > 0);
  const leave = () => void act(projects.giveUpPost, at, '已退出，名额让给别人。');
  const BUTTONS = {
    nominate: { label: '我来认领', onTap: () => setAsking(true) },
    takeBack: { label: '撤回认领', kind: 'plain', busy, onTap: leave },
    giveUp: { label: '退出岗位', kind: 'plain', busy, onTap: leave },
  } as const;
  return (
    <Page title="岗位" {...(what ? { primary: BUTTONS[what] } : {})}>
      <ListState loaded={loaded} retry={reload}>
        {(post) => {
          const { needId } = post;
          return (
            <>
              <Card>
                <Text className="block strong">{post.title}</Text>
                <Text className="block">{post.about}</Text>
                <Text className="block small">{postWords(post)}</Text>
                {post.mine ? <Row label="我的认领" value={NOMINATIONS[post.mine][0]} /> : null}
                {needId ? (
                  <Row
                    label="按这条需求设立"
                    onTap={() => open('projects', 'need', { communityId: at.communityId, needId })}
                  />
                ) : null}
              </Card>
              <Text className="heading">公示</Text>
              <Holders key={turn} at={at} taken={post.taken} />
              <Service communityId={at.communityId} projectId={at.postId} member={roles.length > 0} />
              {roles.includes('worker') && post.state === 'open' ? (
                <PrimaryButton
                  kind="plain"
                  label="不再认领"
                  busy={busy}
                  onTap={() => void act(projects.closePost, at, '已关闭，在岗的人不变。')}
                />
              ) : null}
            </>
          );
        }}
      </ListState>
      {asking ? <Asking at={at} done={again} /> : null}
    </Page>
  );
}
