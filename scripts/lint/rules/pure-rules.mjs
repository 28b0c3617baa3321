import { placeOf } from '../places.mjs';

const isRules = ({ workspace, isTest }) => workspace === 'shared' && !isTest;
const IMPURE = /^(node:|fs|path|crypto|os)/;

/** Rules, and all that is shared with them, are pure: the page and the handler decide with the same function, and a test can set any clock. */
export default {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      clock:
        'shared reads no clock: take `now: Date` as an argument, so that page, handler and test decide by the same instant.',
      chance: 'shared makes nothing by chance: take the id or the random bytes as an argument.',
      world:
        "shared touches nothing outside its arguments ('{{name}}'). Read it where the rule is called and pass it in.",
    },
  },
  create(context) {
    if (!isRules(placeOf(context.filename))) return {};
    const report =
      (messageId, data = {}) =>
      (node) =>
        context.report({ node, messageId, data });
    const world = (name) => report('world', { name });
    return {
      "CallExpression[callee.object.name='Date'][callee.property.name='now']": report('clock'),
      "CallExpression[callee.object.name='performance']": report('clock'),
      "NewExpression[callee.name='Date'][arguments.length=0]": report('clock'),
      "CallExpression[callee.name='Date']": report('clock'),
      "MemberExpression[object.name='Math'][property.name='random']": report('chance'),
      "MemberExpression[object.name='crypto']": report('chance'),
      "MemberExpression[object.name='process']": world('process'),
      "CallExpression[callee.name='fetch']": world('fetch'),
      AwaitExpression: world('await'),
      "CallExpression[callee.object.name='console']": world('console'),
      ImportDeclaration: (node) => IMPURE.test(node.source.value) && world(node.source.value)(node),
    };
  },
};
