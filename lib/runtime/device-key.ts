import { createDeviceKey, deviceSigner, type DeviceSigner } from '../report/trust/device-key';
import { database } from './stores';

/** The key this device signs manifests with, made on first use. */
export async function ownSigner(): Promise<DeviceSigner> {
  const db = await database();
  const stored = await db.get('keys', 'device');
  if (stored) return deviceSigner(stored.keys);
  const keys = await createDeviceKey();
  await db.put('keys', { id: 'device', keys, createdAt: new Date().toISOString() });
  return deviceSigner(keys);
}
