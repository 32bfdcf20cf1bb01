/** Characters of the longest picture written into a page that is read. */
export const longestData = 20 * 1024 * 1024;

/** Stands in a copy's address for one that is longer. */
export const tooLong = ';yantu-too-long,';
