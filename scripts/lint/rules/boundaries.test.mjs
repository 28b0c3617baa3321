import { join } from 'node:path';
import { RuleTester } from 'eslint';
import tseslint from 'typescript-eslint';
import { ROOT } from '../places.mjs';
import boundaries from './boundaries.mjs';

const at = (path, code) => ({ name: `${path}: ${code}`, filename: join(ROOT, path), code });
const bad = (messageId, path, code) => ({ ...at(path, code), errors: [{ messageId }] });

new RuleTester({ languageOptions: { parser: tseslint.parser } }).run('boundaries', boundaries, {
  valid: [
    at(
      'functions/src/councils/cast-vote.ts',
      "import { mayVote } from '@gongzhi/shared/councils/rules'; import { commit } from '../kernel/commit'; import { repo } from './repo';",
    ),
    at(
      'functions/src/councils/on-events.ts',
      "import type { LedgerEvent } from '@gongzhi/shared/ledger/contract'; import type { RollRow } from '@gongzhi/shared/directory/model';",
    ),
    at('functions/src/kernel/ddb.ts', "import { DynamoDBClient } from '@aws-sdk/client-dynamodb';"),
    at('apps/local/src/engine.ts', "import { DynamoDBClient } from '@aws-sdk/client-dynamodb';"),
    at(
      'apps/miniprogram/src/councils/motion/index.tsx',
      "import { call } from '../../kernel/call'; import { councils } from '@gongzhi/shared/councils/contract';",
    ),
    at(
      'apps/miniprogram/src/tabs/councils/index.tsx',
      "import { maySupport } from '@gongzhi/shared/councils/rules'; import { row } from '../../councils/row';",
    ),
    at('apps/miniprogram/src/tabs/home/index.tsx', "import { Welcome } from '../welcome';"),
    at('functions/src/councils/repo.ddb.test.ts', "import { testTables } from '../../../apps/local/src/test-tables';"),
    at(
      'functions/src/kernel/wechat/test-wechat.ts',
      "import { startWechat } from '@gongzhi/local/wechat/start-wechat';",
    ),
    at('apps/local/src/secrets/fill-secrets.ts', "import { createKeys } from '@gongzhi/infra/src/create-keys';"),
    at('apps/local/src/test-tables.ts', "import { composeHouse } from '../../../infra/src/app';"),
    at('shared/src/kernel/openapi.test.ts', "import { councils } from '../councils/contract';"),
    at(
      'infra/src/councils.ts',
      "import { councils } from '@gongzhi/shared/councils/contract'; import { Slice } from './kernel/slice';",
    ),
    at('scripts/start.mjs', "import { x } from '../functions/build.mjs';"),
  ],
  invalid: [
    bad('slice', 'functions/src/councils/cast-vote.ts', "import { repo } from '../directory/repo';"),
    bad('slice', 'functions/src/councils/cast-vote.ts', "const x = await import('../directory/repo');"),
    bad('slice', 'functions/src/councils/cast-vote.ts', "type Repo = import('../directory/repo').Repo;"),
    bad('slice', 'functions/src/councils/cast-vote.test.ts', "import { repo } from '../directory/repo';"),
    bad('slice', 'functions/src/a-slice-of-tomorrow/index.ts', "import type { Repo } from '../councils/repo';"),
    bad('slice', 'apps/miniprogram/src/home/index.tsx', "import { Motion } from '../councils/motion';"),
    bad('slice', 'apps/miniprogram/src/tabs/home/index.tsx', "import { row } from '../../councils/row';"),
    bad('kernel', 'functions/src/kernel/caller.ts', "import { repo } from '../directory/repo';"),
    bad('kernel', 'functions/src/kernel/caller.ts', "import { Member } from '@gongzhi/shared/directory/contract';"),
    bad('kernel', 'shared/src/kernel/ids.ts', "import { Motion } from '../councils/contract';"),
    bad(
      'kernel',
      'apps/miniprogram/src/kernel/call.ts',
      "import { councils } from '@gongzhi/shared/councils/contract';",
    ),
    bad('inside', 'functions/src/councils/cast-vote.ts', "import { mayJoin } from '@gongzhi/shared/directory/rules';"),
    bad('inside', 'shared/src/councils/rules.ts', "import { mayJoin } from '../directory/rules';"),
    bad(
      'sdk',
      'apps/miniprogram/src/councils/motion/model.ts',
      "import { DynamoDBClient } from '@aws-sdk/client-dynamodb';",
    ),
    bad('sdk', 'shared/src/kernel/page.ts', "import type { AttributeValue } from '@aws-sdk/client-dynamodb';"),
    bad('sdk', 'shared/src/kernel/page.ts', "const { Logger } = require('@aws-lambda-powertools/logger');"),
    bad('workspace', 'shared/src/kernel/page.ts', "import { serve } from '../../../functions/src/kernel/serve';"),
    bad('workspace', 'functions/src/councils/repo.ts', "import { testTables } from '@gongzhi/local/test-tables';"),
    bad('workspace', 'apps/local/src/gateway.ts', "import { serve } from '@gongzhi/functions/kernel/serve';"),
    bad('workspace', 'infra/src/app.ts', "export { serve } from '../../functions/src/kernel/serve';"),
    bad(
      'detour',
      'functions/src/councils/index.ts',
      "import { councils } from '../../../shared/src/councils/contract';",
    ),
  ],
});

test('every message says what to do instead', () => {
  for (const message of Object.values(boundaries.meta.messages)) expect(message).toMatch(/: |\. |Pass|Name/);
  expect(boundaries.meta.messages.slice).toMatch(/Share ids.*on-events\.ts.*kernel\//);
});
