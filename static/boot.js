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
// What is chosen before the app has taken the page over is kept for it: src/routes/session/early.ts.
window.miliumEarly = [];
document.addEventListener('change', function (event) {
	if (window.miliumEarly) window.miliumEarly.push(event.target);
});
