const element = (name: string, value: unknown): string => {
  if (Array.isArray(value)) return value.map((item) => element(name, item)).join('');
  if (typeof value === 'object' && value !== null) return `<${name}>${elements(value)}</${name}>`;
  return typeof value === 'number' ? `<${name}>${value}</${name}>` : `<${name}><![CDATA[${String(value)}]]></${name}>`;
};

const elements = (fields: object): string =>
  Object.entries(fields)
    .map(([name, value]) => element(name, value))
    .join('');

/** A push as WeChat writes it in XML: text in CDATA, numbers bare, a list as one element an item. */
export const writeXml = (fields: object): string => `<xml>${elements(fields)}</xml>`;
