// The box on every page: "/" goes to it. And the page's text, for a page of results on a disk.

// A page's blocks: those of its text, and those above it.
function blocksOf(page) {
	for (const end of page.querySelectorAll('br, p, li')) end.before(' ');
	return ['.text :is(h2, h3, h4, p, li, figcaption, pre)', 'article header :is(h1, p, li)'].map((blocks) => (
		Array.from(page.querySelectorAll(blocks), (block) => block.textContent.replace(/\s+/g, ' ').trim().normalize('NFC'))));
}

addEventListener('keydown', (event) => {
	if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input, select, textarea')) return;
	event.preventDefault();
	document.querySelector('input[type=search]').select();
});

addEventListener('message', ({ source, data, ports }) => {
	if (data === 'archive-text' && source === parent) ports[0].postMessage(blocksOf(document));
});
