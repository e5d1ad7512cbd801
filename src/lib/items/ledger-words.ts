// The score ledger in words and figures, for the eye and for screen readers alike.
import type { Ledger, LedgerLine, LedgerPart } from './ledger.js';

const MINUS = '\u2212';

/** A number with a typographic minus. */
const figure = (number: number) => (number < 0 ? `${MINUS}${-number}` : String(number));

/** "+1", "−1" or "0"; nothing where no mark is given. */
export function signed(mark: LedgerLine['mark']): string {
	if (mark === undefined) return '';
	return mark > 0 ? `+${mark}` : figure(mark);
}

/** How a choice turned out. */
export function outcomeWords({ keyed, chosen }: Pick<LedgerLine, 'keyed' | 'chosen'>): string {
	if (chosen) return keyed ? 'chosen, right' : 'chosen, wrong';
	return keyed ? 'right, not chosen' : 'left alone';
}

/** The marks of some lines added up: "2 − 3 = −1, raised to 0"; only the sum where nothing was lost. */
export function arithmetic({ lines, sum, floored }: Pick<LedgerPart, 'lines' | 'sum' | 'floored'>) {
	const count = (mark: number) => lines.filter((line) => line.mark === mark).length;
	const lost = count(-1);
	const sums = lost === 0 ? 'Sum' : `Sum: ${count(1)} ${MINUS} ${lost} = ${figure(sum)}`;
	return floored ? `${sums}, raised to 0` : sums;
}

/** Whether there is anything to add up in a part: more than one mark, or a floor. */
export function isSum({ lines, floored }: Pick<LedgerPart, 'lines' | 'floored'>): boolean {
	return floored || lines.filter((line) => line.mark !== undefined && line.mark !== 0).length > 1;
}

/** The last line: how the whole came about. */
export function totalWords({ rule, parts, sum, floored, points, max }: Ledger): string {
	if (rule === 'all-or-nothing') {
		return points === max ? 'Everything is right' : 'Not everything is right';
	}
	const [only] = parts;
	if (only !== undefined && parts.length === 1) {
		return arithmetic({ ...only, floored: only.floored || floored }).replace(/^Sum$/, 'Total');
	}
	const sums = parts
		.map((part) => figure(part.points))
		.join(' + ')
		.replaceAll(`+ ${MINUS}`, `${MINUS} `);
	return `Total: ${sums} = ${figure(sum)}${floored ? ', raised to 0' : ''}`;
}

/** What the rationale rule makes of a part; nothing under the other rules. */
export function partNote(part: LedgerPart, { parts }: Pick<Ledger, 'parts'>): string | undefined {
	if (part.role === undefined) return undefined;
	const caused = parts.some((one) => one.role === 'cause' && one.right);
	if (part.role === 'cause') {
		return caused
			? 'The cause. It is right, so its effects count.'
			: 'The cause. It is not right, and no effect counts without it.';
	}
	if (!part.right) return 'An effect.';
	return caused ? 'An effect, with its cause right.' : 'An effect: right, but its cause is not.';
}
