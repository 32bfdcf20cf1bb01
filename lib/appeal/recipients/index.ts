import type { RecipientId } from '../input';
import type { Recipient } from '../recipient';
import { platform } from './platform';

/** Every recipient, in the order of the menu. */
export const recipients: Record<RecipientId, Recipient> = { platform } as Record<RecipientId, Recipient>;
