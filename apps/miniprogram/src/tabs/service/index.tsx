import { Page } from '../../kernel/ui/page';

export default function Service() {
  return <Page title="服务" />;
}
