/** What commands say that need more of a file than its findings. */
import { MAX_FILE_BYTES, withCommas } from '../core/index';

/** Why nothing is known about a file, as the end of a sentence. */
export const TOO_LARGE = `it has more than ${withCommas(MAX_FILE_BYTES)} bytes and is not read`;
