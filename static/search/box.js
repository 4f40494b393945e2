// The search box on every page: "/" goes to it. And a page's text, for the page of results that asks from a disk.

/** The texts of an article's page, block by block. */
function blocksOf(page) {
  const article = page.querySelector('article .text') || page.querySelector('article') || page.querySelector('main') || page;
  const blocks = [...article.querySelectorAll('p, h2, h3, li, figcaption, blockquote')].filter((block) => !block.querySelector('p, li'));
  return blocks.map((block) => block.textContent.replace(/\s+/g, ' ').trim()).filter(Boolean);
}

document.addEventListener('keydown', (event) => {
  const input = document.querySelector('input[type="search"]');
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input, select, textarea')) return;
  event.preventDefault();
  input.select();
});

addEventListener('message', ({ source, data }) => {
  if (data === 'archive-text' && source === parent && parent !== window) source.postMessage({ archiveText: blocksOf(document) }, '*');
});
