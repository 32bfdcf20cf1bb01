/** Whether a write failed because the browser has no more room for this extension (Storage Standard: QuotaExceededError); also by its text, as kept in a case. */
export const storageFull = (error: unknown): boolean => (error as { name?: string } | null)?.name === 'QuotaExceededError' || /quota ?exceeded/i.test(error instanceof Error ? error.message : String(error));
