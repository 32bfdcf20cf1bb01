import { browser } from './browser';

/** Printed in the bundle so that others can run the same version. */
export const toolVersion = (): string => browser.runtime.getManifest().version;
