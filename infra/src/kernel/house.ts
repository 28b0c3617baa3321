import type { App } from 'aws-cdk-lib';
import type { Slice } from './slice';

/** What every stack is told about the deployment. */
export interface House {
  stage: string;
  architecture: 'arm64' | 'x86_64';
  /** Folder with `<slice>/<file>/index.js`. */
  code: string;
  slices: readonly Slice[];
  /** Custom domain of the API; without one the API answers at its own regional address (not in China before the ICP filing). */
  domain?: { name: string; certificateArn: string };
}

const told = (app: App, key: string): string | undefined => app.node.tryGetContext(key) as string | undefined;

const domainOf = (app: App): Pick<House, 'domain'> => {
  const name = told(app, 'domain');
  const certificateArn = told(app, 'certificateArn');
  if (name && certificateArn) return { domain: { name, certificateArn } };
  if (name || certificateArn) throw new Error('-c domain and -c certificateArn go together');
  return {};
};

/** Reads `-c stage=… -c arch=… -c domain=… -c certificateArn=…`. @throws naming what is wrong */
export const readHouse = (app: App, code: string, slices: readonly Slice[]): House => {
  const architecture = told(app, 'arch') ?? 'arm64';
  if (architecture !== 'arm64' && architecture !== 'x86_64')
    throw new Error(`-c arch=${architecture}: only arm64 or x86_64`);
  const stage = told(app, 'stage') ?? 'prod';
  if (!/^[a-z][a-z0-9]{1,11}$/.test(stage)) throw new Error(`-c stage=${stage}: 2 to 12 small letters and digits`);
  return { stage, architecture, code, slices, ...domainOf(app) };
};

/** The physical name of what people look for in consoles: `gongzhi-prod-councils-index`. */
export const named = ({ stage }: House, ...parts: string[]): string => ['gongzhi', stage, ...parts].join('-');
