/** Sends of the form per address and ten minutes: above what an office or a library shares. */
export const sendsPerTenMinutes = 60;

/** Beyond doubt no person: its forms are not even read, or they would fill the disk. */
export const floodsAt = 3 * sendsPerTenMinutes;

/** The status of an answer to a form that could not be read. */
export const unreadableStatus = { truncated: 400, 'too-large': 413, 'not-a-form': 415 } as const;
