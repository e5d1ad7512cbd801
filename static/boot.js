// Runs before the first paint, so that a learner who chose a theme never sees the other one flash by.
try {
	var theme = localStorage.getItem('milium:theme');
	if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
	// Storage is forbidden here: the system's theme it is.
}
