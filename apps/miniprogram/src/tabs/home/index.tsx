import { Page } from '../../kernel/ui/page';
import { RoleSwitch } from '../../kernel/ui/role-switch';

export default function Home() {
  return <Page title="首页"><RoleSwitch /></Page>;
}
