import { userRegistryVersion } from './registry/user-registry.ts';

/** Goes up whenever the same tree can give other observations; a person's own measures and areas are part of it. */
export const EXTRACTOR_VERSION = `3${userRegistryVersion()}`;
