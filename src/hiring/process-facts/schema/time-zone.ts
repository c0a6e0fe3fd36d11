/** Zone in which times are told where a posting names none: that of the usual closing convention. */
export const defaultTimeZone = 'America/Vancouver';
