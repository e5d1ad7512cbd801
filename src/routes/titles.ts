/** Title of a page as the browser shows it. */
export function pageTitle(name: string): string {
	return `${name} – Milium`;
}
