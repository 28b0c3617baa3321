/** A node as Taro's runtime hands it to WeChat in setData: `nn` names the template, `cn` holds the children, the rest are attributes. */
export interface Node {
  nn?: string;
  cn?: Node[];
  v?: string;
  [attribute: string]: unknown;
}
export type Payload = Record<string, unknown>;

const steps = (path: string): string[] => path.replace(/\[(\d+)\]/g, '$1').split('.');

/** What WeChat does with a setData payload: puts each value at its path. */
export const apply = (data: Record<string, unknown>, payload: Payload): void => {
  for (const [path, value] of Object.entries(payload)) {
    const way = steps(path);
    const last = way.pop() ?? '';
    let at: Record<string, unknown> = data;
    for (const step of way) at = (at[step] ??= {}) as Record<string, unknown>;
    at[last] = structuredClone(value);
  }
};

/** Every node below and including this one. */
export const nodesOf = (node: Node | undefined): Node[] =>
  node ? [node, ...Object.values(node.cn ?? []).flatMap(nodesOf)] : [];

/** A node and all that lie around it, the innermost first; the node alone where it is not in the tree. */
export const pathTo = (root: Node, node: Node): [Node, ...Node[]] => {
  const around = nodesOf(root).filter((one) => one !== node && nodesOf(one).includes(node));
  return [node, ...around.reverse()];
};

/** Which data key feeds an attribute of a template: base.wxml's `<view aria-label="{{i.p5}}">` in `tmpl_0_6` → 'p5'. */
export const attributeKeys = (baseWxml: string): ((template: string, attribute: string) => string | undefined) => {
  const opened = new Map(
    [...baseWxml.matchAll(/<template name="tmpl_0_(\w+)">\s*<[\w-]+ ([^>]*)>/g)].map(([, name, attributes]) => [
      name,
      attributes ?? '',
    ]),
  );
  return (template, attribute) =>
    new RegExp(`(?:^|\\s)${attribute}="\\{\\{(?:xs\\.b\\()?i\\.(\\w+)`).exec(
      opened.get(template) ?? opened.get(`${template}_blur`) ?? '',
    )?.[1];
};
