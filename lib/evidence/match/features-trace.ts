import type { TraceSource } from '../traces';
import { featuresOf } from './compare';
import type { Features } from './features';

export const featuresTrace = async (get: TraceSource['get']): Promise<Features> => featuresOf(await get('pixels'));
