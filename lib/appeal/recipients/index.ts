import type { RecipientId } from '../input';
import type { Recipient } from '../recipient';
import { buyer } from './buyer';
import { court } from './court';
import { platform } from './platform';
import { police } from './police';
import { regulator } from './regulator';
import { service } from './service';

/** Every recipient, in the order of the menu. */
export const recipients: Record<RecipientId, Recipient> = { platform, buyer, regulator, service, police, court };
