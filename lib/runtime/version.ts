import { version } from '../../package.json';

/** Printed in the bundle so that others can run the same version. From the build, because an offscreen page has no getManifest. */
export const toolVersion = (): string => version;
