import type { PlatformConduct } from '../../lib/appeal/input';
import type { GroundId } from '../../lib/appeal/grounds';
import { useText, type TextKey } from '../ui/text-context';

interface Props {
  grounds: readonly { id: GroundId; title: string }[];
  groundsOff: readonly GroundId[];
  onGrounds: (off: GroundId[]) => void;
  conduct: PlatformConduct;
  onConduct: (conduct: PlatformConduct) => void;
  decided: string | null;
  onDecided: (day: string | null) => void;
}

const conducts: readonly [keyof PlatformConduct, TextKey][] = [
  ['machineOnly', 'conductMachineOnly'],
  ['notHeard', 'conductNotHeard'],
  ['forcedRefundOnly', 'conductForced'],
];

/** What only the merchant knows, and which of the possible grounds to use. */
export function LetterSwitches({ grounds, groundsOff, onGrounds, conduct, onConduct, decided, onDecided }: Props) {
  const { t } = useText();
  return (
    <details className="panel">
      <summary>{t('letterFacts')}</summary>
      <fieldset>
        <legend>{t('conduct')}</legend>
        {conducts.map(([key, words]) => (
          <label key={key} className="row">
            <input type="checkbox" checked={conduct[key] ?? false} onChange={(event) => onConduct({ ...conduct, [key]: event.target.checked })} />
            {t(words)}
          </label>
        ))}
        <label className="row">
          {t('decidedOn')}
          <input type="date" value={decided ?? ''} onChange={(event) => onDecided(event.target.value || null)} />
        </label>
      </fieldset>
      <fieldset>
        <legend>{t('grounds')}</legend>
        {grounds.map((ground) => (
          <label key={ground.id} className="row">
            <input type="checkbox" checked={!groundsOff.includes(ground.id)} onChange={(event) => onGrounds(event.target.checked ? groundsOff.filter((one) => one !== ground.id) : [...groundsOff, ground.id])} />
            {ground.title}
          </label>
        ))}
      </fieldset>
    </details>
  );
}
