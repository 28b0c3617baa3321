import type { App } from 'aws-cdk-lib';

/** What every stack is told about the deployment. */
export interface House {
  stage: string;
  architecture: 'arm64' | 'x86_64';
  /** Folder with `<slice>/<file>/index.js`. */
  code: string;
  /** Custom domain of the API; without one the API answers at its own regional address (not in China before the ICP filing). */
  domain?: { name: string; certificateArn: string };
}

const told = (app: App, key: string): string | undefined => app.node.tryGetContext(key) as string | undefined;

/** Reads `-c stage=… -c arch=… -c domain=… -c certificateArn=…`. @throws naming what is wrong */
export const readHouse = (app: App, code: string): House => {
  const architecture = told(app, 'arch') ?? 'arm64';
  if (architecture !== 'arm64' && architecture !== 'x86_64') throw new Error(`-c arch=${architecture}: only arm64 or x86_64`);
  const stage = told(app, 'stage') ?? 'prod';
  if (!/^[a-z][a-z0-9]{1,11}$/.test(stage)) throw new Error(`-c stage=${stage}: 2 to 12 small letters and digits`);
  const name = told(app, 'domain');
  const certificateArn = told(app, 'certificateArn');
  if (Boolean(name) !== Boolean(certificateArn)) throw new Error('-c domain and -c certificateArn go together');
  return { stage, architecture, code, ...(name && certificateArn ? { domain: { name, certificateArn } } : {}) };
};

/** The physical name of what people look for in consoles: `gongzhi-prod-councils-index`. */
export const named = ({ stage }: House, ...parts: string[]): string => ['gongzhi', stage, ...parts].join('-');
