import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { parseArgs } from 'node:util';
import {
  GetSecretValueCommand,
  PutSecretValueCommand,
  ResourceNotFoundException,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { parametersOf, readAssembly } from './kernel/assembly';
import { createKeys, fingerprintOf, newTokenKey, publicKeysOf, type SecretStore, type Wechat } from './create-keys';

const { values: told, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    'web-origin': { type: 'string' },
    cn: { type: 'boolean', default: false },
    stage: { type: 'string', default: 'prod' },
    'rotate-keys': { type: 'boolean', default: false },
    context: { type: 'string', short: 'c', multiple: true, default: [] },
  },
});

const run = (command: string, ...words: string[]): void => {
  const { status } = spawnSync(command, words, { stdio: 'inherit' });
  if (status !== 0) throw new Error(`${command} ${words[0] ?? ''} ended with ${status ?? 'a signal'}`);
};
const command = createRequire(import.meta.url).resolve('aws-cdk/bin/cdk');
const assembly = told.cn ? 'infra/cdk.out-cn' : 'infra/cdk.out';
/** Words after `--` go to `cdk deploy` as they are, e.g. `--require-approval never`. */
const cdk = (...words: string[]) =>
  run(process.execPath, command, '--app', assembly, 'deploy', ...words, ...positionals);

const openStore = (client: SecretsManagerClient): SecretStore => {
  const idOf = (name: string) => `gongzhi/${told.stage}/${name}`;
  return {
    read: async (name) => {
      try {
        const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: idOf(name) }));
        return SecretString === undefined ? undefined : (JSON.parse(SecretString) as unknown);
      } catch (error) {
        if (error instanceof ResourceNotFoundException) return undefined;
        throw error;
      }
    },
    write: async (name, value) =>
      void (await client.send(
        new PutSecretValueCommand({ SecretId: idOf(name), SecretString: JSON.stringify(value) }),
      )),
  };
};

const wechatFrom = ({ WECHAT_APPID: appid, WECHAT_SECRET: secret }: NodeJS.ProcessEnv): Wechat | undefined =>
  appid && secret ? { appid, secret } : undefined;

/** Data first, then what must be in its secrets, then everything that reads them (docs/deploy.md). */
const deploy = async (webOrigin: string): Promise<void> => {
  run('npm', 'run', 'synth', '--', ...[...told.context, `stage=${told.stage}`].flatMap((pair) => ['-c', pair]));
  cdk('data', '--parameters', `gongzhi-${told.stage}-data:WebOrigin=${webOrigin}`);
  const store = openStore(new SecretsManagerClient({ maxAttempts: 3 }));
  const { current, filled } = await createKeys(store, new Date(), wechatFrom(process.env));
  console.log(filled.length > 0 ? `filled the secrets ${filled.join(', ')}` : 'every secret had its value');
  // A new key is published before it signs; the old one stays published until the deployment after this one.
  const next = told['rotate-keys'] ? newTokenKey(new Date()) : undefined;
  const keys = publicKeysOf(next ? [next, current] : [current]);
  const listKey = fingerprintOf(await store.read('lists'));
  console.log(`key of vote lists, to be posted on the notice board: ${listKey}`);
  const parameters: Record<string, string> = {
    TokenPublicKeys: keys,
    ListKeyFingerprint: listKey,
    WebOrigin: webOrigin,
  };
  const given = Object.entries(readAssembly(assembly)).flatMap(([stack, template]) =>
    parametersOf(template).flatMap((name) =>
      parameters[name] === undefined
        ? []
        : ['--parameters', `gongzhi-${told.stage}-${stack}:${name}=${parameters[name]}`],
    ),
  );
  cdk('functions', 'api', 'events', 'watch', ...given);
  if (next) await store.write('tokens', next);
};

if (told['web-origin']) await deploy(told['web-origin']);
else {
  console.error(
    'npm run deploy -- --web-origin https://… [--cn] [--stage prod] [--rotate-keys] [-c domain=… -c certificateArn=…]',
  );
  process.exitCode = 1;
}
