import { storage } from 'wxt/utils/storage';
import type { OwnClause } from '../law/platform-clauses';
import type { ClaimRow } from '../case/claim';
import type { PlatformId } from '../case/platform';
import { shippedPlatformIds } from '../case/platform';

export interface Settings {
  shopName: string;
  contact: string;
  platforms: PlatformId[];
  /** Days a case is kept after it was last touched; 0 keeps it until deleted by hand. */
  retentionDays: number;
  /** Account identifiers inside labels are printed in full only if the merchant says so. */
  unmaskIdentifiers: boolean;
  /** A notice of the browser before a request must be answered. */
  deadlineNotices: boolean;
  /** The platform's rule as the merchant read it, by platform. */
  ownClauses: Record<string, OwnClause>;
  /** Address of the RFC 3161 authority the merchant chose and granted; '' asks none. */
  timestampUrl: string;
}

export const defaultSettings: Settings = {
  shopName: '',
  contact: '',
  platforms: [...shippedPlatformIds],
  retentionDays: 180,
  unmaskIdentifiers: false,
  deadlineNotices: false,
  ownClauses: {},
  timestampUrl: '',
};

export const settings = storage.defineItem<Settings>('local:settings', { version: 1, fallback: defaultSettings });

/** The case looked at last, in popup, panel or by a menu: the one that further pictures may join. */
export const currentCase = storage.defineItem<{ caseId: string } | null>('session:currentCase', { fallback: null });

/** Which case the rectangle being drawn on a tab is for; null: a new one. */
export const regionInto = storage.defineItem<{ tabId: number; caseId: string | null } | null>('session:regionInto', { fallback: null });

/** Which case a tab shows; survives the sleeping service worker, not the browser session. */
export interface TabCase {
  caseId: string | null;
  frameId: number;
  platform: string | null;
  page: string;
  /** What the recipe did not find, in words for the merchant. */
  mismatches: { field: string; message: string }[];
  /** A picture whose host the merchant may allow on a click, to get the original after all. */
  ask?: { origin: string; address: string; pageUrl: string };
}
export const tabCases = storage.defineItem<Record<string, TabCase>>('session:tabCases', { fallback: {} });

export const panelTabs = ['images', 'appeal', 'evidence', 'cases', 'triage'] as const;
export type PanelTab = (typeof panelTabs)[number];

/** What the panel was last asked to show: popup and panel are separate pages. */
export const panelTarget = storage.defineItem<{ caseId: string | null; imageId: string | null; tab?: PanelTab | null; at: number } | null>('session:panelTarget', { fallback: null });

/** The requests a tab's list page shows; gone with the browser session, like the page itself. */
export interface TabList {
  platform: PlatformId;
  url: string;
  frameId: number;
  /** Null where the page is a list and no request could be told apart. */
  rows: ClaimRow[] | null;
  total: number | null;
  readAt: string;
}
export const tabLists = storage.defineItem<Record<string, TabList>>('session:tabLists', { fallback: {} });
