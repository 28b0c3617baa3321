import { onImports, placeOf, targetOf } from '../places.mjs';

const SDK = /^(@aws-sdk|@smithy|aws-sdk|aws-cdk-lib|@aws-lambda-powertools|@middy)(\/|$)/;
/** What each workspace may take from the others, besides itself: what is shared lies in `shared`. The local cloud runs the deployment, so it may ask infra about it. */
const MAY_USE = {
  shared: [],
  functions: ['shared'],
  infra: ['shared'],
  'apps/miniprogram': ['shared'],
  'apps/local': ['shared', 'infra'],
  'apps/recount': [],
};
const SLICED_CODE = ['functions', 'apps/miniprogram'];

const isSlice = ({ slice }) => slice !== '' && slice !== 'kernel';

/** One check each: the message's id when the import breaks it. `from` and `to` are places. */
const isLocalCloud = (from, to) => from.isTest && ['apps/local', 'infra'].includes(to.workspace);
const foreign = (from, to) =>
  !isLocalCloud(from, to) &&
  to.workspace !== from.workspace &&
  !MAY_USE[from.workspace].includes(to.workspace) &&
  'workspace';
const detour = (from, to, source) =>
  !isLocalCloud(from, to) && to.workspace !== from.workspace && source.startsWith('.') && 'detour';
const upward = (from, to) => from.slice === 'kernel' && isSlice(to) && !from.isTest && 'kernel';
const sideways = (from, to) =>
  isSlice(from) &&
  isSlice(to) &&
  from.slice !== to.slice &&
  to.workspace === from.workspace &&
  SLICED_CODE.includes(from.workspace) &&
  'slice';
const inward = (from, to) =>
  isSlice(from) &&
  isSlice(to) &&
  from.slice !== to.slice &&
  to.workspace === 'shared' &&
  !/^(contract|model)(\.ts)?$/.test(to.rest) &&
  'inside';
const CHECKS = [foreign, detour, upward, sideways, inward];

const shielded = ['shared', 'apps/miniprogram'];

export default {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      workspace:
        '{{from}} may not use {{to}}. What both need is described once in shared (a contract, a rule, an id); running code meets over HTTP or events; only tests may start the local cloud or read the deployment.',
      detour: 'This path walks out of the workspace. Name the file instead: @gongzhi/shared/<slice>/<file>.',
      kernel:
        "The kernel may not know the slice '{{slice}}': every slice stands on the kernel. Pass what you need in as an argument, or move this file into the slice.",
      slice:
        "'{{here}}' may not import '{{slice}}': slices never import each other. Share ids, listen to its events in on-events.ts, or move what two slices already use to kernel/.",
      inside:
        "'{{here}}' may read only the contract and the model of '{{slice}}' (its routes, ids and shapes), not '{{rest}}'. If both slices need the rule, move it to kernel/.",
      sdk: "'{{source}}' may not be reached from {{from}}: only functions talk to AWS. Put the act behind a route of the contract and use call(), or pass a port in.",
    },
  },
  create(context) {
    const from = placeOf(context.filename);
    if (!from.workspace) return {};
    return onImports((source, node) => {
      const { package: name, place: to } = targetOf(source, context.filename);
      if (name && shielded.includes(from.workspace) && SDK.test(name))
        context.report({ node, messageId: 'sdk', data: { source, from: from.workspace } });
      if (!to?.workspace) return;
      const messageId = CHECKS.map((check) => check(from, to, source)).find(Boolean);
      if (messageId)
        context.report({
          node,
          messageId,
          data: { from: from.workspace, to: to.workspace, here: from.slice, slice: to.slice, rest: to.rest },
        });
    });
  },
};
