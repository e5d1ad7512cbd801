import { resolve } from '$app/paths';

export const MODULE_RESULTS = `${resolve('/modules/results')}/`;

const query = (values: Readonly<Record<string, string>>) => `?${new URLSearchParams(values)}`;

/** The results of a module. */
export const classAddress = (module: string) => `${MODULE_RESULTS}class/${query({ module })}`;

/** One learner of a module. */
export const learnerAddress = (module: string, learner: string) =>
	`${MODULE_RESULTS}learner/${query({ module, learner })}`;

/** The results of a module to be printed. */
export const reportAddress = (module: string) => `${MODULE_RESULTS}report/${query({ module })}`;
