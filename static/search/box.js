// The search box on every page: "/" goes to it, Escape leaves it; and a page's text for who asks from a disk.
(function () {
  'use strict';
  const search = (globalThis.archiveSearch = globalThis.archiveSearch || {});

  /** The texts of an article's page, block by block. */
  search.blocksOf = function (page) {
    const article = page.querySelector('article .text') || page.querySelector('article') || page.querySelector('main');
    const blocks = article ? article.querySelectorAll('p, h2, h3, li, figcaption, blockquote, pre') : [];
    const texts = Array.from(blocks).filter((block) => !block.querySelector('p, li')).map((block) => block.textContent);
    return texts.map((text) => text.replace(/\s+/g, ' ').trim()).filter(Boolean);
  };

  document.addEventListener('keydown', (event) => {
    const input = document.querySelector('input[type="search"]');
    const typing = /^(input|textarea|select)$/i.test(event.target.tagName) || event.target.isContentEditable;
    if (!input || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === '/' && !typing) {
      event.preventDefault();
      input.focus();
      input.select();
    }
  });

  addEventListener('message', (event) => {
    if (event.data !== 'archive-text' || parent === window || event.source !== parent) return;
    event.source.postMessage({ archiveText: search.blocksOf(document) }, '*');
  });
})();
