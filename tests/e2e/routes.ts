// Every page that has an address, each with the heading by which it is known to be there.
export const ROUTES: readonly { readonly path: string; readonly heading: string }[] = [
	{ path: '', heading: 'Tell milia apart' },
	{ path: 'practice/', heading: 'Build a quiz' },
	{ path: 'progress/', heading: 'Progress' },
	{ path: 'practice/contrast/', heading: 'Contrast practice' },
	{ path: 'review/', heading: 'Review' },
	{ path: 'results/', heading: 'Results' },
	{ path: 'settings/', heading: 'Settings' },
	{ path: 'banks/', heading: 'Question banks' },
	{ path: 'banks/review/?bank=diagnosis', heading: 'Clinical review' },
	{ path: 'banks/coverage/', heading: 'Coverage' },
	{ path: 'learn/', heading: 'Learn' },
	{ path: 'learn/milia-en-plaque/', heading: 'Milia en plaque' },
	{ path: 'learn/glossary/', heading: 'Glossary' },
	{ path: 'learn/disagreements/', heading: 'Where sources disagree' },
	{ path: 'learn/advice/', heading: 'When to seek advice' },
	{ path: 'illustrations/', heading: 'Illustrations' },
	{ path: 'modules/results/items/', heading: 'Item analysis' },
	{ path: 'modules/results/sandbox/', heading: 'Key sandbox' },
	{ path: 'modules/results/pass-mark/', heading: 'Pass mark' },
	{ path: 'session/?new', heading: 'Question 1 of 10' },
	{ path: 'no-such-page/', heading: 'There is no such page' }
];
