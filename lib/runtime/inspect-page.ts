import { recipes } from '../platforms';
import { pageHealth, type PageHealth } from '../platforms/page-health';
import { recipeFor } from '../platforms/page-kind';
import { pageSample, type PageSample } from '../platforms/page-sample';

export interface PageInspection {
  health: PageHealth | null;
  sample: PageSample | null;
}

/** What the recipe finds on this page, and the page as it may be shown to others. */
export function inspectHere(document: Document, url: string): PageInspection {
  const recipe = recipeFor(recipes, url);
  const now = new Date().toISOString();
  return { health: pageHealth(document, url, now), sample: recipe === null ? null : pageSample(document, recipe, url, now.slice(0, 10)) };
}
