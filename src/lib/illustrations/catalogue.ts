// What can be drawn. Light enough to be known everywhere; the drawings themselves come with `draw.ts`.

export type IllustrationKind = 'close-up' | 'mouth' | 'map' | 'section' | 'procedure' | 'chart';

export interface Illustration {
	readonly id: string;
	/** For authors and the illustration sheet; learners never see it beside a question. */
	readonly title: string;
	readonly kind: IllustrationKind;
	/** The entity of the differential that it shows, where it shows one. */
	readonly entity?: string;
	/** Topics that it serves. */
	readonly topics: readonly string[];
	/** False where skin tone makes no difference. */
	readonly toned?: false;
}

export const ILLUSTRATIONS: readonly Illustration[] = [
	{
		id: 'milium',
		title: 'Milium',
		kind: 'close-up',
		entity: 'primary-milia',
		topics: ['definition-pathophysiology', 'neonatal-milia', 'primary-milia']
	},
	{
		id: 'closed-comedone',
		title: 'Closed comedone',
		kind: 'close-up',
		entity: 'closed-comedone',
		topics: ['milia-vs-acne-mimics']
	},
	{
		id: 'open-comedone',
		title: 'Open comedone',
		kind: 'close-up',
		entity: 'open-comedone',
		topics: ['milia-vs-acne-mimics']
	},
	{
		id: 'papule',
		title: 'Inflammatory papule',
		kind: 'close-up',
		entity: 'acne-papule-pustule',
		topics: ['milia-vs-baby-acne', 'milia-vs-acne-mimics']
	},
	{
		id: 'pustule',
		title: 'Pustule',
		kind: 'close-up',
		entity: 'acne-papule-pustule',
		topics: ['milia-vs-baby-acne', 'milia-vs-acne-mimics']
	}
];

const BY_ID = new Map(ILLUSTRATIONS.map((one) => [one.id, one]));

/** The entry of an illustration, or undefined. */
export const illustrationById = (id: string): Illustration | undefined => BY_ID.get(id);
