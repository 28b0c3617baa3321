/** The page's style: the house's paper and pine, for a desk and for a phone. */
export const stylePage = `
:root { color-scheme: light; --ink: #1f2a24; --pine: #1d5b43; --paper: #fbfaf6; --line: #d9d6cc; --quiet: #55605a; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 60rem; padding: 1rem; background: var(--paper); color: var(--ink); font: 1rem/1.6 system-ui, 'PingFang SC', 'Noto Sans CJK SC', sans-serif; }
h1 { font-size: 1.5rem; margin: 0; } h2 { font-size: 1.25rem; margin: 2rem 0 .5rem; } h3 { font-size: 1rem; margin: 1rem 0 .25rem; } small, span { color: var(--quiet); font-weight: 400; }
a { color: var(--pine); } nav a { display: inline-block; padding: .5rem .75rem .5rem 0; }
input { font: inherit; padding: .5rem .75rem; min-height: 3rem; width: min(24rem, 100%); border: 1px solid var(--quiet); border-radius: .5rem; background: #fff; color: inherit; }
:focus-visible { outline: 3px solid var(--pine); outline-offset: 2px; }
details { border: 1px solid var(--line); border-radius: .75rem; margin: .5rem 0; padding: 0 1rem; background: #fff; } details[open] { padding-bottom: 1rem; }
summary { cursor: pointer; padding: .75rem 0; min-height: 3rem; } summary b { color: var(--pine); }
code { overflow-wrap: anywhere; } pre { overflow: auto; max-height: 24rem; background: var(--paper); padding: .75rem; font-size: .875rem; line-height: 1.4; }
.wide { overflow-x: auto; } table { border-collapse: collapse; width: 100%; font-size: .9375rem; } th, td { text-align: left; vertical-align: top; border-top: 1px solid var(--line); padding: .375rem .75rem .375rem 0; font-weight: 400; } thead th { color: var(--quiet); }
[hidden] { display: none; }
`;
