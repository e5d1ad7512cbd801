// How Milium is installed where it runs, and whether Safari's seven days apply. Only words depend on it.

export interface Here {
	readonly userAgent: string;
	/** Points at which the screen can be touched: an iPad says that it is a Mac. */
	readonly touchPoints: number;
	/** Whether Milium runs as an installed app. */
	readonly installed: boolean;
}

export type Platform =
	'ios' | 'safari' | 'firefox-desktop' | 'android' | 'chromium-desktop' | 'other';

export function platformOf({ userAgent, touchPoints }: Here): Platform {
	if (/iPhone|iPad|iPod/.test(userAgent)) return 'ios';
	if (/Macintosh/.test(userAgent) && touchPoints > 1) return 'ios';
	if (/Android/.test(userAgent)) return 'android';
	if (/Firefox\//.test(userAgent)) return 'firefox-desktop';
	if (/Chrome\/|Chromium\/|Edg\//.test(userAgent)) return 'chromium-desktop';
	if (/Macintosh.*Safari\//.test(userAgent)) return 'safari';
	return 'other';
}

/** How to install, step by step. */
export const INSTALL: Readonly<Record<Platform, string>> = {
	ios: 'Tap the Share button, then “Add to Home Screen”. The app on the Home Screen begins empty: back up here first, and restore there.',
	safari:
		'Choose File, then “Add to Dock”. The app in the Dock may begin empty: back up here first, and restore there.',
	'firefox-desktop':
		'Firefox for computers does not install web apps everywhere. Milium works offline in a tab all the same; a bookmark is enough.',
	android: 'Open the browser’s menu and choose “Install app” or “Add to Home screen”.',
	'chromium-desktop':
		'Use the install button at the end of the address bar, or “Install Milium” in the browser’s menu.',
	other: 'Look in the browser’s menu for “Install”, “Add to Home Screen” or “Add to Dock”.'
};

/** Whether the browser deletes what is kept here after seven days of its use without a visit. */
export function forgetsAfterAWeek(here: Here): boolean {
	return !here.installed && ['ios', 'safari'].includes(platformOf(here));
}
