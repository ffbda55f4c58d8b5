// What a page looks like, measured from its boxes: returns a list of what is wrong.
function look(page, width) {
	const wrong = [];
	const root = page.documentElement;
	const view = page.defaultView;
	const said = (text) => JSON.stringify(text.trim().slice(0, 40));

	if (root.scrollWidth > width)
		wrong.push(`the page is ${root.scrollWidth} wide`);

	// Lines of text, with the boxes that they fill.
	const lines = [];
	const walker = page.createTreeWalker(page.body, view.NodeFilter.SHOW_TEXT);
	while (walker.nextNode()) {
		const node = walker.currentNode;
		const parent = node.parentElement;
		if (!node.data.trim() || !parent.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }) || parent.closest('style,title,desc') || is_clipped(parent))
			continue;
		const range = page.createRange();
		range.selectNodeContents(node);
		for (const box of range.getClientRects())
			if (box.width > 1 && box.height > 1)
				lines.push({ node, parent, box });
	}
	function is_clipped(element) {
		for (; element && element !== page.body; element = element.parentElement)
			if (view.getComputedStyle(element).clipPath !== 'none')
				return true;
		return false;
	}

	for (const { node, box } of lines)
		if (box.left < -0.5 || box.right > width + 0.5)
			wrong.push(`${said(node.data)} reaches from ${box.left} to ${box.right}`);
	lines.sort((a, b) => a.box.top - b.box.top);
	for (let i = 0; i < lines.length; i++)
		for (let j = i + 1; j < lines.length && lines[j].box.top < lines[i].box.bottom; j++) {
			const a = lines[i].box, b = lines[j].box;
			const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
			const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
			// Lines of one height may touch: boxes have room above and below their letters.
			if (across > 1.5 && down > 0.45 * Math.min(a.height, b.height))
				wrong.push(`${said(lines[i].node.data)} overlaps ${said(lines[j].node.data)}`);
		}

	const colour = (text) => text.match(/[\d.]+/g).map(Number);
	const light = ([r, g, b]) => {
		const part = (c) => (c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
		return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
	};
	const contrast = (a, b) => {
		const [high, low] = [light(a), light(b)].sort((x, y) => y - x);
		return (high + 0.05) / (low + 0.05);
	};
	const behind = (element) => {
		for (; element; element = element.parentElement) {
			const back = colour(view.getComputedStyle(element).backgroundColor);
			if (back.length < 4 || back[3] > 0)
				return back;
		}
		return [255, 255, 255];
	};
	for (const { node, parent } of lines) {
		const style = view.getComputedStyle(parent);
		const ink = parent.closest('svg') ? style.fill : style.color;
		const found = contrast(colour(ink), behind(parent));
		if (found < 4.5)
			wrong.push(`${said(node.data)} has a contrast of ${found.toFixed(2)}`);
	}
	for (const picture of page.querySelectorAll('svg [fill^="#"], svg [class^=c]')) {
		const fill = view.getComputedStyle(picture).fill;
		if (!fill.startsWith('rgb') || !picture.getBoundingClientRect().width)
			continue;
		const found = contrast(colour(fill), behind(picture));
		if (found < 3)
			wrong.push(`a ${picture.tagName} has a contrast of ${found.toFixed(2)}`);
	}

	// What tells a page to those who do not see it.
	const levels = [...page.querySelectorAll('h1,h2,h3,h4,h5,h6')].map((h) => Number(h.tagName[1]));
	levels.forEach((level, i) => {
		if (i && level > levels[i - 1] + 1)
			wrong.push(`a heading of level ${level} follows one of level ${levels[i - 1]}`);
	});
	if (levels.filter((level) => level === 1).length !== 1)
		wrong.push('there is not one heading of level 1');
	for (const table of page.querySelectorAll('table'))
		if (!table.querySelector('thead th[scope=col]') || [...table.querySelectorAll('tbody tr')].some((row) => !row.querySelector('th[scope=row]')))
			wrong.push('a table has no headings');
	for (const picture of page.querySelectorAll('svg'))
		if (!(picture.getAttribute('aria-hidden') === 'true' || (picture.getAttribute('role') === 'img' && picture.getAttribute('aria-label'))))
			wrong.push('a picture says nothing and is not hidden');
	if (!root.lang || !page.title)
		wrong.push('the page has no language or no title');
	if (!lines.length)
		wrong.push('there is no text');
	return [...new Set(wrong)];
}
