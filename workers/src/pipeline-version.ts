import { EXTRACTOR_VERSION } from '@scrutineer/extract/version';

/** Goes up whenever the same bytes can give another tree. */
const READER_VERSION = '2';

/** The version of all that turns bytes into observations: papers that another one read are read again. */
export const PIPELINE_VERSION = `${READER_VERSION}.${EXTRACTOR_VERSION}`;
