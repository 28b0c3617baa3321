import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PEOPLE } from './demo/people';
import { seed } from './demo/seed';
import type { Cloud } from './model';
import { sayError, traceError } from './say-error';
import { startCloud } from './start';

const ROOT = resolve(fileURLToPath(new URL('../../..', import.meta.url)));
const DIR = join(ROOT, process.env['GONGZHI_DATA'] ?? '.local');
const SEEDED = join(DIR, 'seeded');
/** Asks scripts/start.mjs to start the cloud again. */
const RESTART = 75;

const start = (): Promise<Cloud> =>
  startCloud({
    dir: DIR,
    port: Number(process.env['PORT'] ?? 8787),
    cdkOut: join(ROOT, 'infra/cdk.out'),
    h5Dir: join(ROOT, 'apps/miniprogram/dist/h5'),
    ...(process.argv.includes('--watch') && { code: join(ROOT, 'functions/dist') }),
    wechat: { people: PEOPLE, present: true },
  });

const fillOnce = async ({ url, openingKey, setAhead, tick }: Cloud): Promise<void> => {
  if (existsSync(SEEDED)) return;
  console.log('第一次启动，正在准备演示数据… First start: making the demo data…');
  try {
    await seed({ url, openingKey, setAhead, tick, say: (line) => console.log(`  ${line}`) });
    mkdirSync(DIR, { recursive: true });
    writeFileSync(SEEDED, new Date().toISOString());
  } catch (error) {
    console.error(`演示数据没有做完：${sayError(error)}\n删除 .local 文件夹后再运行 npm start，会从头再做一次。`);
    console.error('The demo data is not complete. Delete the folder .local and run npm start again.');
  }
};

const greet = ({ url }: Cloud): void => {
  const people = PEOPLE.filter(({ key }) => !/^n\d+$/.test(key)).map(({ name, says }) => `  ${name}　${says}`);
  console.log(
    `\n共治已启动，请用浏览器打开 Open in a browser:\n\n  ${url}\n\n登录时可以选择成为 Sign in as one of:\n\n${people.join('\n')}\n`,
  );
  console.log(`接口文档 API: ${url}/api/docs　　停止 Stop: Ctrl-C\n`);
};

const end = async (cloud: Cloud, code: number): Promise<void> => {
  await cloud.stop();
  process.exit(code);
};

const main = async (): Promise<void> => {
  // In Lambda it ends one environment; here it would end them all.
  process.on('unhandledRejection', (error) => console.error(`unhandled: ${traceError(error)}`));
  const cloud = await start();
  let ending = false;
  const endOnce = (code: number) => {
    if (ending) process.exit(code);
    ending = true;
    void end(cloud, code);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => endOnce(0));
  process.on('message', (message) => (message === 'restart' ? endOnce(RESTART) : cloud.reload()));
  // Started by scripts/start.mjs: without it nobody would be left to press Ctrl-C.
  process.on('disconnect', () => endOnce(0));
  await fillOnce(cloud);
  greet(cloud);
  // What came due while the computer was off is not left until the next full minute.
  await cloud.tick();
};

main().catch((error: unknown) => {
  console.error(sayError(error));
  process.exit(1);
});
