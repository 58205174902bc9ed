/** What commands say that need more of a file than its findings. */
import { grouped, MAX_FILE_BYTES } from '../core/index';

/** Why nothing is known about a file, as the end of a sentence. */
export const TOO_LARGE = `it has more than ${grouped(MAX_FILE_BYTES)} bytes and is not read`;
