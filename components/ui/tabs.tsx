import type { KeyboardEvent, ReactNode } from 'react';

interface Tab<Id extends string> {
  id: Id;
  title: string;
  body: () => ReactNode;
}

/** WAI-ARIA tabs: arrow keys move, one tab stop. */
export function Tabs<Id extends string>({ tabs, open, onOpen, label }: { tabs: Tab<Id>[]; open: Id; onOpen: (id: Id) => void; label: string }) {
  const at = tabs.findIndex((tab) => tab.id === open);
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    const next = tabs[(at + step + tabs.length) % tabs.length]!;
    onOpen(next.id);
    document.getElementById(`tab-${next.id}`)?.focus();
  };
  return (
    <>
      <div className="tabs" role="tablist" aria-label={label} onKeyDown={onKeyDown}>
        {tabs.map((tab) => (
          <button key={tab.id} id={`tab-${tab.id}`} role="tab" type="button" aria-selected={tab.id === open} aria-controls="tab-body" tabIndex={tab.id === open ? 0 : -1} onClick={() => onOpen(tab.id)}>
            {tab.title}
          </button>
        ))}
      </div>
      <div id="tab-body" role="tabpanel" aria-labelledby={`tab-${open}`} className="stack">
        {tabs[at]?.body()}
      </div>
    </>
  );
}
