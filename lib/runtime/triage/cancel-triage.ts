import { database, deleteCase } from '../stores';
import { changeQueue, loadRows, unfinished } from './queue';

/** Takes all that is not examined yet out of the queue, with the cases it had made for it. */
export async function cancelTriage(): Promise<void> {
  const db = await database();
  for (const row of await loadRows()) {
    if (!unfinished.includes(row.state)) continue;
    await db.delete('triageRows', row.id);
    const file = await db.get('cases', row.id);
    if (row.madeCase && file && file.status !== 'done' && row.state !== 'examining') await deleteCase(row.id);
  }
  await changeQueue({ resting: null, openDetails: false }, { rows: true });
}
