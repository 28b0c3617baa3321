/** esbuild plugins that keep the bundles small: each replaces what a function never uses. */
import { readFile } from 'node:fs/promises';
import { dirname, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const HERE = dirname(fileURLToPath(import.meta.url));

/** In Lambda credentials are in the environment and nowhere else; the default chain brings SSO, INI, OIDC and IMDS: 135 kB of 347. */
const environmentCredentials = {
  name: 'environment-credentials',
  setup(b) {
    b.onResolve({ filter: /^@aws-sdk\/credential-provider-node$/ }, () => ({
      path: 'credentials',
      namespace: 'environment',
    }));
    b.onLoad({ filter: /.*/, namespace: 'environment' }, () => ({
      contents:
        "import { fromEnv } from '@aws-sdk/credential-provider-env'; export const defaultProvider = () => fromEnv();",
      resolveDir: HERE,
    }));
  },
};

/** Phones hash in JavaScript, because WeChat has no synchronous hash; a function has Node's, which is faster and weighs nothing. */
const nativeHash = {
  name: 'native-hash',
  setup(b) {
    b.onResolve({ filter: /^@noble\/hashes\/(sha2|hmac)\.js$/ }, () => ({ path: 'sha256', namespace: 'native' }));
    b.onLoad({ filter: /.*/, namespace: 'native' }, () => ({
      contents: `import { createHash, createHmac } from 'node:crypto';
        export const sha256 = (data) => createHash('sha256').update(data).digest();
        export const hmac = (hash, key, data) => {
          if (hash !== sha256) throw new Error('Only SHA-256 is native here: see functions/plugins.mjs.');
          return createHmac('sha256', key).update(data).digest();
        };`,
    }));
  },
};

/** Own files that are imported dynamically stay outside the bundle; `found` maps the sibling's name to its source. */
export const lazySiblings = (src, found) => ({
  name: 'lazy-siblings',
  setup(b) {
    b.onResolve({ filter: /^\.\.?\// }, async ({ kind, path, importer, resolveDir, pluginData }) => {
      if (kind !== 'dynamic-import' || pluginData === 'resolving' || importer.includes(`${sep}node_modules${sep}`))
        return undefined;
      const source = await b.resolve(path, { kind, resolveDir, pluginData: 'resolving' });
      if (source.errors.length > 0) return { errors: source.errors };
      const name = `lazy-${relative(src, source.path)
        .replace(/\.\w+$/, '')
        .replaceAll(/[^\w-]+/g, '-')}`;
      found.set(name, source.path);
      return { path: `./${name}.js`, external: true };
    });
  },
});

/** `filter` resolves to a module of `contents` instead. */
const instead = (name, filter, contents) => ({
  name,
  setup(b) {
    b.onResolve({ filter }, () => ({ path: name, namespace: name }));
    b.onLoad({ filter: /.*/, namespace: name }, () => ({ contents, resolveDir: HERE }));
  },
});

/** DynamoDB needs no endpoint discovery (Timestream does): the client only asks whether it is on. Its cache is 8 kB. */
const noEndpointDiscovery = instead(
  'no-endpoint-discovery',
  /^@aws-sdk\/middleware-endpoint-discovery$/,
  `export const resolveEndpointDiscoveryConfig = (input) => input;
  export const NODE_ENDPOINT_DISCOVERY_CONFIG_OPTIONS = {
    environmentVariableSelector: () => undefined, configFileSelector: () => undefined, default: false };`,
);

/** No operation we call streams events: 16 kB that a client would load at the first one that does. */
const noEventStreams = instead(
  'no-event-streams',
  /^@smithy\/core\/event-streams$/,
  "throw new Error('No event streams in these bundles: see functions/plugins.mjs.');",
);

/** A client reads its own version from its package.json, and brings 2 kB of scripts and dependency lists along. */
const versionOnly = {
  name: 'version-only',
  setup(b) {
    b.onLoad({ filter: /@aws-sdk[\\/][\w-]+[\\/]package\.json$/ }, async ({ path }) => ({
      contents: JSON.stringify({ version: JSON.parse(await readFile(path, 'utf8')).version }),
      loader: 'json',
    }));
  },
};

const SUMMARY = /\bsummary:\s*(?:'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\$]|\\.)*`)/g;
const SENTENCE = /(\[\d{3}, )'(?:[^'\\\n]|\\.)*'\]/g;
const SAYS = 'export const says =';

/** The contract without its summaries. Throws when one is written in a way it does not know. */
export const withoutSummaries = (text) => {
  const rest = text.replaceAll(SUMMARY, "summary: ''");
  const odd = rest.match(/\bsummary:\s*["`][^\n]*/);
  if (odd) throw new Error(`A route's summary must be one quoted string: ${odd[0].trim()}`);
  return rest;
};

/** Refusals with their statuses alone. `says` is no longer exported: a function that asks for a sentence does not build. */
export const withoutSentences = (text) =>
  text.replaceAll(SENTENCE, "$1'']").replace(SAYS, SAYS.slice('export '.length));

/** Leaves out what only people read and only the phone and the documentation say: 12 kB of refusals, 2 to 4 of a contract. */
export const wordless = {
  name: 'wordless',
  setup(b) {
    const load = (filter, change) =>
      b.onLoad({ filter }, async ({ path }) => ({ contents: change(await readFile(path, 'utf8')), loader: 'ts' }));
    load(/shared[\\/]src[\\/]\w+[\\/]contract[\w-]*\.ts$/, withoutSummaries);
    load(/shared[\\/]src[\\/]kernel[\\/]refusals(-\w+)?\.ts$/, withoutSentences);
  },
};

/** Plugins of every function. */
export const slimPlugins = [environmentCredentials, nativeHash, noEndpointDiscovery, noEventStreams, versionOnly];
