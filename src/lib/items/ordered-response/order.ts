// Moving the steps of an order about.

/** The order on screen: what was answered, then the steps that no answer has placed, as they stand in the item. */
export function shownOrder(
	options: readonly { readonly id: string }[],
	order: readonly string[]
): string[] {
	const rest = options.map((option) => option.id).filter((id) => !order.includes(id));
	return [...order, ...rest];
}

/** The order with `id` at `index`, counted from 0 and kept within the list. */
export function moved(order: readonly string[], id: string, index: number): string[] {
	const others = order.filter((one) => one !== id);
	const at = Math.min(Math.max(index, 0), others.length);
	return [...others.slice(0, at), id, ...others.slice(at)];
}
