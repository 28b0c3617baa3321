import { Page } from '../../kernel/ui/page';

export default function Me() {
  return <Page title="我的" />;
}
