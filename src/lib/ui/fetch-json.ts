/**
 * A file of data that came with this build, parsed. Rejects where it cannot be fetched, and says so as a module that cannot be
 * fetched does (Vite, "Load Error Handling"), so that a newer build can take over.
 */
export async function fetchJson(address: string): Promise<unknown> {
	try {
		const response = await fetch(address);
		if (!response.ok) throw new Error(`${address}: ${response.status}`);
		return await response.json();
	} catch (error) {
		dispatchEvent(new Event('vite:preloadError'));
		throw error;
	}
}
