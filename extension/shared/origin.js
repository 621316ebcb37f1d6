// The origin of an address: what grants, and deletions by site, go by.

/** Scheme, host and port of a step's URL, in which placeholders may stand: `URL` would refuse those. @param {string | undefined} url */
export const originOf = (url) => String(url).split("/", 3).join("/");

/** An address as people read it: without `https://`. @param {string} url */
export const withoutScheme = (url) => url.replace(/^https:\/\//, "");
