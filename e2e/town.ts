import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { api, signIn, type Actor } from '@gongzhi/local/demo/api';
import { makeRoll } from '@gongzhi/local/demo/make-roll';
import { DEMO, HOUSED, PEOPLE, type DemoPerson } from '@gongzhi/local/demo/people';
import { inviteWorker, join as joinCommunity, openPlaces } from '@gongzhi/local/demo/seed-directory';
import type { CloudOptions } from '@gongzhi/local/model';
import { startCloud } from '@gongzhi/local/start';
import type { RollRow } from '@gongzhi/shared/directory/model';
import { inChunks } from '@gongzhi/shared/directory/roll-chunks';

type Cloud = Awaited<ReturnType<typeof startCloud>>;

/** The built functions behind the gateway, with a street, two communities and a worker, and nobody at a screen. */
export interface Town {
  cloud: Cloud;
  url: string;
  dir: string;
  /** Every line the functions and the cloud wrote. */
  said: string[];
  supervisor: Actor;
  worker: Actor;
  /** What the deployment keeps secret, by name. */
  secret<T>(name: string): T;
  stop(): Promise<void>;
}

export const CDK_OUT = join(__dirname, '../infra/cdk.out');
export const optionsFor = (dir: string): CloudOptions => ({
  cdkOut: CDK_OUT,
  dir: join(dir, 'data'),
  fast: true,
  lazy: true,
  wechat: { people: PEOPLE, present: true },
});

/** The roll with the first `households` doors of the demo, each with the neighbours who live there. */
export const smallRoll = (households: number): RollRow[] =>
  makeRoll({ seed: 1, households, people: HOUSED.slice(0, households + 1) });

export interface Tally {
  added: number;
  changed: number;
  same: number;
}
/** Sends a roll chunk by chunk, as the roll page does, and adds up what was answered. */
export const importRows = async (worker: Actor, rows: readonly RollRow[]): Promise<Tally> => {
  const fileHash = createHash('sha256').update(JSON.stringify(rows)).digest('hex');
  const tally = { added: 0, changed: 0, same: 0 };
  for (const chunk of inChunks(rows)) {
    const { added, changed, same } = await worker.act(api.directory.importRoll, {
      communityId: DEMO.communityId,
      fileHash,
      rows: chunk,
    });
    Object.assign(tally, { added: tally.added + added, changed: tally.changed + changed, same: tally.same + same });
  }
  return tally;
};

export const personOf = (key: string): DemoPerson => {
  const found = PEOPLE.find((person) => person.key === key);
  if (!found) throw new Error(`no demo person ${key}`);
  return found;
};
/** Neighbours `from` to `to` of the demo, the first is 1. */
export const neighbours = (from: number, to: number): DemoPerson[] =>
  Array.from({ length: to - from + 1 }, (_, i) => personOf(`n${String(from + i).padStart(3, '0')}`));

export const startTown = async ({ households = 24 }: { households?: number } = {}): Promise<Town> => {
  const dir = mkdtempSync(join(tmpdir(), 'gongzhi-town-'));
  const said: string[] = [];
  const cloud = await startCloud({ ...optionsFor(dir), verbose: true, say: (line) => void said.push(line) });
  const { url, openingKey } = cloud;
  const supervisor = await openPlaces(url, openingKey);
  const worker = await inviteWorker(url, supervisor);
  if (households > 0) await importRows(worker, smallRoll(households));
  const secrets = JSON.parse(readFileSync(join(dir, 'data/secrets.json'), 'utf8')) as Record<string, unknown>;
  const stop = async () => {
    await cloud.stop();
    rmSync(dir, { recursive: true, force: true });
  };
  return { cloud, url, dir, said, supervisor, worker, secret: <T>(name: string) => secrets[name] as T, stop };
};

/** A demo person who has joined by the phone on the roll. */
export const resident = ({ url }: Pick<Town, 'url'>, key: string): Promise<Actor> => joinCommunity(url, personOf(key));
export const stranger = ({ url }: Pick<Town, 'url'>, key: string): Promise<Actor> => signIn(url, key);
export const { communityId: HERE, otherCommunityId: THERE, streetId: STREET } = DEMO;
