import { Text } from '@tarojs/components';
import type { DemoPerson } from '../../kernel/platform/port';
import { Card } from '../../kernel/ui/card';
import { ListState } from '../../kernel/ui/list-state';
import { useLoaded } from '../../kernel/use-loaded';

/** Principals first, and four neighbours; the others only fill the roll. */
const SHOWN = 15;

/** H5 against the local cloud: whom to sign in as, since no WeChat is there to say. */
export function People({ ask, choose }: { ask: () => Promise<DemoPerson[]>; choose: (key: string) => void }) {
  const { loaded, reload } = useLoaded('people', () =>
    ask().then(
      (value) => ({ ok: true as const, value }),
      () => ({
        ok: false as const,
        broken: true as const,
        says: '这个网页版只在演示环境里可以登录。请用微信搜索小程序登录。',
      }),
    ),
  );
  return (
    <ListState loaded={loaded} retry={reload}>
      {(people) => (
        <>
          <Text className="heading">演示环境：请选择以谁的身份登录</Text>
          {people.slice(0, SHOWN).map(({ key, name, says }) => (
            <Card key={key} label={`以${name}的身份登录，${says}`} onTap={() => choose(key)}>
              <Text className="block strong">{name}</Text>
              <Text className="block small">{says}</Text>
            </Card>
          ))}
        </>
      )}
    </ListState>
  );
}
