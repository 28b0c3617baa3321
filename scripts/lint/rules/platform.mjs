import { placeOf } from '../places.mjs';

/** Parts of Taro and of the host that differ between weapp, h5 and alipay. */
const ENVIRONMENT =
  /^(ENV_TYPE|canIUse.*|login|checkSession|request\w+Message|get(Env|SystemInfo\w*|SystemSetting|DeviceInfo|WindowInfo|AppBaseInfo|AppAuthorizeSetting|AccountInfoSync|PrivacySetting|UpdateManager|MenuButtonBoundingClientRect)|(get|set|remove|clear)Storage\w*|onNeedPrivacyAuthorization|requirePrivacyAuthorize|openPrivacyContract|onNetworkStatusChange|getNetworkType|chooseMessageFile|makePhoneCall|scanCode)$/;
const TRANSPORT = /^(request|uploadFile|downloadFile|connectSocket)$/;
const HOST = ['wx', 'my', 'window', 'document', 'localStorage', 'sessionStorage', 'navigator', 'location'];

const inPlatform = ({ slice, rest }) => slice === 'kernel' && /^platform[/.]/.test(rest);
const isCall = ({ slice, rest }) => slice === 'kernel' && rest === 'call.ts';

export default {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      environment:
        "'{{name}}' differs between weapp, h5 and alipay. Only kernel/platform knows them apart: use (or add) a function of the platform port.",
      transport:
        'Taro.{{name}} only in kernel/call.ts, the one transport: it adds the token, keeps the idempotency key through retries and turns refusals into sentences. Use call(contract.route, input).',
      fetch: 'fetch does not exist on weapp. Use call(contract.route, input) from kernel/call.',
    },
  },
  create(context) {
    const place = placeOf(context.filename);
    if (place.workspace !== 'apps/miniprogram' || place.isTest || inPlatform(place)) return {};
    const report = (node, messageId, name) => context.report({ node, messageId, data: { name } });
    const isGlobal = (node) => {
      const scope = context.sourceCode.getScope(node);
      const found = scope.references.find(({ identifier }) => identifier === node)?.resolved;
      return !found || found.defs.length === 0;
    };
    const taro = (node, name) => {
      if (ENVIRONMENT.test(name)) report(node, 'environment', `Taro.${name}`);
      if (TRANSPORT.test(name) && !isCall(place)) report(node, 'transport', name);
    };
    return {
      "MemberExpression[object.name='Taro']": (node) => taro(node, node.property.name ?? ''),
      "ImportDeclaration[source.value='@tarojs/taro'] > ImportSpecifier": (node) => taro(node, node.imported.name),
      "MemberExpression[property.name='TARO_ENV']": (node) => report(node, 'environment', 'process.env.TARO_ENV'),
      "MemberExpression[property.value='TARO_ENV']": (node) => report(node, 'environment', 'process.env.TARO_ENV'),
      Identifier: (node) => {
        const used = node.parent.type === 'MemberExpression' && node.parent.object === node;
        if (used && HOST.includes(node.name) && isGlobal(node)) report(node, 'environment', node.name);
      },
      "CallExpression[callee.name='fetch']": (node) => isGlobal(node.callee) && report(node, 'fetch', 'fetch'),
    };
  },
};
