import { startHost } from '@/lib/runtime/host';

startHost();
