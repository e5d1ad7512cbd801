/** Whether a file is an encrypted backup, by its first bytes. */
export async function isSealed(file: Blob): Promise<boolean> {
	return (await file.slice(0, 3).text()) === 'eyJ';
}
