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
		id: 'milium-rubbed',
		title: 'Milium rubbed by cloth',
		kind: 'close-up',
		entity: 'neonatal-milia',
		topics: ['neonatal-milia', 'milia-vs-baby-acne']
	},
	{
		id: 'milia-pits',
		title: 'Milia among follicular pits',
		kind: 'close-up',
		entity: 'juvenile-milia',
		topics: ['juvenile-genetic']
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
	},
	{
		id: 'plaque',
		title: 'Milia en plaque',
		kind: 'close-up',
		entity: 'milia-en-plaque',
		topics: ['milia-en-plaque']
	},
	{
		id: 'eruptive',
		title: 'Multiple eruptive milia',
		kind: 'close-up',
		entity: 'multiple-eruptive-milia',
		topics: ['multiple-eruptive']
	},
	{
		id: 'secondary',
		title: 'Milia in a burn scar',
		kind: 'close-up',
		entity: 'secondary-milia',
		topics: ['secondary-milia']
	},
	{
		id: 'etn',
		title: 'Erythema toxicum',
		kind: 'close-up',
		entity: 'erythema-toxicum',
		topics: ['milia-vs-acne-mimics']
	},
	{
		id: 'miliaria-crystallina',
		title: 'Miliaria crystallina',
		kind: 'close-up',
		entity: 'miliaria-crystallina',
		topics: ['milia-vs-acne-mimics']
	},
	{
		id: 'miliaria-rubra',
		title: 'Miliaria rubra',
		kind: 'close-up',
		entity: 'miliaria-rubra',
		topics: ['milia-vs-acne-mimics']
	},
	{
		id: 'seb-hyperplasia',
		title: 'Sebaceous hyperplasia',
		kind: 'close-up',
		entity: 'sebaceous-hyperplasia',
		topics: ['milia-vs-acne-mimics']
	},
	{
		id: 'syringoma',
		title: 'Syringoma',
		kind: 'close-up',
		entity: 'syringoma',
		topics: ['milia-vs-acne-mimics']
	},
	{
		id: 'molluscum',
		title: 'Molluscum contagiosum',
		kind: 'close-up',
		entity: 'molluscum',
		topics: ['milia-vs-acne-mimics']
	},
	{
		id: 'epstein',
		title: 'Epstein pearls',
		kind: 'mouth',
		entity: 'epstein-pearls',
		topics: ['oral-cysts']
	},
	{
		id: 'ridge-cysts',
		title: 'Ridge cysts and a natal tooth',
		kind: 'mouth',
		topics: ['oral-cysts']
	},
	{ id: 'mouth', title: "Newborn's mouth", kind: 'mouth', topics: ['oral-cysts'] },
	{
		id: 'ncp',
		title: 'Neonatal cephalic pustulosis',
		kind: 'map',
		entity: 'neonatal-acne',
		topics: ['milia-vs-baby-acne']
	},
	{
		id: 'face-newborn',
		title: 'Newborn face map',
		kind: 'map',
		topics: ['neonatal-milia', 'milia-vs-baby-acne']
	},
	{
		id: 'face-adult',
		title: 'Adult face map',
		kind: 'map',
		topics: ['primary-milia', 'milia-en-plaque']
	},
	{
		id: 'body-map',
		title: 'Body map',
		kind: 'map',
		topics: ['multiple-eruptive', 'milia-vs-acne-mimics', 'secondary-milia']
	},
	{
		id: 'histology-pair',
		title: 'Histology: cyst and plugged follicles',
		kind: 'section',
		topics: ['definition-pathophysiology', 'milia-vs-acne-mimics']
	},
	{
		id: 'histology-sweat',
		title: 'Histology: blocked sweat ducts',
		kind: 'section',
		topics: ['milia-vs-acne-mimics', 'neonatal-milia']
	},
	{
		id: 'secondary-layer',
		title: 'Cyst under a healing blister',
		kind: 'section',
		entity: 'secondary-milia',
		topics: ['secondary-milia']
	},
	{
		id: 'section-anatomy',
		title: 'Section through plain skin',
		kind: 'section',
		topics: ['definition-pathophysiology', 'secondary-milia']
	},
	{
		id: 'section-four',
		title: 'Section with four lesions',
		kind: 'section',
		topics: ['definition-pathophysiology', 'milia-vs-acne-mimics']
	},
	{
		id: 'extraction',
		title: 'Extraction by a clinician',
		kind: 'procedure',
		topics: ['management-procedures']
	},
	{
		id: 'course-timeline',
		title: 'Course by type',
		kind: 'chart',
		topics: ['neonatal-milia', 'source-appraisal'],
		toned: false
	}
];

const BY_ID = new Map(ILLUSTRATIONS.map((one) => [one.id, one]));

/** The entry of an illustration, or undefined. */
export const illustrationById = (id: string): Illustration | undefined => BY_ID.get(id);
