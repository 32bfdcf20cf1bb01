import { storageFull } from '../../lib/case/storage-full';
import type { Translate } from './text-context';

/** What a merchant reads when something could not be kept: nothing stored before is lost, since each write is whole or not at all. */
export const notKept = (error: unknown, t: Translate): string => (storageFull(error) ? t('storageFull') : t('libraryFailed', error instanceof Error ? error.message : String(error)));
