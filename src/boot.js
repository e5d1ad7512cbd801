// Within a page of somebody else a click could be lured onto anything, and not every host can forbid it with a header. So nothing
// of Milium is loaded there: the page ends here, with a word for the person in front of it.
if (window.top !== window.self) {
	var refuse = function () {
		var link = document.createElement('a');
		link.href = location.href;
		link.target = '_blank';
		link.rel = 'noopener';
		link.textContent = 'Open Milium in its own window';
		var text = document.createElement('p');
		text.append(
			'Milium does not run inside another page. Nothing of yours was opened here. ',
			link
		);
		var body = document.createElement('body');
		body.append(text);
		document.documentElement.replaceChildren(body);
	};
	window.stop();
	refuse();
	// Where stopping came too late.
	document.addEventListener('DOMContentLoaded', refuse);
}
// Runs before the first paint, so that a learner who chose a theme never sees the other one flash by, and nobody sees the
// question of a newcomer where another will come.
try {
	var root = document.documentElement;
	var theme = localStorage.getItem('milium:theme');
	if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
	var anew = /[?&]new\b/.test(location.search);
	if (!anew || localStorage.getItem('milium:begun') !== null) root.dataset.begun = '';
} catch {
	// Storage is forbidden here: the system's theme it is.
}
// A part of the app that cannot be fetched before anybody watches for it is noted: src/routes/missing.ts.
window.miliumMissing = [];
addEventListener('vite:preloadError', function (event) {
	if (window.miliumMissing) window.miliumMissing.push(event.payload);
});
// What is chosen before the app has taken the page over is kept for it: src/routes/session/early.ts.
window.miliumEarly = [];
document.addEventListener('change', function (event) {
	var built = event.target instanceof Element && event.target.closest('.built');
	if (window.miliumEarly && built) window.miliumEarly.push(event.target);
});
// So is what a digit picks.
document.addEventListener('keydown', function (event) {
	if (event.ctrlKey || event.metaKey || event.altKey || !/^[1-9]$/.test(event.key)) return;
	var option = document.querySelector('.built [data-shortcut="' + event.key + '"]');
	if (option instanceof HTMLElement) option.click();
});
