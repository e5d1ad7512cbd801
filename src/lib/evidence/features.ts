// The features by which the differential tells conditions apart, in words for people.

/** A feature of the differential. */
export interface Feature {
	/** What it is called on the page. */
	readonly name: string;
	/**
	 * How far it helps at the bedside, 0 to 1: what is seen or asked in a minute counts most, what is concluded from it
	 * (cause, what to do) least. It orders features that differ alike; an editorial choice, not a measurement.
	 */
	readonly weight: number;
	/** True where it can be seen, felt or asked, so that it can decide between two conditions. */
	readonly observed: boolean;
}

/** Every feature of the differential, by id. */
export const FEATURES: Readonly<Record<string, Feature>> = {
	age: { name: 'Age', weight: 0.7, observed: true },
	onset: { name: 'Onset', weight: 0.8, observed: true },
	size: { name: 'Size', weight: 0.6, observed: true },
	colour: { name: 'Color', weight: 0.95, observed: true },
	surface: { name: 'Surface', weight: 0.97, observed: true },
	inflammation: { name: 'Inflammation', weight: 1, observed: true },
	follicular: { name: 'Pore or hair follicle', weight: 0.75, observed: true },
	distribution: { name: 'Where on the body', weight: 0.8, observed: true },
	symptoms: { name: 'Symptoms', weight: 0.7, observed: true },
	course: { name: 'Course', weight: 0.65, observed: true },
	cause: { name: 'Cause', weight: 0.4, observed: false },
	diagnosisClue: { name: 'Clue to the diagnosis', weight: 0.85, observed: false },
	management: { name: 'What to do', weight: 0.35, observed: false }
};

/** What a feature is called; its id where the list above lags behind the ledger. */
export const featureName = (id: string): string => FEATURES[id]?.name ?? id;
