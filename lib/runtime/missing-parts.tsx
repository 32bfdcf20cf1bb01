import { useText } from '../../components/ui/text-context';
import { hasHost, hasSidePanel } from './browser';

/** Says plainly what this browser lacks and what goes on without it; nothing where it lacks nothing. */
export function MissingParts() {
  const { t } = useText();
  if (!hasHost())
    return (
      <p role="alert" className="notice small">
        {t('noHost')}
      </p>
    );
  return hasSidePanel() ? null : <p className="small quiet">{t('noSidePanel')}</p>;
}
