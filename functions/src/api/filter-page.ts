/** The page's only script: shows the filter and hides the routes that do not hold every word typed. */
export const filterPage = `
const form = document.querySelector('form'), field = form.querySelector('input'), said = form.querySelector('output');
const routes = [...document.querySelectorAll('.route')].map((element) => ({ element, text: element.textContent.toLowerCase() }));
const filter = () => {
  const words = field.value.toLowerCase().split(/\\s+/).filter(Boolean);
  let shown = 0;
  for (const { element, text } of routes) {
    element.hidden = !words.every((word) => text.includes(word));
    if (!element.hidden) shown += 1;
  }
  for (const section of document.querySelectorAll('section')) section.hidden = !section.querySelector('.route:not([hidden])');
  said.textContent = words.length ? '共 ' + routes.length + ' 条路由，符合 ' + shown + ' 条' : '';
};
form.hidden = false;
form.addEventListener('submit', (event) => event.preventDefault());
field.addEventListener('input', filter);
`;
