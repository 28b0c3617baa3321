import { resolve } from 'node:path';
import { defineConfig } from '@tarojs/cli';

const shared = resolve(__dirname, '../../../shared/src');
const platform = process.env.TARO_ENV ?? 'weapp';

// Lengths stay physical: `pxtransform` would shrink a 48 px target to 41 px on a 320 px phone. Text grows by --fs (tokens.scss).
const postcss = { pxtransform: { enable: false, config: {} } };

export default defineConfig<'webpack5'>({
  projectName: 'gongzhi',
  date: '2026-11-23',
  designWidth: 375,
  deviceRatio: { 375: 2, 640: 1.17, 750: 1, 828: 0.905 },
  sourceRoot: 'src',
  outputRoot: `dist/${platform}`,
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: false },
  plugins: [resolve(__dirname, 'accessibility.js')],
  defineConstants: {
    // H5 is served by the API's own origin; a mini-program must name it.
    API_ORIGIN: JSON.stringify(process.env.TARO_APP_API ?? (platform === 'h5' ? '' : 'http://127.0.0.1:8787')),
  },
  mini: {
    compile: { include: [shared] },
    postcss,
    optimizeMainPackage: { enable: process.env.NODE_ENV === 'production' },
  },
  h5: {
    publicPath: './',
    // Without this every page carries its own copy of the components.
    webpackChain: (chain) =>
      chain.merge({
        optimization: {
          splitChunks: {
            cacheGroups: {
              shared: { name: 'shared', chunks: 'async', minChunks: 3, priority: 20, reuseExistingChunk: true },
            },
          },
        },
      }),
    staticDirectory: 'static',
    router: { mode: 'hash' },
    compile: { include: [shared] },
    postcss: { ...postcss, autoprefixer: { enable: true, config: {} } },
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
    miniCssExtractPluginOption: {
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[contenthash:8].css',
    },
  },
});
