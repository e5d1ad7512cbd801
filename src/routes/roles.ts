// What a role presets. Every preset can be changed where it takes effect.
import type { AnyItemType } from '$lib/items/contract';
import type { Settings } from '$lib/storage/settings';

/** Who learns here, and what that presets. */
export interface Role {
	readonly id: 'student' | 'resident' | 'educator';
	readonly name: string;
	/** What it changes, in a line. */
	readonly says: string;
	readonly difficulties: readonly string[];
	/** Whether an item type is preset in the quiz builder; without it none is, which means all. */
	readonly prefers?: (type: AnyItemType) => boolean;
	readonly words: Words;
}
/** How explanations open where an item has both. */
export type Words = 'plain' | 'technical';

export const ROLES: readonly Role[] = [
	{
		id: 'student',
		name: 'Nursing student',
		says: 'Easy and medium questions in the types that the NCLEX scores with partial credit; explanations open in plain words.',
		difficulties: ['easy', 'medium'],
		prefers: (type) =>
			type.rules.some((rule) => rule !== 'all-or-nothing') && type.rules.length > 1,
		words: 'plain'
	},
	{
		id: 'resident',
		name: 'Resident',
		says: 'Medium and hard questions of every type; explanations open in technical terms.',
		difficulties: ['medium', 'hard'],
		words: 'technical'
	},
	{
		id: 'educator',
		name: 'Educator',
		says: 'Questions of every type and difficulty; explanations open in technical terms.',
		difficulties: [],
		words: 'technical'
	}
];

/** The role that was chosen, if one was. */
export const roleOf = ({ role }: Pick<Settings, 'role'>): Role | undefined =>
	ROLES.find(({ id }) => id === role);
