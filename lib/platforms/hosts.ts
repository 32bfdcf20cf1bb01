/** Match patterns of the seller pages and of the picture hosts, and the CSP sources they make. */
export const pageMatches: string[] = ['https://mms.pinduoduo.com/*'];
export const imageMatches: string[] = ['https://*.pddpic.com/*'];
export const connectSources: string[] = ['https://*.pddpic.com'];
