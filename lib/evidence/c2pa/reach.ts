import type { Manifest } from './manifest';

/** How a manifest's statements bear on this picture: its own history, a part placed into it, or unlinked. */
export type Reach = 'this' | 'part' | 'unlinked';

/**
 * Walks from the active manifest. `parentOf` and `inputTo` keep the reach: what was said of the parent holds for this
 * picture; `componentOf` turns it into a part for everything beneath (C2PA 2.2 §10.3, §18.16.12). Loops end.
 */
export function reachOf(manifests: readonly Manifest[]): Map<string, Reach> {
  const byLabel = new Map(manifests.map((manifest) => [manifest.label, manifest]));
  const reach = new Map<string, Reach>(manifests.map(({ label }) => [label, 'unlinked']));
  const walk = (label: string, as: 'this' | 'part') => {
    const known = reach.get(label);
    if (known === undefined || known === 'this' || known === as) return;
    reach.set(label, as);
    for (const ingredient of byLabel.get(label)!.ingredients)
      if (ingredient.manifest) walk(ingredient.manifest, as === 'this' && ingredient.relationship !== 'componentOf' ? 'this' : 'part');
  };
  const active = manifests.at(-1);
  if (active) walk(active.label, 'this');
  return reach;
}
