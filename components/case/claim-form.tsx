import { useState } from 'react';
import type { Claim } from '../../lib/case/claim';
import { platformIds } from '../../lib/case/platform';
import { formOf, readTypedFacts, type TypedFacts, type TypedForm } from '../../lib/case/typed-facts';
import { textKey, useText } from '../ui/text-context';

interface Props {
  claim: Claim;
  onSave: (facts: TypedFacts) => void;
  /** Given where the form was opened to change what is there. */
  onCancel?: () => void;
  /** The clock; tests give their own. */
  now?: () => number;
}

const types = ['unknown', 'refund-only', 'return-and-refund', 'exchange', 'resend', 'repair'] as const;
const boxes = [
  { name: 'orderId', label: 'fact_orderId', type: 'text' },
  { name: 'afterSaleId', label: 'fact_afterSaleId', type: 'text' },
  { name: 'amount', label: 'fact_amount', type: 'text' },
  { name: 'reason', label: 'fact_reason', type: 'text' },
  { name: 'appliedAt', label: 'fact_appliedAt', type: 'datetime-local' },
  { name: 'respondBy', label: 'fact_respondBy', type: 'datetime-local' },
] as const;

/** The order facts typed by hand; what is wrong is said beside its box, and the rest stays as typed. */
export function ClaimForm({ claim, onSave, onCancel, now = Date.now }: Props) {
  const { t } = useText();
  const [form, setForm] = useState<TypedForm>(() => formOf(claim));
  const [problems, setProblems] = useState<ReturnType<typeof readTypedFacts>['problems']>({});
  const change = (part: Partial<TypedForm>) => setForm({ ...form, ...part });
  const save = () => {
    const read = readTypedFacts(form, platformIds, now());
    setProblems(read.problems);
    if (read.facts) return onSave(read.facts);
    document.getElementById(`typed-${boxes.find((box) => read.problems[box.name])?.name}`)?.focus();
  };
  const problem = (name: keyof TypedForm) =>
    problems[name] && (
      <span id={`typed-${name}-problem`} className="problem small" role="alert">
        {t(textKey('typed', problems[name]))}
      </span>
    );
  return (
    <form
      className="typed-facts"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <label htmlFor="typed-platform">{t('typedPlatform')}</label>
      <select id="typed-platform" value={form.platform} onChange={(event) => change({ platform: event.target.value })}>
        <option value="manual">{t('platformOther')}</option>
        {platformIds.map((id) => (
          <option key={id} value={id}>
            {t(textKey('platform', id))}
          </option>
        ))}
      </select>
      <label htmlFor="typed-refundType">{t('fact_refundType')}</label>
      <select id="typed-refundType" value={form.refundType} onChange={(event) => change({ refundType: event.target.value })}>
        {types.map((type) => (
          <option key={type} value={type}>
            {type === 'unknown' ? t('typedUnknown') : t(textKey('type', type))}
          </option>
        ))}
      </select>
      {boxes.map(({ name, label, type }) => (
        <div key={name} style={{ display: 'contents' }}>
          <label htmlFor={`typed-${name}`}>
            {t(label)}
            {name === 'orderId' && <span aria-hidden="true"> *</span>}
          </label>
          <div>
            <input
              id={`typed-${name}`}
              type={type}
              value={form[name]}
              required={name === 'orderId'}
              autoComplete="off"
              placeholder={name === 'amount' ? '49.90' : undefined}
              aria-invalid={problems[name] !== undefined}
              aria-describedby={problems[name] ? `typed-${name}-problem` : undefined}
              onChange={(event) => change({ [name]: event.target.value })}
            />
            {problem(name)}
          </div>
        </div>
      ))}
      <div className="row" style={{ gridColumn: '1 / -1' }}>
        <button type="submit" className="primary">
          {t('typedSave')}
        </button>
        {onCancel && (
          <button type="button" onClick={onCancel}>
            {t('cancel')}
          </button>
        )}
      </div>
    </form>
  );
}
