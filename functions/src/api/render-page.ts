import type { Document, Operation, Parameter, Schema } from '@gongzhi/shared/kernel/openapi-parts';
import { filterPage } from './filter-page';
import { stylePage } from './style-page';

const SLICES: Record<string, string> = {
  identity: '身份',
  directory: '名册',
  councils: '议事',
  votes: '表决',
  opinions: '看法',
  ledger: '台账',
  units: '驻区单位',
  api: '接口',
};
const ROLES: Record<string, string> = {
  public: '任何人',
  person: '已登录的人',
  resident: '居民',
  owner: '业主',
  councilMember: '议事员',
  chair: '议事会召集人',
  buildingHead: '楼组长',
  worker: '社区工作者',
  branchSecretary: '支部书记',
  unitContact: '驻区单位联系人',
  supervisor: '街道',
};
const PLACES: Record<Parameter['in'], string> = { path: '路径', query: '查询', header: '请求头' };
const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const escape = (text: string): string => text.replace(/[&<>"']/g, (char) => ESCAPES[char] as string);
const typeOf = ({ type, format, enum: choices }: Schema): string =>
  choices ? choices.map(String).join(' | ') : [type, format].flat().filter(Boolean).join(' · ') || '任意';

const access = ({ 'x-access': who, 'x-owner': owner }: Operation): string =>
  `${[who]
    .flat()
    .map((role) => ROLES[role] ?? role)
    .join('、')}${owner ? '（只限本人）' : ''}`;

const table = (title: string, head: string[], rows: string[][]): string =>
  rows.length === 0
    ? ''
    : `<h3>${title}</h3><div class="wide" tabindex="0" role="group" aria-label="${title}"><table><thead><tr>${head.map((cell) => `<th scope="col">${cell}</th>`).join('')}</tr></thead><tbody>${rows
        .map(
          ([first = '', ...rest]) =>
            `<tr><th scope="row">${first}</th>${rest.map((cell) => `<td>${cell}</td>`).join('')}</tr>`,
        )
        .join('')}</tbody></table></div>`;

const fields = ({ properties = {}, required = [] }: Schema): string[][] =>
  Object.entries(properties).map(([name, schema]) => [
    `<code>${escape(name)}</code>`,
    escape(typeOf(schema as Schema)),
    required.includes(name) ? '必填' : '可不填',
  ]);

const whole = (title: string, schema: Schema | undefined): string =>
  schema
    ? `<details><summary>${title}的完整结构（JSON Schema）</summary><pre tabindex="0">${escape(JSON.stringify(schema, null, 2))}</pre></details>`
    : '';

const lines = (text: string): string => escape(text).replaceAll('\n', '<br>');

const route = (method: string, path: string, operation: Operation): string => {
  const body = operation.requestBody?.content['application/json']?.schema;
  const output = Object.values(operation.responses['200']?.content ?? {})[0]?.schema;
  return `<details class="route" id="${operation.operationId}"><summary><b class="${method}">${method.toUpperCase()}</b> <code>${escape(path)}</code> <span>${escape(operation.summary)}</span></summary>
<p>谁可以调用：${escape(access(operation))}。最多 ${operation['x-units']} 个写入单位。</p>
${table(
  '参数',
  ['名称', '位置', '类型', '是否必填'],
  operation.parameters.map((p) => [
    `<code>${escape(p.name)}</code>`,
    PLACES[p.in],
    escape(typeOf(p.schema)),
    p.required ? '必填' : '可不填',
  ]),
)}
${body ? table('请求正文', ['字段', '类型', '是否必填'], fields(body)) + whole('请求正文', body) : ''}
${output ? table('成功时的回答', ['字段', '类型', '是否必填'], fields(output)) + whole('回答', output) : ''}
${table(
  '各种回答',
  ['状态', '说明'],
  Object.entries(operation.responses).map(([status, { description }]) => [status, lines(description)]),
)}
</details>`;
};

const section = ({ paths }: Document, tag: string): string =>
  `<section><h2 id="${tag}">${SLICES[tag] ?? tag} <small>${tag}</small></h2>${Object.entries(paths)
    .flatMap(([path, methods]) =>
      Object.entries(methods)
        .filter(([, { tags }]) => tags[0] === tag)
        .map(([method, operation]) => route(method, path, operation)),
    )
    .join('\n')}</section>`;

/** The description as one self-contained page: readable without the script, which only adds the filter. */
export const renderPage = (document: Document): string => `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(document.info.title)} 接口说明</title><style>${stylePage}</style></head><body>
<header><h1>${escape(document.info.title)} 接口说明</h1><p>${escape(document.info.description)}给程序读的版本：<a href="/api/openapi.json">openapi.json</a>（OpenAPI ${document.openapi}）。</p>
<nav aria-label="目录">${document.tags.map(({ name }) => `<a href="#${name}">${SLICES[name] ?? name}</a>`).join(' ')}</nav>
<form role="search" hidden><label for="filter">筛选路由</label> <input id="filter" type="search" autocomplete="off" placeholder="路径、说明或角色"> <output for="filter"></output></form></header>
<main>${document.tags.map(({ name }) => section(document, name)).join('\n')}</main><script>${filterPage}</script></body></html>`;
