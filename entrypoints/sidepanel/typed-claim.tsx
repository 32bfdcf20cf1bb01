import { useState } from 'react';
import { ClaimForm } from '@/components/case/claim-form';
import { ClaimTable } from '@/components/case/claim-table';
import { useText } from '@/components/ui/text-context';
import type { Case } from '@/lib/case/case';
import { knownOrderId } from '@/lib/case/claim';
import type { TypedFacts } from '@/lib/case/typed-facts';
import { showCase } from '@/lib/runtime/case-view';
import { planDeadlines } from '@/lib/runtime/deadline-notices';
import { isManual, typeFacts } from '@/lib/runtime/manual-case';
import { send } from '@/lib/runtime/protocol';

/** What the claim says: read from a page, or typed here and open to change. */
export function TypedClaim({ file }: { file: Case }) {
  const { t } = useText();
  const [editing, setEditing] = useState(false);
  if (!isManual(file.id)) return <ClaimTable claim={file.claim} />;
  const known = knownOrderId(file.claim) !== null;
  const save = async (facts: TypedFacts) => {
    const changed = await typeFacts(file.id, facts);
    setEditing(false);
    if (!changed) return;
    await planDeadlines();
    await showCase(file.id);
    await send('background', 'startCase', { caseId: file.id });
  };
  if (known && !editing)
    return (
      <>
        <ClaimTable claim={file.claim} />
        <div>
          <button type="button" onClick={() => setEditing(true)}>
            {t('typedEdit')}
          </button>
        </div>
      </>
    );
  return (
    <section className="panel stack">
      <h2>{t('typedTitle')}</h2>
      <p className="quiet small">{t('typedHelp')}</p>
      <ClaimForm key={file.id} claim={file.claim} onSave={(facts) => void save(facts)} onCancel={known ? () => setEditing(false) : undefined} />
    </section>
  );
}
