import { useState } from 'react';
import { textKey, useText } from '@/components/ui/text-context';
import type { PlatformId } from '@/lib/case/platform';
import { optionalPlatformIds } from '@/lib/case/platform';
import { requestAccess, returnAccess } from '@/lib/runtime/platform-access';

/** Platforms whose hosts the browser asks for on the tick, and gets back when it is taken away. */
export function OptionalPlatforms({ on, onChange }: { on: readonly PlatformId[]; onChange(platforms: PlatformId[]): void }) {
  const { t } = useText();
  const [refused, setRefused] = useState<PlatformId | null>(null);
  const toggle = (id: PlatformId, wanted: boolean) => {
    const others = on.filter((one) => one !== id);
    if (!wanted) {
      setRefused(null);
      onChange(others);
      void returnAccess(id, others);
      return;
    }
    // The question must be asked within the click itself.
    void requestAccess(id).catch(() => false).then((granted) => {
      setRefused(granted ? null : id);
      if (granted) onChange([...others, id]);
    });
  };
  return (
    <fieldset className="panel">
      <legend>{t('platformsOptional')}</legend>
      <p className="quiet small">{t('platformsOptionalHelp')}</p>
      {optionalPlatformIds.map((id) => (
        <label key={id} className="row">
          <input type="checkbox" checked={on.includes(id)} onChange={(event) => toggle(id, event.target.checked)} />
          {t(textKey('platform', id))}
        </label>
      ))}
      <p role="status" aria-live="polite" className="small">
        {refused && t('platformRefused', t(textKey('platform', refused)))}
      </p>
    </fieldset>
  );
}
