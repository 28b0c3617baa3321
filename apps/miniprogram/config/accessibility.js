const { resolve } = require('node:path');
const { ACCESSIBLE } = require('./accessible');

/**
 * Taro leaves every `aria-*` out of its templates and out of the table that renames attributes at run time, so on WeChat
 * and Alipay they vanish without a word. This adds them to both. H5 keeps real attributes and needs nothing.
 * Plain JavaScript, because Taro loads plugins without compiling them.
 */
module.exports = (ctx) => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      if (!platform.template) return;
      platform.runtimePath = [platform.runtimePath ?? []].flat().concat(resolve(__dirname, 'accessibility-runtime.js'));
      platform.template.mergeComponents(ctx, ACCESSIBLE);
    },
  });
};
